// The list of messages, newest first; lines keep their place on the page, only their words change.
import { _, _n } from "../words.js";
import { byId, part, show, showIcon, stamp, write, announce, icon } from "./page.js";
import * as drafts from "./drafts.js";
import * as kept from "./kept.js";
import * as outbox from "./outbox.js";
import { injects, isForMe, isOpen, newestFirst, nextOpen } from "./story.js";
import { digits, exactTime, graceLeft, leftWords, localTime, realLeft, urgency } from "./times.js";

const CHANNELS = {
  email: () => _("Mail"), phone: () => _("Telephone call"), chat: () => _("Chat"), sms: () => _("Text message"),
  siem: () => _("Monitoring alert"), news: () => _("News"), social: () => _("Social network"), letter: () => _("Letter"),
  minister: () => _("Minister's office"), regulator: () => _("Regulator"), citizen: () => _("A citizen"),
  document: () => _("Document"), broadcast: () => _("On air"),
};
export const channelName = (channel) => (CHANNELS[channel] ?? CHANNELS.document)();
export const channelIcon = (channel) => (CHANNELS[channel] ? channel : "document");

const opened = new Set(kept.read("opened", []));
const known = new Set(kept.read("known", []));
const lines = new Map();
const waiting = new Set();
let touchedAt = 0;
for (const kind of ["pointerdown", "touchstart", "touchmove", "wheel", "keydown"]) {
  addEventListener(kind, () => (touchedAt = performance.now()), { passive: true });
}

export const isOpened = (id) => opened.has(id);
export function noteOpened(id) {
  const first = !opened.has(id);
  opened.add(id);
  kept.keep("opened", [...opened]);
  return first;
}

export const unread = () =>
  [...injects.values()].filter((one) => !opened.has(one.inject.id) && !["withdrawn", "void"].includes(one.state)).length;

// How a message stands: [icon, words, tone].
export function standing(record) {
  if (outbox.waits(record.inject.id)) return ["offline", _("waits for the connection"), "soon"];
  switch (record.state) {
    case "withdrawn":
    case "void":
      return ["cross", _("disregard: no longer counts"), "soft"];
    case "declined":
      return ["hand", _("declined"), "soft"];
    case "lapsed":
      return ["clock", record.late_response ? _("arrived late; it is kept") : _("did not arrive in time"), "soft"];
    case "answered":
      if (record.response?.state === "taken_over") return ["document", _("draft handed in"), "done"];
      return ["check", record.response ? exactTime(record.response.received_at) : _("answered"), "done"];
  }
  if (!record.inject.ask) return opened.has(record.inject.id) ? ["eye", _("read"), "soft"] : ["eye", _("to read"), "soft"];
  if (drafts.proposal(record.inject.id)) return ["hand", _("waits for approval"), "soon"];
  if (record.deadlineAt === null) return ["pen", _("asks for your confirmation"), "calm"];
  if (!isOpen(record)) return ["clock", _("the deadline has passed"), "soft"];
  const tone = urgency(record);
  if (tone === "grace") return ["warning", _("last seconds: %(digits)s", { digits: digits(graceLeft(record)) }), "late"];
  return ["clock", leftWords(realLeft(record)), tone];
}

function makeLine(record) {
  const { inject } = record;
  const line = stamp("line-piece").firstElementChild;
  part(line, "icon").append(icon(channelIcon(inject.channel)));
  if (inject.from) write(part(line, "channel"), `${channelName(inject.channel)}, `);
  write(part(line, "from"), inject.from?.name ?? channelName(inject.channel));
  write(part(line, "title"), inject.title);
  write(part(line, "time"), localTime(record.at));
  line.querySelector("a").href = `#m/${encodeURIComponent(inject.id)}`;
  return line;
}

function update(record) {
  const line = lines.get(record.inject.id);
  if (!line) return;
  const isNew = !opened.has(record.inject.id);
  line.classList.toggle("unread", isNew);
  show(part(line, "new"), isNew);
  show(part(line, "yours"), isForMe(record.inject));
  write(part(line, "yours"), _("for you"));
  const [name, words, tone] = standing(record);
  const chip = part(line, "state");
  if (chip.dataset.shown === name + words + tone) return;
  chip.dataset.shown = name + words + tone;
  chip.className = `chip ${tone}`;
  chip.replaceChildren(icon(name), words);
}

// Nothing moves under a finger: a line goes in at once only where nobody is touching or reading further down.
const mayMove = () => scrollY < 40 && performance.now() - touchedAt > 1200;

export function render(live) {
  const list = byId("inbox");
  if (list.getAttribute("aria-busy") === "true") return;
  const calm = !live || byId("home").hidden || mayMove();
  for (const record of newestFirst().reverse()) {
    const { id } = record.inject;
    if (!lines.has(id) && calm) {
      const line = makeLine(record);
      if (live && !byId("home").hidden) line.classList.add("arrives");
      lines.set(id, line);
      list.prepend(line);
      waiting.delete(id);
    } else if (!lines.has(id)) {
      waiting.add(id);
    }
    update(record);
  }
  show(byId("empty"), injects.size === 0 && byId("waiting").hidden);
  tellFresh();
}

// The chip "1 new": in the inbox for lines held back, in an open message for what is not read yet.
const fresh = new Set();
export function tellFresh() {
  const reading = byId("home").hidden;
  const n = reading ? fresh.size : waiting.size;
  show(byId("fresh"), n > 0);
  if (n) write(part(byId("fresh"), "words"), _n("%(n)s new", "%(n)s new", n));
}

export function came(record) {
  if (byId("home").hidden) fresh.add(record.inject.id);
  const from = record.inject.from?.name ?? channelName(record.inject.channel);
  announce(_("New message from %(from)s: %(title)s", { from, title: record.inject.title }));
}

export function forgetFresh() {
  fresh.clear();
  touchedAt = 0;
  tellFresh();
}

export function showWaiting() {
  scrollTo({ top: 0 });
  forgetFresh();
  render(true);
}

// After a time away: say how many came meanwhile.
export function caughtUp(first) {
  byId("inbox").setAttribute("aria-busy", "false");
  for (const skeleton of byId("inbox").querySelectorAll(".skeleton")) skeleton.remove();
  const missed = [...injects.keys()].filter((id) => !known.has(id)).length;
  if (missed && (known.size || !first)) {
    const words = _n("%(n)s new message while you were away", "%(n)s new messages while you were away", missed);
    write(byId("missed"), words);
    show(byId("missed"), true);
    announce(words);
  }
}

export function noteKnown() {
  const before = known.size;
  for (const id of injects.keys()) known.add(id);
  if (known.size > before) kept.keep("known", [...known]);
}

// The bar is always there, so that the list below never jumps.
export function renderNext() {
  const bar = byId("next");
  const record = nextOpen();
  if (byId("inbox").getAttribute("aria-busy") === "true") return;
  bar.classList.toggle("quiet", !record);
  const tone = record ? urgency(record) : "calm";
  bar.dataset.tone = tone;
  if (!record) {
    bar.removeAttribute("href");
    write(part(bar, "words"), _("Nothing waits for an answer now."));
    for (const name of ["title", "digits"]) write(part(bar, name), "");
    return;
  }
  bar.href = `#m/${encodeURIComponent(record.inject.id)}`;
  const left = tone === "grace" ? _("last seconds") : leftWords(realLeft(record));
  write(part(bar, "words"), _("NEXT: %(left)s", { left }));
  write(part(bar, "title"), record.inject.title);
  write(part(bar, "digits"), digits(tone === "grace" ? graceLeft(record) : realLeft(record)));
}
