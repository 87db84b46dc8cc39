// Below a message: the question, the form, the team's draft, the deadline, one button; and what became of it.
import { _ } from "../words.js";
import * as clock from "../clock.js";
import { wordsOf } from "../fragments.js";
import { describe, makeAsk } from "./ask.js";
import * as drafts from "./drafts.js";
import * as outbox from "./outbox.js";
import { icon, node, part, show, stamp, steadily, write } from "./page.js";
import { receiptNodes } from "./receipt.js";
import { isOpen, isReplaceable, leads, me, seatTitle, timeLeft, LEAD_SILENCE } from "./story.js";
import { digits, graceLeft, leftWords, realLeft, urgency } from "./times.js";

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
  let lastState = null;
  let receiptKey = null;

  if (ask.prompt_html) at("prompt").replaceChildren(wordsOf(ask.prompt_html));
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
    if (drafts.conflict(id)) drafts.useTeams(id);
    refill();
  });
  at("keep").addEventListener("click", () => {
    if (drafts.conflict(id)) drafts.keepOwn(id);
    else drafts.typed(id, content());
    render();
    form.focus();
  });
  at("undo").addEventListener("click", () => {
    drafts.takeBack(id);
    refill();
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

  function refill() {
    form.fill(drafts.current(id));
    render();
    form.focus();
  }

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
    focusHeading();
  }

  // What had the focus is gone from the page: reading goes on at the answer.
  function focusHeading() {
    if (at("form").hidden) at("heading").focus();
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
    steadily(form.root, paint);
  }

  function paint() {
    noteTransition();
    const queued = outbox.waiting(id);
    const open = isOpen(record);
    const shown = (open || (editing && isReplaceable(record))) && !queued;
    show(at("form"), shown);
    showReceipt(queued);
    if (shown) renderForm(open);
    tick();
  }

  // Built anew only where something has changed: a button must stay under the finger that presses it.
  function showReceipt(queued) {
    const { state, response, late_response: late, final } = record;
    const online = queued && actions.online();
    const key = JSON.stringify([queued, online, queued && clock.state(), state, response, late, drafts.proposal(id), final, editing, isReplaceable(record)]);
    if (key === receiptKey) return;
    receiptKey = key;
    const takeOut = () => (outbox.takeOut(id), render(), form.focus());
    at("receipt").replaceChildren(...receiptNodes(record, { queued, online, editing, content: content(), takeOut, change: startEditing }));
  }

  function renderForm(open) {
    const elsewhere = !form.root.contains(document.activeElement) || document.visibilityState === "hidden";
    if (open && !editing && elsewhere && !drafts.same(content(), drafts.current(id))) form.fill(drafts.current(id));
    const other = othersDraft();
    show(at("conflict"), Boolean(other));
    show(at("other"), Boolean(other));
    if (other) {
      const name = other.by || _("A teammate");
      write(at("conflict-words"), _("%(name)s has changed the team's draft. Your text is untouched.", { name }));
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

  // A teammate's text that is not in the form: beside her own, or because she stands in a field just now.
  function othersDraft() {
    const told = drafts.ofTeam(id);
    if (drafts.isOwn(id) || editing || !told) return drafts.conflict(id);
    return drafts.same(told.content, content()) ? null : told;
  }

  function renderSend() {
    const paused = clock.state() === "paused";
    const waits = ask.approve && proposal() && !leads(ask.approve) && !isFree() && !drafts.isOwn(id);
    at("send").disabled = Boolean(paused || waits);
    show(at("hold"), paused);
    write(at("hold"), paused ? _("The exercise is paused. Your text is kept; you can send it when the exercise goes on.") : "");
    write(at("send"), sendWords());
  }

  function sendWords() {
    if (editing) return _("Send the new version");
    if (ask.kind === "acknowledge") return _("Confirm that we have read it");
    if (ask.approve && leads(ask.approve)) return proposal() ? _("Approve and send") : _("Send the answer");
    if (ask.approve && !isFree()) return _("Propose it to: %(seat)s", { seat: seatTitle(ask.approve) });
    return ask.kind === "choice" || ask.kind === "choices" ? _("Send the decision") : _("Send the answer");
  }

  const proposal = () => drafts.proposal(id);
  const freeIn = () => proposal().at + LEAD_SILENCE - clock.drillTime();
  const isFree = () => Boolean(proposal()) && freeIn() <= 0;

  function tick() {
    tellDue();
    const by = drafts.writer(id);
    write(at("writing"), by ? _("%(name)s is writing…", { name: by }) : draftWords());
    const free = root.querySelector("[data-free]");
    if (free && proposal()) write(free, isFree() ? _("Nobody has approved it yet: any of you may send it now.") : _("Any of you may send it in %(digits)s.", { digits: digits(freeIn() / clock.speed()) }));
    if (free) renderSend();
    if (lastOpen !== isOpen(record) || lastReplace !== isReplaceable(record) || lastClock !== clock.state()) {
      [lastOpen, lastReplace, lastClock] = [isOpen(record), isReplaceable(record), clock.state()];
      if (refusals.get(id)?.code === "drill_paused") refusals.delete(id);
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
  }

  render();
  return { id, render, tick, focusHeading };
}
