// The head of the page: team and roles, the clock, the line in words, what state the exercise is in.
import * as clock from "../clock.js";
import { whoAnswers } from "../network.js";
import { _ } from "../words.js";
import * as drafts from "./drafts.js";
import { keeps } from "./kept.js";
import * as outbox from "./outbox.js";
import { announce, byId, part, show, showIcon, stamp, write } from "./page.js";
import { now, ownSeats, seatTitle } from "./story.js";
import { localNow } from "./times.js";
import { unread } from "./inbox.js";

const LOOK_AGAIN = 8_000;
const title = document.title;
let status = "connecting";
let since = performance.now();
let wasOnline = false;
let stopShown = false;
let toldLost = false;
let lookedAt = 0;

export function setStatus(next) {
  if (status === "online" && next !== "online") since = performance.now();
  status = next;
  wasOnline ||= next === "online";
  if (status === "online") show(byId("portal"), false);
  tickLine();
}

export const isOnline = () => status === "online";

function lineWords() {
  const keptHere = keeps() ? _("your text is kept on this device") : _("do not close this page: it alone keeps your text");
  if (!wasOnline && status !== "offline") return ["online", _("Connecting…"), "soon"];
  const seconds = Math.round((performance.now() - since) / 1000);
  if (status === "online") {
    const waits = outbox.count() + drafts.unsaved();
    if (waits && !keeps()) return ["warning", _("Online · saving… This device has no room to keep your text: leave this page open."), "soon"];
    return ["online", waits ? _("Online · saving…") : _("Online · everything saved"), waits ? "calm" : "done"];
  }
  if (status === "connecting" && seconds < 5) return ["offline", _("Reconnecting… %(kept)s", { kept: keptHere }), "soon"];
  return ["offline", _("No connection (%(time)s): %(kept)s", { time: lasted(seconds), kept: keptHere }), "soon"];
}

// A line that stays away although the device has a network: perhaps somebody else answers in our place.
async function lookWhoAnswers() {
  const away = performance.now() - since;
  if (status === "online" || away < 3000 || performance.now() - lookedAt < LOOK_AGAIN) return;
  lookedAt = performance.now();
  const who = await whoAnswers();
  show(byId("portal"), who === "portal" && status !== "online");
}

function lasted(seconds) {
  return seconds < 60 ? `${Math.max(1, seconds)} s` : `${Math.floor(seconds / 60)} min`;
}

function tickLine() {
  const [name, words, tone] = lineWords();
  const line = byId("line");
  line.dataset.tone = tone;
  showIcon(part(line, "icon"), name);
  write(part(line, "words"), words);
  tellAloud(words);
}

// Saving is not worth a word aloud; losing the line for some seconds is, and having it again.
function tellAloud(words) {
  const lost = status !== "online" && performance.now() - since > 4000;
  if (lost === toldLost || (status !== "online" && !lost)) return;
  toldLost = lost;
  announce(words);
}

export function tick() {
  write(byId("t-plus"), clock.tPlus(clock.drillTime()));
  write(byId("local-time"), localNow());
  tickLine();
  lookWhoAnswers();
}

export function render() {
  write(byId("team-name"), now.team.name);
  const seats = ownSeats().map(seatTitle).join(", ");
  write(byId("own-seats"), seats ? `· ${seats}` : "");
  const n = unread();
  document.title = n ? `(${n}) ${title}` : title;
  const state = clock.state();
  const stopped = clock.stopped();
  show(byId("paused"), state === "paused" && !stopped);
  show(byId("ended"), state === "ended");
  if (state === "ended") {
    const open = now.hotwash === null;
    write(part(byId("ended"), "words"), open ? _("ENDEX: no new messages. Deadlines that already run, run out.") : _("ENDEX: the exercise is over. Thank you."));
  }
  renderStop(stopped);
  tick();
}

// Filled when it is shown: only then does a screen reader speak it at once.
function renderStop(stopped) {
  if (stopped === stopShown) return;
  stopShown = stopped;
  const banner = byId("stop");
  show(banner, stopped);
  banner.classList.remove("folded");
  banner.replaceChildren(...(stopped ? [stamp("stop-words")] : []));
  // An open dialog would lie above it.
  if (stopped) for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  if (stopped) part(banner, "fold").addEventListener("click", () => banner.classList.add("folded"));
}
