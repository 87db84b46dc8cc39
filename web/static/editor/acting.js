// Orders about injects, one after the other: each becomes a version, and the page shows it.
import { fetchTold, nodesOf } from "../fragments.js";
import { _ } from "../words.js";
import { focusHeld, isInUse, onLeft } from "./grid.js";
import { scenario, send, setNumber, tell } from "./telling.js";

const base = `/scenarios/${encodeURIComponent(scenario)}`;
let last = Promise.resolve();

// Orders wait for each other: the next one stands on the version that the one before has made.
// Who asked hears that it was kept before the page shows it, or first why it was refused; where `refused` gives true it
// has said so itself.
export function act(facts, { kept = () => {}, afterwards = () => {}, refused = () => false } = {}) {
  last = last.then(() => order(facts, kept, afterwards, refused));
  return last;
}

async function order(facts, kept, afterwards, refused) {
  const fields = new URLSearchParams({ number: document.body.dataset.number });
  for (const [name, value] of Object.entries(facts)) for (const one of [value].flat()) fields.append(name, one);
  try {
    const answer = await send(`${base}/arrange`, fields);
    setNumber(answer.number);
    kept();
    tell(answer.said);
    await refresh();
    afterwards(answer);
  } catch (error) {
    if (refused(error)) return;
    tell(error.message, "soon");
    if (error.code === "scenario_changed") {
      await refresh();
      tell(`${error.message} ${_("The newest version is shown now; do it again there.")}`, "soon");
    }
  }
}

let shown = () => {};
export const onShown = (hears) => (shown = hears);

// The list, the line of time and the head as the server has them now. A cell that is in use is let be until it
// is left, and what had the focus has it again.
export async function refresh() {
  const line = document.querySelector("form[data-part-form] input[name='line']")?.value ?? "";
  const { response, told } = await fetchTold(`${base}/pieces?line=${encodeURIComponent(line)}`, "parts");
  if (!response.ok) return;
  setNumber(told.number);
  if (isInUse()) {
    onLeft(refresh);
    return;
  }
  const focusAgain = focusHeld();
  const marked = new Set([...document.querySelectorAll('.grid input[name="line"]:checked')].map((box) => box.value));
  for (const [name, piece] of Object.entries(told.parts)) {
    const place = document.querySelector(`[data-part="${name}"]`);
    if (!place) continue;
    if (name === "state") place.replaceWith(nodesOf(piece));
    else place.replaceChildren(nodesOf(piece));
  }
  for (const box of document.querySelectorAll('.grid input[name="line"]')) box.checked = marked.has(box.value);
  shown();
  focusAgain();
}
