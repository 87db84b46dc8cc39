// Before STARTEX: the waiting room, and whether her connection is good enough.
import * as clock from "../clock.js";
import { _ } from "../words.js";
import { byId, part, show, write } from "./page.js";

const SLOW = 1500;
let line = null;

export function start(openLine) {
  line = openLine;
  part(byId("comcheck"), "again").addEventListener("click", check);
}

export function render() {
  const waits = ["draft", "ready"].includes(clock.state());
  show(byId("waiting"), waits);
  show(byId("next"), !waits);
  for (const shown of document.querySelectorAll("#inbox, .inbox-title")) show(shown, !waits);
}

// One question to the server and back, as an answer will travel.
export async function check() {
  const words = part(byId("comcheck"), "words");
  const began = performance.now();
  write(words, _("Checking…"));
  try {
    await line.ask("resume", { n: Number.MAX_SAFE_INTEGER });
    const n = Math.round(performance.now() - began);
    write(words, n < SLOW ? _("Your connection works: the server answered in %(n)s ms.", { n }) : _("Your connection is slow, but good enough: the server answered in %(n)s ms.", { n }));
  } catch {
    write(words, _("No answer from the server. Stay here, or try another network; your facilitator can also take answers by telephone."));
  }
}
