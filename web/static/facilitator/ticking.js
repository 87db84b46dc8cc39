// Everything on the console that moves with time by itself: T+, the local clock, what is left, how long since.
import * as clock from "../clock.js";
import { _, _n, language } from "../words.js";

const zone = document.body.dataset.zone;
const local = new Intl.DateTimeFormat(language, {
  hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone, timeZoneName: "shortOffset",
});
// "10:31 UTC-6": the offset as people there write it.
const localTime = (now) => {
  const parts = Object.fromEntries(local.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.hour}:${parts.minute} ${parts.timeZoneName.replace("GMT", "UTC").replace("-", "−")}`;
};
const two = (n) => String(n).padStart(2, "0");
const digits = (seconds) => `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;

// In words first, digits beside; `left` in milliseconds of real time.
export function until(left) {
  const seconds = Math.ceil(left / 1000);
  if (seconds <= 0) return _("now");
  if (seconds < 60) return _n("in %(n)s second", "in %(n)s seconds", seconds);
  const minutes = Math.round(seconds / 60);
  return `${_n("in %(n)s minute", "in %(n)s minutes", minutes)} (${digits(seconds)})`;
}

export function since(length) {
  const seconds = Math.max(0, Math.floor(length / 1000));
  return seconds < 120 ? _("%(n)s s", { n: seconds }) : _("%(n)s min", { n: Math.floor(seconds / 60) });
}

function show(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function tick() {
  const time = clock.drillTime();
  const now = clock.serverNow();
  for (const one of document.querySelectorAll("[data-tplus]")) show(one, clock.tPlus(time));
  for (const one of document.querySelectorAll("[data-local]")) show(one, localTime(now));
  for (const one of document.querySelectorAll("[data-until]")) {
    show(one, until((one.dataset.until - time) / clock.speed()));
  }
  for (const one of document.querySelectorAll("[data-instant]")) show(one, until(one.dataset.instant - now));
  for (const one of document.querySelectorAll("[data-since]")) show(one, since(now - one.dataset.since));
  moveNow(time);
}

function moveNow(time) {
  const line = document.getElementById("now");
  if (!line) return;
  const x = `${Math.min(100, (100 * time) / line.ownerSVGElement.dataset.longest).toFixed(2)}%`;
  if (line.getAttribute("x1") !== x) {
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  }
}

export function startTicking() {
  tick();
  setInterval(tick, 250);
}

export { tick };
