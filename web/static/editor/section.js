// The form of a section: once saved, its head and its fields are shown as the server has them now.
import { fetchTold, nodesOf } from "../fragments.js";
import { current, mountForm } from "./form.js";
import { setNumber } from "./telling.js";

export function startSection(form) {
  mountForm(form, () => refresh(form));
}

async function refresh(form) {
  const { response, told } = await fetchTold(`${form.action}?piece=1`, "parts").catch(() => ({ response: {} }));
  if (!response.ok || !form.isConnected) return;
  setNumber(told.number);
  document.querySelector('[data-part="name"]').replaceChildren(nodesOf(told.parts.name));
  // What is being typed by now is hers; it is shown anew when that is saved.
  if (current().isDirty()) return;
  const had = placeIn(form);
  const box = form.parentElement;
  box.replaceChildren(nodesOf(told.parts.form));
  const anew = box.querySelector("form");
  startSection(anew);
  if (had) goTo(anew, had);
}

function placeIn(form) {
  const at = document.activeElement;
  if (!form.contains(at)) return null;
  const buttons = [...form.querySelectorAll("button.main")];
  return { id: at.id, button: buttons.indexOf(at), start: at.selectionStart, end: at.selectionEnd };
}

// A text that became one of several languages has its first input where the only one was.
function goTo(form, { id, button, start, end }) {
  const input = id ? (document.getElementById(id) ?? form.querySelector(`[id^="${CSS.escape(id)}"]`)) : form.querySelectorAll("button.main")[button];
  const to = input ?? form.querySelector("#form-title");
  to.focus({ preventScroll: true });
  if (typeof start === "number" && to.setSelectionRange) to.setSelectionRange(start, end);
}
