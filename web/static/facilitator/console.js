// The console's script: the server renders, each event changes what it can at once, the rest is asked for anew.
import * as clock from "../clock.js";
import { comeOut } from "../gone.js";
import { openLine } from "../live.js";
import { _ } from "../words.js";
import { startActing } from "./acting.js";
import { startKeys } from "./keys.js";
import { patch, setCell, showContacts, sortRows, startMatrix } from "./matrix.js";
import { LIGHT, refresh, renderedUntil, startRefreshing } from "./refreshing.js";
import { openTeam, refreshSide, startSide } from "./side.js";
import { tell } from "./telling.js";
import { since, startTicking } from "./ticking.js";

const { drill, n } = document.body.dataset;
const states = JSON.parse(document.getElementById("states").textContent);
const alarm = document.getElementById("alarm");
const announcer = document.getElementById("announcer");
const AT_ONCE = /^(drill_|speed_|order_|outage_|joining_|inject_moved|inject_held|inject_released)/;
const WHOLE = /^drill_(started|ended)$/;
const QUIET = /^(inject_received|inject_opened)$/;
const ROWS = /^(participant_|seats_|team_)/;
let cutAt = null;
let sideTimer = null;

clock.hear(JSON.parse(document.getElementById("clock").textContent));
startTicking();
startRefreshing(Number(n), () => {
  sortRows();
  announceAlerts();
});
startActing(() => {
  refresh(LIGHT, { soon: true });
  refreshSide();
});
startMatrix(openTeam);
startSide();
startKeys();
showWhereWeAre();

const line = openLine({ as: "staff", drill }, Number(n), { event: hear, status, caughtUp, told, refused, outdated });

// The server speaks another version: so does the page that it gives now. Not at once, while the old one may still answer.
function outdated() {
  setTimeout(() => location.reload(), 5000);
}

// Only within its pane: on a narrow screen the page itself starts at its top.
function showWhereWeAre() {
  const pane = document.getElementById("msel");
  const ahead = pane.querySelector(".line.open, .line.planned");
  if (ahead && pane.scrollHeight > pane.clientHeight) pane.scrollTop = ahead.offsetTop - pane.offsetTop - 40;
}

function hear(event) {
  if (event.n > renderedUntil()) patch(event);
  if (event.clock) showState(event.clock);
  tell(event);
  if (event.kind === "drill_stopped") alarm.textContent = states.stopped[1];
  if (WHOLE.test(event.kind)) refresh(undefined, { soon: true });
  else if (AT_ONCE.test(event.kind)) refresh(LIGHT, { soon: !event.kind.startsWith("inject_") });
  else if (ROWS.test(event.kind)) refresh();
  else if (!QUIET.test(event.kind)) refresh(LIGHT);
  else refresh(["alerts"]);
  freshenSide(event.team);
}

// The state is said at once; what may be done in it, the server renders a moment later.
function showState({ state, stopped }) {
  const name = stopped ? "stopped" : state;
  const place = document.getElementById("state");
  const [icon, words] = states[name];
  const use = place.querySelector("use");
  place.className = `state ${name}`;
  place.querySelector("span").textContent = words;
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${icon}`));
}

function freshenSide(team) {
  clearTimeout(sideTimer);
  sideTimer = setTimeout(() => refreshSide(team), 700);
}

function caughtUp(shown) {
  if (shown) refresh();
}

function told(name, payload) {
  if (name === "trouble_changed") document.getElementById("trouble").hidden = !payload.on;
  if (name === "contacts") showContacts(payload);
  if (name === "pauses_changed") refresh(["alerts"], { soon: true });
  if (name === "team_writing") setCell(payload.team, payload.inject, "writing");
}

// Her session is over, or her role here: the page does not go on showing what is no longer hers.
function refused(code) {
  if (code === "not_found") comeOut();
  else refresh();
}

function status(now) {
  if (now === "online") {
    if (cutAt !== null) refresh();
    cutAt = null;
  } else cutAt ??= Date.now();
  if (document.body.classList.toggle("cut", now !== "online")) announcer.textContent = _("Line lost");
  sayLine(now);
}

function sayLine(now = line.connected() ? "online" : "offline") {
  const place = document.getElementById("line");
  const words =
    now === "online"
      ? _("connected")
      : _("Line lost %(length)s ago; the drill goes on on the server. Trying again …", { length: since(Date.now() - cutAt) });
  place.classList.toggle("lost", now !== "online");
  if (place.textContent !== words) place.textContent = words;
}

setInterval(() => cutAt !== null && sayLine("offline"), 1000);

const known = new Set([...document.querySelectorAll(".alert[data-key]")].map((one) => one.dataset.key));

// New alerts are said once, politely; those that go are not.
function announceAlerts() {
  const there = [...document.querySelectorAll(".alert[data-key]:not([hidden])")];
  const fresh = there.filter((one) => !known.has(one.dataset.key));
  for (const one of fresh) known.add(one.dataset.key);
  for (const key of [...known]) if (!there.some((one) => one.dataset.key === key)) known.delete(key);
  if (fresh.length) announcer.textContent = fresh.map((one) => one.querySelector("strong")?.textContent).join("; ");
}
