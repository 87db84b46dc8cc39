// A participant made from docs/protocol.md alone, with the official JavaScript client: joins, plays, says what it heard.
// node client.mjs JOIN_LINK NAME SEAT TRANSPORT; each line of its output is a JSON object.
import { io } from "socket.io-client";
import { randomUUID } from "node:crypto";

const [link, name, seat, transport] = process.argv.slice(2);
const base = new URL(link).origin;
const cookies = new Map();
const say = (facts) => process.stdout.write(`${JSON.stringify(facts)}\n`);
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function fetchPage(path, form) {
  const headers = { Cookie: cookieHeader(), "Accept-Language": "en", Accept: form === "json" ? "application/json" : "text/html" };
  const body = form && form !== "json" ? new URLSearchParams(form) : undefined;
  const answer = await fetch(new URL(path, base), { method: body ? "POST" : "GET", headers, body, redirect: "manual" });
  for (const one of answer.headers.getSetCookie()) {
    const [pair] = one.split(";");
    cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
  return answer;
}

const cookieHeader = () => [...cookies].map(([key, value]) => `${key}=${value}`).join("; ");
const between = (text, start, end) => text.split(start)[1].split(end)[0];

async function join() {
  const page = await (await fetchPage(link)).text();
  const form = {
    csrf_token: between(page, '<meta name="csrf-token" content="', '"'),
    notice: between(page, 'name="notice" value="', '"'),
    rules: "1", privacy: "1", name, language: "en", seat,
  };
  const answer = await fetchPage(link, form);
  const keep = await (await fetchPage("/keep")).text();
  const short = between(between(keep, 'id="short"', "/p>"), ">", "<");
  say({ joined: answer.status, to: answer.headers.get("location"), short });
  say({ state: await (await fetchPage("/play/state", "json")).json() });
}

// The server's clock, whatever this device's own says.
let told = { now: 0 };
let toldAt = 0;
const hear = (clock) => ([told, toldAt] = [clock, performance.now()]);
const serverNow = () => Math.round(told.now + performance.now() - toldAt);

// The line: its number, and what was heard.
let n = 0;
let resuming = null;
const heard = [];
const waiting = new Set();
let socket;

const ask = async (request, facts) => {
  const answer = await socket.timeout(8000).emitWithAck(request, facts);
  say({ asked: request, facts, answer });
  return answer;
};

async function resume() {
  if (resuming) return resuming;
  resuming = (async () => {
    for (;;) {
      const page = await ask("resume", { n });
      if (page.protocol !== 1) throw new Error("another version");
      hear(page.clock);
      page.events.forEach(show);
      if (n >= page.n) break;
    }
  })().catch(() => {}).finally(() => (resuming = null));
  return resuming;
}

function show(event) {
  if (event.n <= n) return;
  if (event.n > n + 1) return void resume();
  n = event.n;
  heard.push(event);
  say({ event });
  for (const look of waiting) look();
}

function until(matches) {
  return new Promise((done) => {
    const look = () => {
      const found = heard.find(matches);
      if (found) waiting.delete(look), done(found);
    };
    waiting.add(look);
    look();
  });
}

const delivered = (inject) => (event) => event.kind === "inject_delivered" && event.inject.id === inject;

// The same id goes again until there is a receipt or a refusal.
async function send(inject, content, more = {}, id = randomUUID()) {
  for (;;) {
    try {
      const answer = await ask("send_response", { inject, id, content, typed_at: serverNow(), ...more });
      if (!["too_many", "server_failed"].includes(answer.error?.code)) return { id, answer };
    } catch {
      // No acknowledgement.
    }
    await wait(1000);
  }
}

await join();
socket = io(base, { transports: [transport], upgrade: false, auth: { as: "team" }, extraHeaders: { Cookie: cookieHeader() }, reconnectionDelay: 500, reconnectionDelayMax: 5000 });
socket.on("connect", () => (say({ connected: socket.io.engine.transport.name }), resume()));
socket.on("connect_error", (error) => say({ refused: error.data ?? error.message }));
socket.on("disconnect", (reason) => say({ disconnected: reason }));
socket.on("event", show);
socket.on("clock", (clock) => (say({ told: "clock", facts: clock }), hear(clock), clock.n > n && resume()));
for (const word of ["presence_changed", "draft_changed", "somebody_writing", "pause_seen"]) socket.on(word, (facts) => say({ told: word, facts }));

await until(delivered("words"));
await until(delivered("decision"));
await until(delivered("silent"));
await ask("receive_injects", { injects: ["words", "decision", "silent"] });
await ask("open_inject", { inject: "words" });
socket.emit("write_draft", { inject: "words" });
await ask("save_draft", { inject: "words", content: { text: "We are th" } });
const first = await send("words", { text: "We are there." });
await send("words", { text: "We are there." }, {}, first.id);
const decision = await send("decision", { option: "A" });
await send("decision", { option: "A" }, { confirmed: true }, decision.id);
say({ ready: "cut" });

await until(delivered("next"));
await send("silent", { text: "Too late." });
say({ ready: "pause" });
await until((event) => event.kind === "drill_paused");
await wait(6000);
const early = await send("next", { text: "Still here." });
say({ ready: "resume" });
await until((event) => event.kind === "drill_resumed");
await send("next", { text: "Still here." }, {}, early.id);
await ask("take_seats", { seats: ["lead", "technical"] });
await ask("change_language", { language: "fr" });
await ask("ask_pause", {});
await ask("take_back_pause", {});
await ask("decline_inject", { inject: "next" });
await ask("send_response", { inject: "words", id: "x", content: { text: "x" }, score: 100 });
say({ ready: "end" });
await until((event) => event.kind === "hotwash_opened");
await resume();
say({ state: await (await fetchPage("/play/state", "json")).json() });
socket.disconnect();
say({ done: n });
