// Times as people read them: local clock, story time, and what is left, in words first.
import * as clock from "../clock.js";
import { _, _n, language } from "../words.js";
import { drill, timeLeft, GRACE } from "./story.js";

const LOCALE = { es: "es-419", pt: "pt-BR", en: "en", fr: "fr" }[language] ?? language;
const format = (options, zone) => new Intl.DateTimeFormat(LOCALE, { hourCycle: "h23", timeZone: zone, ...options });

const minutes = format({ hour: "2-digit", minute: "2-digit" }, drill.time_zone);
const seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" }, drill.time_zone);
const story = format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }, "UTC");

export const localTime = (instant) => minutes.format(instant);
export const exactTime = (instant) => seconds.format(instant);
export const localNow = () => minutes.format(clock.serverNow());

// The story's time bears its own offset: it is shown as it stands there, wherever she is.
export function storyTime(iso) {
  const found = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(iso ?? "");
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
  return story.format(Date.UTC(year, month - 1, day, hour, minute));
}

// A drill time as local clock; only while the drill runs do both go together.
export const localOf = (drillTime) => localTime(clock.serverNow() + (drillTime - clock.drillTime()) / clock.speed());

export const realLeft = (record) => {
  const left = timeLeft(record);
  return left === null ? null : left / clock.speed();
};

export function digits(milliseconds) {
  const all = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(all / 3600);
  return `${hours ? `${hours}:${two(Math.floor(all / 60) % 60)}` : Math.floor(all / 60)}:${two(all % 60)}`;
}

export function leftWords(left) {
  if (left < 60_000) return _("less than a minute left");
  const n = Math.floor(left / 60_000);
  return n < 120 ? _n("%(n)s minute left", "%(n)s minutes left", n) : _n("%(n)s hour left", "%(n)s hours left", Math.floor(n / 60));
}

export const graceLeft = (record) => (timeLeft(record) + GRACE) / clock.speed();

// "soon" from two minutes on, "grace" when the deadline has passed.
export function urgency(record) {
  const left = realLeft(record);
  if (left === null) return "none";
  return left <= 0 ? "grace" : left <= 120_000 ? "soon" : "calm";
}
