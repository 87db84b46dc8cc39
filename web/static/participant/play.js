// A participant's page: starts the line, hears the events, and lets each part of the page show what has changed.
import { openLine } from "../live.js";
import { _ } from "../words.js";
import * as after from "./after.js";
import { noteRefusal } from "./answer.js";
import { chosenWords } from "./ask.js";
import { tellDeadlines } from "./deadlines.js";
import * as drafts from "./drafts.js";
import * as header from "./header.js";
import * as inApp from "./in_app.js";
import * as inbox from "./inbox.js";
import * as inject from "./inject.js";
import * as kept from "./kept.js";
import * as menu from "./menu.js";
import * as news from "./news.js";
import * as outbox from "./outbox.js";
import { announce, byId, part, show, write } from "./page.js";
import * as pausing from "./pausing.js";
import * as story from "./story.js";
import * as waiting from "./waiting.js";

const received = new Set(kept.read("received", []));
const moments = new Set(["hotwash_opened", "result_told", "standings_published", "response_proposed"]);
const ANEW = 20_000;
let live = false;
let stale = false;
let painting = 0;
let comchecked = false;

const line = openLine({ as: "team" }, 0, {
  event: heard,
  caughtUp,
  told: (name, payload) => TOLD[name]?.(payload),
  refused: (code) => code === "not_found" && comeAnew(),
  // The server speaks another version: so does the page that it gives now.
  outdated: () => (comeAnew(), setInterval(comeAnew, ANEW)),
  status(next) {
    if (next !== "online") stale = true;
    header.setStatus(next);
    inject.render();
  },
});

const TOLD = {
  draft_changed: drafts.heard,
  somebody_writing: drafts.heardWriting,
  presence_changed: menu.heardPresence,
  pause_seen: pausing.seen,
};

function heard(event) {
  // A team's stream that is not ours: she was moved while she was away.
  if (event.team && event.team !== story.now.team.id) return comeAnew();
  story.apply(event);
  if (event.response) outbox.arrived(event.response.id);
  if (live) hearNow(event);
  paint();
}

function hearNow(event) {
  if (event.kind === "inject_delivered") inbox.came(story.injects.get(event.inject.id));
  if (event.kind === "inject_withdrawn") announce(_("A message was withdrawn: disregard it."));
  const gone = event.kind === "participant_moved" || event.kind === "participant_removed";
  if (gone && event.participant === story.me.id) return comeAnew();
  news.heard(event);
  if (moments.has(event.kind)) refresh();
}

// Her place has changed: the server knows where she belongs now. Never in a circle.
function comeAnew() {
  const last = Number(sessionStorage.getItem("prontas:anew") ?? 0);
  if (Date.now() - last < ANEW) return;
  sessionStorage.setItem("prontas:anew", String(Date.now()));
  location.reload();
}

async function caughtUp() {
  const first = !live;
  if (first || stale) inbox.caughtUp(first);
  live = true;
  if (!first && stale) refresh();
  stale = false;
  paintNow();
  inbox.noteKnown();
  drafts.saveAgain();
  outbox.pump();
  tellReceived();
  if (!comchecked && !byId("waiting").hidden) waiting.check();
  comchecked = true;
}

async function refresh() {
  try {
    const response = await fetch("/play/state", { headers: { Accept: "application/json" } });
    if (response.status === 401) return comeAnew();
    const { place, drafts: told, result } = await response.json();
    if (place.team.id !== story.now.team.id) return comeAnew();
    story.refresh(place, result);
    pausing.setState(place.me.pause);
    drafts.refresh(told);
    paintNow();
  } catch {
    stale = true;
  }
}

function paint() {
  if (!painting) painting = requestAnimationFrame(paintNow);
}

function paintNow() {
  cancelAnimationFrame(painting);
  painting = 0;
  inbox.render(live);
  inbox.renderNext();
  waiting.render();
  header.render();
  menu.render();
  after.render();
  inject.render();
  if (live) {
    // What comes all at once after a time away is counted before it is known.
    if (!stale) inbox.noteKnown();
    tellReceived();
    if (wanted() !== inject.openId()) route();
  }
}

async function tellReceived() {
  const fresh = [...story.injects.keys()].filter((id) => !received.has(id));
  if (!fresh.length || !line.connected()) return;
  fresh.forEach((id) => received.add(id));
  try {
    await line.ask("receive_injects", { injects: fresh });
    kept.keep("received", [...received]);
  } catch {
    fresh.forEach((id) => received.delete(id));
  }
}

const wanted = () => (location.hash.startsWith("#m/") ? decodeURIComponent(location.hash.slice(3)) : null);

function route() {
  const id = wanted();
  const record = id === null ? null : story.injects.get(id);
  const learning = location.hash === "#learning";
  const before = inject.openId();
  if (id !== null && !record) return;
  show(byId("home"), !record && !learning);
  show(byId("open"), Boolean(record));
  show(byId("learning"), learning);
  if (learning) after.showLearning();
  if (record && before !== id) {
    show(byId("missed"), false);
    inject.openInject(record, actions);
    if (inbox.noteOpened(id) && line.connected()) line.ask("open_inject", { inject: id }).catch(() => {});
  } else if (!record) {
    inject.closeInject();
    if (before) byId("inbox").querySelector(`a[href="#m/${CSS.escape(encodeURIComponent(before))}"]`)?.focus();
  }
  inbox.forgetFresh();
  paint();
}

const actions = {
  online: header.isOnline,
  async decline(id) {
    try {
      return (await line.ask("decline_inject", { inject: id })).error;
    } catch {
      return { message: _("No connection just now. Try again when you are online.") };
    }
  },
};

// A decision that cannot be taken back is asked for once, wherever she is on the page.
function confirmFinal(item) {
  const record = story.injects.get(item.inject);
  const dialog = byId("confirm");
  write(part(dialog, "title"), record.inject.title);
  write(part(dialog, "choice"), chosenWords(record.inject.ask, item.content));
  dialog.returnValue = "";
  part(dialog, "yes").onclick = () => dialog.close("yes");
  part(dialog, "no").onclick = () => dialog.close("");
  dialog.onclose = () => {
    if (dialog.returnValue === "yes") outbox.send(item.inject, item.content, true);
    inject.render();
    inject.focusAnswer();
  };
  byId("menu").close();
  if (!dialog.open) dialog.showModal();
}

drafts.start(line, () => (header.tick(), inject.render()));
outbox.start(line, {
  changed: paint,
  received(item, receipt) {
    const record = story.injects.get(item.inject);
    if (receipt.state === "proposed") drafts.noteProposed(item, receipt.free_at - story.LEAD_SILENCE);
    if (receipt.state === "late") announce(_("Your answer arrived after the deadline. It is kept; the facilitator decides."));
    if (receipt.state === "counted") {
      announce(_("Your answer was received."));
      drafts.forget(item.inject);
      story.receive(record, item, receipt);
    }
    paint();
  },
  refused(item, error) {
    if (error.code === "confirmation_needed") confirmFinal(item);
    else noteRefusal(item.inject, error);
    paint();
  },
});
menu.start(line);
pausing.start(line);
news.start();
inApp.start();
waiting.start(line);
addEventListener("hashchange", route);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && (stale = true));
document.addEventListener("freeze", () => (stale = true));
byId("fresh").addEventListener("click", () => {
  if (byId("home").hidden) location.hash = "";
  else inbox.showWaiting();
});
setInterval(() => {
  header.tick();
  inbox.render(live);
  inbox.renderNext();
  inject.tick();
  tellDeadlines();
}, 1000);
header.render();
menu.render();
waiting.render();
