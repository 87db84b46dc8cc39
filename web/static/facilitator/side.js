// The panel beside the matrix: one team or one inject, rendered by the server and kept fresh while it is open.
import { fetchPiece } from "../fragments.js";
import { _ } from "../words.js";
import { morphInto } from "./morph.js";
import { tick } from "./ticking.js";

const base = `/drills/${document.body.dataset.drill}/console/`;
const side = document.getElementById("side");
const body = document.getElementById("side-body");
let shown = null;
let opener = null;

async function load(fresh) {
  const { kind, id } = shown;
  let piece;
  try {
    const fetched = await fetchPiece(`${base}${kind}/${encodeURIComponent(id)}`);
    if (!fetched.response.ok || fetched.response.redirected) throw new Error();
    piece = fetched.piece;
  } catch {
    if (fresh) body.textContent = _("This could not be loaded. Close it and open it again.");
    return;
  }
  if (shown?.kind !== kind || shown.id !== id) return;
  if (fresh) body.replaceChildren();
  morphInto(body, piece);
  tick();
}

async function open(kind, id, inject) {
  if (side.hidden) opener = document.activeElement;
  shown = { kind, id };
  side.hidden = false;
  body.textContent = _("Loading …");
  await load(true);
  side.scrollTop = 0;
  const answer = inject && document.getElementById(`answer-${inject}`);
  answer?.scrollIntoView({ block: "center" });
  side.focus({ preventScroll: true });
}

export const openTeam = (id, inject) => open("teams", id, inject);
export const openInject = (id) => open("injects", id);

export function close() {
  if (side.hidden) return false;
  side.hidden = true;
  shown = null;
  opener?.focus();
  return true;
}

export function refreshSide(team) {
  if (shown && (!team || shown.kind === "injects" || shown.id === team)) load(false);
}

export function startSide() {
  document.getElementById("side-close").addEventListener("click", close);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-team-opens], [data-inject-opens]");
    if (!button) return;
    if (button.dataset.teamOpens) openTeam(button.dataset.teamOpens);
    else openInject(button.dataset.injectOpens);
  });
}
