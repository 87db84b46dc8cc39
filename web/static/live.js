// The line to the server: one stream of numbered events, shown once and in order, whatever the network does.
import { io } from "./vendor/socket.io.esm.min.js";
import * as clock from "./clock.js";
import { carriesWebSockets, networksWay } from "./network.js";

// The version of docs/protocol.md that this page speaks.
const PROTOCOL = 1;
// The server tells the clock every four seconds: after SILENCE the line is asked, without an answer within PROBE she is
// told, and after DEAD a new line is opened. So she knows of a dead line in less than ten seconds.
const SILENCE = 6_000;
const PROBE = 3_000;
const DEAD = 15_000;
const LOOK = 500;
const PATIENCE = 8_000;
const TRY_WEBSOCKET = 120_000;
// A team hears the first four, the staff the others.
const UNNUMBERED = [
  "draft_changed", "somebody_writing", "presence_changed", "pause_seen",
  "trouble_changed", "contacts", "team_writing", "pauses_changed",
];

// A thousand pages that are sent away at once do not come back at once.
const aBit = (milliseconds) => milliseconds * (0.5 + Math.random());

// `who` is {as: "team"} or {as: "staff", drill}. Handlers: event(event), status("online" | "connecting" | "offline"),
// caughtUp(count), told(name, payload) for what is not numbered (drafts, presence), refused(code), outdated().
export function openLine(who, since, handlers) {
  let n = since;
  let asked = 0;
  let away = 0;
  let shown = 0;
  let heardAt = performance.now();
  let lookedAt = Date.now();
  let doubted = false;
  let outdated = false;
  let openedAt = 0;
  const way = networksWay();
  const socket = io({
    auth: who,
    transports: way.transports(),
    timeout: way.patience(),
    tryAllTransports: true,
    upgrade: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });

  const ask = (name, facts = {}) => socket.timeout(PATIENCE).emitWithAck(name, facts);

  function hear() {
    heardAt = performance.now();
    if (!doubted || outdated) return;
    doubted = false;
    if (socket.connected) handlers.status?.("online");
  }

  // One question at a time, unless it has waited too long; a late answer is as good as one in time.
  function resume({ anew = false } = {}) {
    const now = performance.now();
    if (outdated || !socket.connected || (asked && !anew && now - asked < PATIENCE)) return;
    asked = now;
    const before = away;
    socket.emit("resume", { n }, (page) => {
      if (asked === now) asked = 0;
      take(page, performance.now() - now, before === away);
    });
  }

  // An answer to what was asked before she went away does not say what came meanwhile.
  function take(page, took, isNew) {
    hear();
    if (page.error) {
      // Her place is gone: whoever was removed hears it here too.
      if (page.error.code === "not_found") handlers.refused?.(page.error.code);
      return;
    }
    if (page.protocol !== PROTOCOL) return leaveOff();
    clock.hear(page.clock, took);
    for (const event of page.events) shown += show(event) ? 1 : 0;
    if (page.events.length && n < page.n) return resume({ anew: true });
    if (!isNew) return;
    handlers.caughtUp?.(shown);
    shown = 0;
  }

  // The server has become another one: what this page would send it could misread.
  function leaveOff() {
    outdated = true;
    socket.disconnect();
    handlers.status?.("offline");
    handlers.outdated?.();
  }

  function show(event) {
    if (event.n <= n) return false;
    n = event.n;
    if (event.clock) clock.hear(event.clock);
    handlers.event(event);
    return true;
  }

  function openAnew() {
    if (outdated) return;
    handlers.status?.("offline");
    prepare();
    socket.disconnect().connect();
    heardAt = performance.now();
  }

  function prepare() {
    asked = 0;
    openedAt = 0;
    socket.io.opts.transports = way.transports();
    socket.io.timeout(way.patience());
  }

  // She comes back: the line may have died meanwhile, however long ago it was heard last; it has a moment to answer.
  function doubt() {
    away += 1;
    heardAt = performance.now() - SILENCE;
    resume({ anew: true });
  }

  const byPolling = () => socket.io.engine?.transport.name === "polling";

  // Polling costs all sides more: once a WebSocket gets through it takes over.
  async function tryWebSocket() {
    if (!socket.connected || !byPolling() || document.visibilityState === "hidden") return;
    if ((await carriesWebSockets()) && socket.connected && byPolling()) {
      way.forget();
      prepare();
      socket.disconnect().connect();
    }
  }

  setInterval(tryWebSocket, TRY_WEBSOCKET);
  socket.io.on("open", () => (openedAt = performance.now()));
  socket.io.on("close", () => (openedAt = 0));

  socket.on("connect", () => {
    way.worked(byPolling() ? "polling" : "websocket");
    asked = 0;
    doubted = false;
    heardAt = performance.now();
    handlers.status?.("online");
    resume({ anew: true });
  });
  socket.on("disconnect", (reason) => {
    handlers.status?.("connecting");
    prepare();
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), aBit(1000));
  });
  socket.on("connect_error", (error) => {
    handlers.status?.("offline");
    if (error?.data?.code) handlers.refused?.(error.data.code);
    else if (error?.message === "timeout") way.swallowed();
    prepare();
    // A refusal by the server ends the library's own tries.
    if (!socket.active) setTimeout(() => socket.connect(), aBit(3000));
  });
  socket.on("event", (event) => {
    hear();
    if (event.n === n + 1) show(event);
    else if (event.n > n) resume();
  });
  for (const name of UNNUMBERED) {
    socket.on(name, (payload) => (hear(), handlers.told?.(name, payload)));
  }
  socket.on("clock", (told) => {
    hear();
    clock.hear(told);
    if (told.n !== undefined && told.n > n) resume();
  });

  setInterval(() => {
    const slept = Date.now() - lookedAt > SILENCE;
    lookedAt = Date.now();
    if (document.visibilityState === "hidden") return;
    // Open, and yet nobody lets her in: something between us takes what is said and passes nothing on.
    if (!socket.connected && openedAt && performance.now() - openedAt > DEAD) {
      way.swallowed();
      openAnew();
    }
    if (!socket.connected) return;
    if (slept) doubt();
    const silent = performance.now() - heardAt;
    if (silent > DEAD) openAnew();
    else if (silent > SILENCE + PROBE && !doubted) {
      doubted = true;
      handlers.status?.("connecting");
    } else if (silent > SILENCE) resume();
  }, LOOK);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && doubt());
  // A page that was frozen, or kept for the way back, hears of it in other words than one that was hidden.
  document.addEventListener("resume", doubt);
  addEventListener("pageshow", (event) => event.persisted && openAnew());
  addEventListener("online", () => {
    way.forget();
    if (socket.connected) doubt();
    else openAnew();
  });
  addEventListener("offline", () => {
    doubted = true;
    handlers.status?.("offline");
  });

  return { ask, tell: (name, facts) => socket.volatile.emit(name, facts), connected: () => socket.connected };
}
