// What became of an answer, in words: on its way, received, proposed, handed in, too late, withdrawn.
import * as clock from "../clock.js";
import { _ } from "../words.js";
import * as drafts from "./drafts.js";
import { describe } from "./ask.js";
import { icon, node } from "./page.js";
import { isReplaceable, leads, seatTitle } from "./story.js";
import { exactTime, localOf } from "./times.js";

const notice = (tone, name, words, ...more) =>
  node("div", { className: `notice ${tone}` }, node("p", {}, icon(name), " ", words), ...more);

// `view` tells {queued, online, editing, content} and has the acts takeOut() and change().
export function receiptNodes(record, view) {
  if (view.queued) return [onItsWay(record, view)];
  return (STANDINGS[record.state] ?? (() => []))(record, view);
}

function button(words, act) {
  const made = node("button", { type: "button", className: "small" }, icon("pen"), words);
  made.addEventListener("click", act);
  return made;
}

function onItsWay({ inject }, view) {
  const sent = describe(inject.ask, view.queued.content);
  const written = node("p", { className: "soft" }, _("Written at %(time)s.", { time: exactTime(view.queued.typed_at) }));
  if (view.queued.held && clock.state() === "paused") {
    const words = _("The exercise is paused. Your answer goes by itself, once, when it goes on.");
    return notice("soon", "pause", words, written, sent, button(_("Change it before it goes"), view.takeOut));
  }
  if (view.online) return notice("soon", "clock", _("Sending…"), sent);
  const words = _("Your answer waits for the connection and goes by itself, once. You need do nothing.");
  return notice("soon", "offline", words, written, sent, button(_("Change it before it goes"), view.takeOut));
}

const STANDINGS = {
  delivered: (record) => (drafts.proposal(record.inject.id) ? [proposal(record)] : []),
  answered,
  lapsed: (record) => (record.late_response ? late(record) : lapsed(record)),
  withdrawn: () => [notice("", "cross", _("This message was withdrawn: disregard it. No answer is needed, and nothing is lost."))],
  void: ({ inject }) => [notice("", "cross", _("This no longer counts, for or against you."), ...ownText(inject))],
  declined: () => [notice("", "hand", _("Your team has declined this message. Nothing is lost."))],
};

function lapsed({ inject }) {
  const words = drafts.current(inject.id) ? _("It did not arrive in time. Your text is kept.") : _("The deadline passed without an answer.");
  return [notice("soon", "clock", words, ...ownText(inject))];
}

function late({ inject, late_response: came }) {
  const words = _("This arrived after the deadline. It is kept, with the time at which you wrote it; the facilitator decides.");
  return came ? [notice("soon", "clock", words, ...bothTimes(came), describe(inject.ask, came.content), node("p", { className: "soft" }, _("If the connection was the reason, tell your facilitator: nobody loses by that.")))] : [];
}

// Where an answer was under way for a while, both times are hers to know: when she wrote it, and when it was here.
const UNDER_WAY = 10_000;
function bothTimes({ typed_at: typed, received_at: received }) {
  if (typed === null || typed === undefined || received - typed < UNDER_WAY) return [];
  const times = { typed: exactTime(typed), received: exactTime(received) };
  return [node("p", { className: "soft" }, _("Written at %(typed)s, received at %(received)s: both times are kept.", times))];
}

const ownText = ({ id, ask }) => (drafts.current(id) ? [describe(ask, drafts.current(id))] : []);

function proposal({ inject }) {
  const { by } = drafts.proposal(inject.id);
  const name = by || _("A teammate");
  const seat = seatTitle(inject.ask.approve);
  if (leads(inject.ask.approve)) {
    return notice("soon", "hand", _("%(name)s proposes this answer. Read it, change it if you wish, and send it.", { name }));
  }
  const free = node("p", { className: "digits" });
  free.dataset.free = "";
  return notice("soon", "hand", _("%(name)s has proposed this answer; it waits for: %(seat)s.", { name, seat }), free);
}

function answered(record, view) {
  const { response, inject } = record;
  if (!response) return [];
  const sent = inject.ask.kind === "acknowledge" ? [] : [describe(inject.ask, response.content)];
  if (response.erased) sent.push(node("p", { className: "soft" }, _("The words of this answer were erased.")));
  if (response.state === "taken_over") {
    const handedIn = _("The deadline passed, so your team's draft was handed in as it stood. Nobody had confirmed it.");
    return [notice("done", "document", handedIn, ...sent), ...late(record)];
  }
  const told = { time: exactTime(response.received_at), version: response.version, name: response.by || _("an erased person") };
  const words = response.by !== null
    ? _("Received %(time)s ✓ · version %(version)s by %(name)s", told)
    : _("Received %(time)s ✓ · version %(version)s", told);
  return [notice("done", "check", words, ...bothTimes(response), ...sent, ...changing(record, view)), ...late(record)];
}

function changing(record, view) {
  if (record.final) return [node("p", { className: "soft" }, _("Your team has confirmed this decision; it is final."))];
  if (!isReplaceable(record)) return [];
  const until = node("p", { className: "soft" }, _("You can change it until %(time)s.", { time: localOf(record.deadlineAt) }));
  return view.editing ? [until] : [until, button(_("Change the answer"), view.change)];
}
