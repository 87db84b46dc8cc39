// Answers on their way: each has its own id, is kept until the server has it, and counts once however often it goes.
import * as clock from "../clock.js";
import * as kept from "./kept.js";

const PATIENCE = 4000;
const MOST_FAILURES = 5;
let heard = {};
// An entry per message: two windows that write at once take nothing from each other.
const ENTRY = "outbox:";
const items = new Map(kept.names(ENTRY).map((name) => [name.slice(ENTRY.length), kept.read(name)]));
// As an earlier version of this page kept them: all in one.
for (const item of kept.read("outbox", [])) write({ ...item, held: false });
kept.drop("outbox");
let line = null;
let busy = false;

export function start(openLine, handlers) {
  line = openLine;
  heard = handlers;
  setInterval(() => items.size && pump(), PATIENCE);
  kept.onOthers((name, item) => {
    if (!name.startsWith(ENTRY)) return;
    if (item) items.set(item.inject, item);
    else items.delete(name.slice(ENTRY.length));
    heard.changed?.();
  });
}

// Plain HTTP in a meeting room has no crypto.randomUUID.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function write(item) {
  items.set(item.inject, item);
  kept.keep(ENTRY + item.inject, item);
  heard.changed?.();
}

function remove(item) {
  // A newer one may have taken its place.
  if (items.get(item.inject)?.id !== item.id) return;
  items.delete(item.inject);
  kept.drop(ENTRY + item.inject);
  heard.changed?.();
}

export const count = () => items.size;
export const waits = (inject) => items.has(inject);
export const waiting = (inject) => items.get(inject) ?? null;

// A newer answer to the same message takes the place of one that still waits.
export function send(inject, content, confirmed = false) {
  write({ id: newId(), inject, content, confirmed, typed_at: Math.round(clock.serverNow()), failures: 0, held: false });
  return pump();
}

export function takeOut(inject) {
  if (items.has(inject)) remove(items.get(inject));
}

// The event stream may know of an answer whose receipt was lost.
export function arrived(id) {
  for (const item of items.values()) if (item.id === id) remove(item);
}

export async function pump() {
  if (busy || !line?.connected()) return;
  busy = true;
  try {
    for (const item of [...items.values()]) if (!(await deliver(item))) break;
  } finally {
    busy = false;
  }
}

async function deliver(item) {
  // What met a pause goes by itself once the exercise goes on.
  if (item.held && clock.state() === "paused") return true;
  const { inject, id, content, confirmed, typed_at } = item;
  let receipt;
  try {
    receipt = await line.ask("send_response", { inject, id, content, confirmed, typed_at });
  } catch {
    return false; // No answer in time: the same id goes again.
  }
  // Meanwhile she may have taken it out, or sent a newer one.
  if (items.get(inject)?.id !== id) return true;
  const code = receipt.error?.code;
  if (code === "too_many") return false; // Her own rush: the next try is in a moment.
  if (code === "drill_paused") {
    if (!item.held) write({ ...item, held: true });
    return true;
  }
  if (code === "server_failed" && item.failures < MOST_FAILURES) {
    write({ ...item, failures: item.failures + 1 });
    return false;
  }
  remove(item);
  if (receipt.error) heard.refused?.(item, receipt.error);
  else heard.received?.(item, receipt);
  return true;
}
