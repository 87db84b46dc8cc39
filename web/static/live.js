// The line to the server: one stream of numbered events, shown once and in order, whatever the network does.
import { io } from "./vendor/socket.io.esm.min.js";
import * as clock from "./clock.js";

const SILENCE = 10_000;
const PATIENCE = 8_000;
// A team hears the first four, the staff the others.
const UNNUMBERED = [
  "draft_changed", "somebody_writing", "presence_changed", "pause_seen",
  "trouble_changed", "contacts", "team_writing", "pauses_changed",
];

// `who` is {as: "team"} or {as: "staff", drill}. Handlers: event(event), status("online" | "connecting" | "offline"),
// caughtUp(count), told(name, payload) for what is not numbered (drafts, presence), refused(code).
export function openLine(who, since, handlers) {
  let n = since;
  let resuming = false;
  let heardAt = performance.now();
  const socket = io({
    auth: who,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    upgrade: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });

  const ask = (name, facts = {}) => socket.timeout(PATIENCE).emitWithAck(name, facts);

  async function resume() {
    if (resuming || !socket.connected) return;
    resuming = true;
    let shown = 0;
    try {
      for (;;) {
        const page = await ask("resume", { n });
        if (page.error) {
          // Her place is gone: whoever was removed hears it here too.
          if (page.error.code === "not_found") handlers.refused?.(page.error.code);
          break;
        }
        clock.hear(page.clock);
        for (const event of page.events) shown += show(event) ? 1 : 0;
        heardAt = performance.now();
        if (!page.events.length || n >= page.n) break;
      }
      if (socket.connected) handlers.status?.("online");
      handlers.caughtUp?.(shown);
    } catch {
      // No answer in time: the line is asked again by the watch below.
    } finally {
      resuming = false;
    }
  }

  function show(event) {
    if (event.n <= n) return false;
    n = event.n;
    if (event.clock) clock.hear(event.clock);
    handlers.event(event);
    return true;
  }

  socket.on("connect", () => {
    heardAt = performance.now();
    handlers.status?.("online");
    resume();
  });
  socket.on("disconnect", (reason) => {
    handlers.status?.("connecting");
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1000);
  });
  socket.on("connect_error", (error) => {
    handlers.status?.("offline");
    if (error?.data?.code) handlers.refused?.(error.data.code);
    // A refusal by the server ends the library's own tries.
    if (!socket.active) setTimeout(() => socket.connect(), 3000);
  });
  socket.on("event", (event) => {
    heardAt = performance.now();
    if (event.n === n + 1) show(event);
    else if (event.n > n) resume();
  });
  for (const name of UNNUMBERED) {
    socket.on(name, (payload) => handlers.told?.(name, payload));
  }
  socket.on("clock", (told) => {
    heardAt = performance.now();
    clock.hear(told);
    if (told.n !== undefined && told.n > n) resume();
  });

  // The server tells the clock every few seconds; a line that is silent for longer is asked, then cut and opened again.
  setInterval(() => {
    if (document.visibilityState === "hidden") return;
    const silent = performance.now() - heardAt;
    if (!socket.connected) return;
    if (silent > SILENCE + PATIENCE) {
      handlers.status?.("offline");
      socket.disconnect().connect();
      heardAt = performance.now();
    } else if (silent > SILENCE) {
      handlers.status?.("connecting");
      resume().then(() => socket.connected && performance.now() - heardAt < SILENCE && handlers.status?.("online"));
    }
  }, 2000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && resume());
  addEventListener("online", () => (socket.connected ? resume() : socket.connect()));
  addEventListener("offline", () => handlers.status?.("offline"));

  return { ask, tell: (name, facts) => socket.volatile.emit(name, facts), connected: () => socket.connected };
}
