// Answers on their way: each has its own id, is kept until the server has it, and counts once however often it goes.
import * as clock from "../clock.js";
import * as kept from "./kept.js";

const PATIENCE = 4000;
const MOST_FAILURES = 5;
let items = kept.read("outbox", []);
let line = null;
let busy = false;
let heard = {};

export function start(openLine, handlers) {
  line = openLine;
  heard = handlers;
  setInterval(() => items.length && pump(), PATIENCE);
  // Another window of hers may have sent, or written, one.
  addEventListener("storage", () => {
    items = kept.read("outbox", []);
    heard.changed?.();
  });
}

// Plain HTTP in a meeting room has no crypto.randomUUID.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function write(next) {
  items = next;
  kept.keep("outbox", items);
  heard.changed?.();
}

export const count = () => items.length;
export const waits = (inject) => items.some((item) => item.inject === inject);

// A newer answer to the same message takes the place of one that still waits.
export function send(inject, content, confirmed = false) {
  const item = { id: newId(), inject, content, confirmed, typed_at: Math.round(clock.serverNow()), failures: 0 };
  write([...items.filter((other) => other.inject !== inject), item]);
  return pump();
}

export const takeOut = (inject) => write(items.filter((item) => item.inject !== inject));

// The event stream may know of an answer whose receipt was lost.
export function arrived(id) {
  if (items.some((item) => item.id === id)) write(items.filter((item) => item.id !== id));
}

export async function pump() {
  if (busy || !line?.connected()) return;
  busy = true;
  try {
    for (const item of [...items]) if (!(await deliver(item))) break;
  } finally {
    busy = false;
  }
}

async function deliver(item) {
  const { failures, ...facts } = item;
  let receipt;
  try {
    receipt = await line.ask("send_response", facts);
  } catch {
    return false; // No answer in time: the same id goes again.
  }
  // Meanwhile she may have taken it out, or sent a newer one.
  if (!items.some((other) => other.id === item.id)) return true;
  if (receipt.error?.code === "too_many") return false; // Her own rush: the next try is in a moment.
  if (receipt.error?.code === "server_failed" && failures < MOST_FAILURES) {
    write(items.map((other) => (other.id === item.id ? { ...other, failures: failures + 1 } : other)));
    return false;
  }
  write(items.filter((other) => other.id !== item.id));
  if (receipt.error) heard.refused?.(item, receipt.error);
  else heard.received?.(item, receipt);
  return true;
}
