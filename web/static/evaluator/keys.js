// The keyboard is the normal way: a digit gives a level, the arrows move, Enter goes on.
const STORED = "prontas-desk-keys";
const dialog = document.getElementById("keys");
const box = document.getElementById("keys-on");

const writes = (element) => element.matches("textarea, input, select");
const presses = (element) => element.closest("button, a, summary, [role=button]");
const isOn = () => box.checked;

// Verbs: current(), give(criterion, key), move(step), along(step), none, evidence, leaveField(keep), next, back, list.
export function listenToKeys(verbs) {
  box.checked = localStorage.getItem(STORED) !== "off";
  const changed = () => {
    localStorage.setItem(STORED, isOn() ? "on" : "off");
    verbs.shortcuts(isOn());
  };
  box.addEventListener("change", changed);
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (act(event, verbs)) event.preventDefault();
  });
  return isOn;
}

function act(event, verbs) {
  if (writes(event.target)) return inField(event, verbs);
  if (event.key === "Enter") return presses(event.target) ? false : verbs.next();
  if (event.key === "ArrowDown") return verbs.move(1);
  if (event.key === "ArrowUp") return verbs.move(-1);
  if (event.key === "ArrowRight") return verbs.along(1);
  if (event.key === "ArrowLeft") return verbs.along(-1);
  if (!isOn() || event.repeat) return false;
  if (event.key === "?") return show();
  const verb = { n: verbs.none, e: verbs.evidence, b: verbs.back, l: verbs.list }[event.key.toLowerCase()];
  if (verb) return verb();
  return /^[0-9]$/.test(event.key) ? verbs.give(event.key) : false;
}

function inField(event, verbs) {
  if (event.key === "Enter" && !event.shiftKey) return verbs.leaveField(event.target, true);
  if (event.key === "Escape") return verbs.leaveField(event.target, false);
  return false;
}

function show() {
  dialog.showModal();
  return true;
}
