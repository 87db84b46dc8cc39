// What kind of network this is: whether it carries WebSockets, and whether somebody else answers in our place.
const KEY = "prontas:way";
const WEBSOCKET_WITHIN = 8_000;
const POLLING_WITHIN = 20_000;
const NETWORK_AUTHENTICATION = 511;

// By which transports a line is tried next: a WebSocket first, polling where that fails. Some proxies swallow WebSockets
// without a word, which no library notices: after one of those polling has its turn, and stays for this network.
export function networksWay() {
  let polls = remembered() === "polling";
  const polling = (is) => {
    polls = is;
    remember(is ? "polling" : "websocket");
  };
  return {
    transports: () => (polls ? ["polling"] : ["websocket", "polling"]),
    patience: () => (polls ? POLLING_WITHIN : WEBSOCKET_WITHIN),
    swallowed: () => (polls = !polls),
    worked: (name) => polling(name === "polling"),
    // Another network may carry what this one did not.
    forget: () => polling(false),
  };
}

// Whether a WebSocket is carried to the server and back. The library's own way of finding out, an upgrade, must not be
// tried where one is swallowed: the server would give the waiting line nothing any more.
export function carriesWebSockets() {
  return new Promise((done) => {
    const probe = new WebSocket(`${location.origin.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`);
    const end = (carried) => {
      clearTimeout(timer);
      probe.onclose = probe.onmessage = null;
      probe.close();
      done(carried);
    };
    const timer = setTimeout(end, WEBSOCKET_WITHIN, false);
    probe.onmessage = ({ data }) => end(String(data).startsWith("0"));
    probe.onclose = () => end(false);
  });
}

function remembered() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(name) {
  try {
    sessionStorage.setItem(KEY, name);
  } catch {
    // Then it is found out anew after a reload.
  }
}

// "portal" where something that is not our server answers, as the Wi-Fi of a hotel does; "none" where nothing does.
export async function whoAnswers() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store", redirect: "manual", headers: { Accept: "application/json" } });
    const ours = answer.ok && /^application\/json/.test(answer.headers.get("Content-Type") ?? "");
    const down = answer.status >= 500 && answer.status !== NETWORK_AUTHENTICATION;
    return ours || down ? "ours" : "portal";
  } catch {
    return "none";
  }
}
