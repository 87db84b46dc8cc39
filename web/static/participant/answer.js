// Below a message: the question, the form, the team's draft, the deadline, one button; and what became of it.
import { _, _n } from "../words.js";
import * as clock from "../clock.js";
import { describe, makeAsk } from "./ask.js";
import * as drafts from "./drafts.js";
import * as outbox from "./outbox.js";
import { announce, icon, node, part, show, stamp, write } from "./page.js";
import { isOpen, isReplaceable, leads, me, seatTitle, timeLeft, LEAD_SILENCE } from "./story.js";
import { digits, exactTime, graceLeft, leftWords, localOf, realLeft, urgency } from "./times.js";

const ANNOUNCED = [5, 2, 1];
const refusals = new Map();

// A refusal stays beside its form, even if she has gone elsewhere meanwhile.
export const noteRefusal = (id, error) => refusals.set(id, error);

export function mountAnswer(root, record, actions) {
  const { inject } = record;
  const { ask } = inject;
  const id = inject.id;
  root.replaceChildren(stamp("answer-piece"));
  const at = (name) => part(root, name);
  const form = makeAsk(ask);
  let editing = false;
  let touched = false;
  let announced = null;
  let lastState = null;

  if (ask.prompt_html) at("prompt").innerHTML = ask.prompt_html;
  else show(at("prompt"), false);
  write(at("weight"), ask.weight ? _("weight %(n)s", { n: ask.weight }) : "");
  at("inputs").append(form.root);
  form.fill(drafts.current(id));

  const content = () => form.read();
  form.root.addEventListener("input", () => {
    touched = true;
    refusals.delete(id);
    drafts.typed(id, content());
  });
  form.root.addEventListener("focusout", () => drafts.flush());
  form.root.addEventListener("keydown", (event) => {
    // Enter in a line of a form must not send the whole answer.
    if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
  });
  at("form").addEventListener("submit", (event) => (event.preventDefault(), send(false)));
  at("use").addEventListener("click", () => {
    drafts.useTeams(id);
    form.fill(drafts.current(id));
    render();
    form.focus();
  });
  at("keep").addEventListener("click", () => (drafts.keepOwn(id), render(), form.focus()));
  at("undo").addEventListener("click", () => {
    drafts.takeBack(id);
    form.fill(drafts.current(id));
    render();
    form.focus();
  });
  at("cancel").addEventListener("click", () => {
    editing = false;
    drafts.forget(id);
    render();
  });
  at("decline").addEventListener("click", async () => {
    const refused = await actions.decline(id);
    if (refused) refuse(refused);
  });

  function refuse(error) {
    refusals.set(id, error);
    render();
    if (error.place) form.focus(error.place);
  }

  function send(confirmed) {
    if (clock.state() === "paused") return;
    const problem = form.problem();
    if (problem) return refuse(problem);
    refusals.delete(id);
    editing = false;
    drafts.typed(id, content());
    outbox.send(id, content(), confirmed);
    render();
  }

  function startEditing() {
    editing = true;
    form.fill(drafts.isOwn(id) ? drafts.current(id) : record.response.content);
    render();
    form.focus();
  }

  // Her unsent words stay on the screen when a teammate's answer arrives.
  function noteTransition() {
    if (lastState === "delivered" && record.state === "answered") {
      const hers = drafts.isOwn(id) && touched && !drafts.same(content(), record.response?.content);
      const byMe = record.response?.by === me.name;
      if (hers && !byMe && isReplaceable(record)) editing = true;
      if (!hers || byMe) drafts.forget(id);
    }
    lastState = record.state;
  }

  function render() {
    noteTransition();
    const queued = outbox.waits(id);
    const open = isOpen(record);
    const shown = (open || (editing && isReplaceable(record))) && !queued;
    show(at("form"), shown);
    at("receipt").replaceChildren(...receipt(queued));
    if (shown) renderForm(open);
    tick();
  }

  function renderForm(open) {
    if (open && !drafts.isOwn(id) && !form.root.contains(document.activeElement)) form.fill(drafts.current(id));
    const other = drafts.conflict(id);
    show(at("conflict"), Boolean(other));
    show(at("other"), Boolean(other));
    if (other) {
      write(at("conflict-words"), _("%(name)s has changed the team's draft. Your text is untouched.", { name: other.by ?? _("A teammate") }));
      at("other-text").replaceChildren(describe(ask, other.content));
    }
    const refusal = refusals.get(id);
    show(at("refusal"), Boolean(refusal));
    write(at("refusal"), refusal?.message ?? "");
    show(at("cancel"), editing);
    show(at("decline"), open && inject.optional);
    show(at("undo"), Boolean(drafts.previous(id)));
    renderSend();
  }

  function renderSend() {
    const paused = clock.state() === "paused";
    at("send").disabled = paused;
    show(at("hold"), paused);
    write(at("hold"), paused ? _("The exercise is paused. Your text is kept; you can send it when the exercise goes on.") : "");
    write(at("send"), sendWords());
  }

  function sendWords() {
    if (editing) return _("Send the new version");
    if (ask.kind === "acknowledge") return _("Confirm that we have read it");
    if (ask.approve && leads(ask.approve)) return record.proposed ? _("Approve and send") : _("Send the answer");
    if (ask.approve && !isFree()) return _("Propose it to: %(seat)s", { seat: seatTitle(ask.approve) });
    return ask.kind === "choice" || ask.kind === "choices" ? _("Send the decision") : _("Send the answer");
  }

  const freeIn = () => (record.proposed ? record.proposed.at + LEAD_SILENCE - clock.drillTime() : null);
  const isFree = () => record.proposed && freeIn() <= 0;

  function notice(tone, name, words, ...more) {
    return node("div", { className: `notice ${tone}` }, node("p", {}, icon(name), " ", words), ...more);
  }

  function receipt(queued) {
    if (queued) {
      const change = node("button", { type: "button", className: "small" }, _("Change it before it goes"));
      change.addEventListener("click", () => (outbox.takeOut(id), render(), form.focus()));
      const words = actions.online() ? _("Sending…") : _("Your answer waits for the connection and goes by itself, once. You need do nothing.");
      return [notice("soon", actions.online() ? "clock" : "offline", words, describe(ask, content()), ...(actions.online() ? [] : [change]))];
    }
    return (STANDINGS[record.state] ?? (() => []))();
  }

  const ownText = () => (drafts.current(id) ? [describe(ask, drafts.current(id))] : []);
  const STANDINGS = {
    delivered: () => (record.proposed ? [proposal()] : []),
    answered: () => answered(),
    lapsed: () =>
      record.late_response
        ? [notice("soon", "clock", _("It arrived after the deadline. It is kept, with the time at which you wrote it; the facilitator decides."), describe(ask, record.late_response.content))]
        : [notice("soon", "clock", _("It did not arrive in time. Your text is kept."), ...ownText())],
    withdrawn: () => [notice("", "cross", _("This message was withdrawn: disregard it. No answer is needed, and nothing is lost."))],
    void: () => [notice("", "cross", _("This no longer counts, for or against you: the exercise ended before its deadline."), ...ownText())],
    declined: () => [notice("", "hand", _("Your team has declined this message. Nothing is lost."))],
  };

  function proposal() {
    const { by } = record.proposed;
    const words = leads(ask.approve)
      ? _("%(name)s proposes this answer. Read it, change it if you wish, and send it.", { name: by })
      : _("%(name)s has proposed this answer; it waits for: %(seat)s.", { name: by, seat: seatTitle(ask.approve) });
    const free = node("span", { className: "digits" });
    free.dataset.free = "";
    return notice("soon", "hand", words, leads(ask.approve) ? "" : node("p", {}, free));
  }

  function answered() {
    const { response } = record;
    if (!response) return [];
    if (response.state === "taken_over") {
      return [notice("done", "document", _("The deadline passed, so your team's draft was handed in as it stood. Nobody had confirmed it."), describe(ask, response.content))];
    }
    const time = exactTime(response.received_at);
    const words = response.by
      ? _("Received %(time)s ✓ · version %(version)s by %(name)s", { time, version: response.version, name: response.by })
      : _("Received %(time)s ✓ · version %(version)s", { time, version: response.version });
    return [notice("done", "check", words, describe(ask, response.content), ...changing())];
  }

  function changing() {
    if (record.final) return [node("p", { className: "soft" }, _("Your team has confirmed this decision; it is final."))];
    if (!isReplaceable(record)) return [];
    const until = node("p", { className: "soft" }, _("You can change it until %(time)s.", { time: localOf(record.deadlineAt) }));
    if (editing) return [until];
    const change = node("button", { type: "button", className: "small" }, icon("pen"), _("Change the answer"));
    change.addEventListener("click", startEditing);
    return [until, change];
  }

  function tick() {
    tellDue();
    const by = drafts.writer(id);
    write(at("writing"), by ? _("%(name)s is writing…", { name: by }) : draftWords());
    const free = root.querySelector("[data-free]");
    if (free) write(free, isFree() ? _("Nobody has approved it yet: any of you may send it now.") : _("Any of you may send it in %(digits)s.", { digits: digits(freeIn() / clock.speed()) }));
    if (free && at("send").textContent !== sendWords()) renderSend();
    if (lastOpen !== isOpen(record) || lastReplace !== isReplaceable(record) || lastClock !== clock.state()) {
      [lastOpen, lastReplace, lastClock] = [isOpen(record), isReplaceable(record), clock.state()];
      render();
    }
  }
  let [lastOpen, lastReplace, lastClock] = [isOpen(record), isReplaceable(record), clock.state()];

  function draftWords() {
    if (ask.kind === "acknowledge" || !isOpen(record)) return "";
    const told = drafts.ofTeam(id);
    if (drafts.isOwn(id)) return drafts.unsavedOne(id) ? _("Kept on this device.") : _("Saved with your team.");
    return told?.by ? _("The team's draft, last changed by %(name)s.", { name: told.by }) : "";
  }

  function tellDue() {
    const due = at("due");
    if (!isOpen(record) || timeLeft(record) === null) return show(due, false);
    const tone = urgency(record);
    const left = realLeft(record);
    const words = tone === "grace" ? _("The deadline has passed; it can still be sent for %(digits)s.", { digits: digits(graceLeft(record)) }) : `${leftWords(left)} · ${digits(left)}`;
    show(due, true);
    due.className = `due ${tone}`;
    if (!due.firstChild) due.append(icon("clock"), node("span"));
    write(due.lastChild, words);
    const n = ANNOUNCED.find((minute) => left > (minute - 1) * 60_000 && left <= minute * 60_000 && left > minute * 60_000 - 3000);
    if (n && announced !== n) {
      announced = n;
      announce(_n("%(n)s minute left for this answer", "%(n)s minutes left for this answer", n));
    }
  }

  render();
  return { id, render, tick, refuse };
}
