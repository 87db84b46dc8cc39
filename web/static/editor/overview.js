// The injects as a list and on a line of time, with the form of the chosen one beside them.
import { fetchPiece, nodesOf } from "../fragments.js";
import { _, _n } from "../words.js";
import { act, onShown, refresh } from "./acting.js";
import { current, mountForm } from "./form.js";
import { chosen, focusLine, focusMark, isInTimeline, mark, settle, startGrid, startTimeline } from "./grid.js";
import { hush, signedOut, tell } from "./telling.js";

const PAUSE = 700;
const panes = document.getElementById("panes");
const side = document.getElementById("side");
let opener = null;

export function startOverview(form) {
  const list = document.getElementById("list");
  const settleTimeline = startTimeline(document.querySelector('[data-part="timeline"]'), does);
  startGrid(document.querySelector('[data-part="msel"]'), does);
  const settleAll = () => (settle(), settleTimeline(), countChosen());
  onShown(settleAll);
  settleAll();
  list.addEventListener("change", countChosen);
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    press(event.submitter?.value, list.elements.by.value);
  });
  side.addEventListener("click", (event) => {
    if (event.target.closest(".close-form") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && side.contains(document.activeElement)) close();
  });
  addEventListener("popstate", turnBack);
  addEventListener("pagehide", flush);
  if (form) mount(form);
}

function mount(form) {
  mountForm(form, (answer) => {
    refresh();
    // Under another id it is another form; and what was put together holds more than what this one shows.
    if (answer.line !== form.elements.line.value || (answer.anew && !current().isDirty())) open(answer.line, true);
  });
}

function countChosen() {
  mark();
  const n = chosen().length;
  document.getElementById("chosen").textContent = n ? _n("%(n)s chosen", "%(n)s chosen", n) : "";
}

const does = {
  open: (line, field) => open(line, false, true, field),
  refresh,
  choose(box) {
    box.checked = !box.checked;
    countChosen();
  },
  shift,
  move: (line, up) => act({ do: up ? "up" : "down", line: linesFor(line) }, { afterwards: () => goBackTo(line) }),
  write: (line, cell, value, hears) => act({ do: "cell", line, cell, value, language: document.querySelector(".grid").dataset.language }, { ...hears, afterwards: () => (focusLine(line), reopen(line)) }),
};

// Where what has the focus is among those that are chosen, an order is for all of them.
const linesFor = (line) => (chosen().includes(line) ? chosen() : [line]);

// A second press while the first is on its way was not meant twice.
let pressed = null;
async function press(what, by) {
  if (pressed === what) return;
  pressed = what;
  if (what === "earlier" || what === "later") await act({ do: what, line: chosen(), by }, { afterwards: () => reopen() });
  else await act({ do: what, line: chosen() }, { afterwards: (answer) => answer.opens && open(answer.opens) });
  pressed = null;
}

// Each press is a minute; they go together, when she has stopped pressing.
let pending = null;
function shift(line, minutes) {
  if (pending && pending.line !== line) flush();
  pending ??= { line, minutes: 0, timer: 0, inTimeline: isInTimeline() };
  pending.minutes += minutes;
  clearTimeout(pending.timer);
  pending.timer = setTimeout(flush, PAUSE);
  tell(_("%(line)s: %(minutes)s min", { line: linesFor(line).join(", "), minutes: (pending.minutes > 0 ? "+" : "") + pending.minutes }), "");
}

function flush() {
  if (!pending) return;
  const { line, minutes, timer, inTimeline } = pending;
  clearTimeout(timer);
  pending = null;
  if (!minutes) return;
  const facts = { do: minutes > 0 ? "later" : "earlier", line: linesFor(line), by: `${Math.abs(minutes)}m` };
  act(facts, { afterwards: () => (inTimeline ? focusMark(line) : focusLine(line), reopen(line)) });
}

const goBackTo = (line) => focusLine(line);

// A form that nobody has typed in follows what happens in the list.
function reopen(line) {
  const form = side.querySelector("form");
  if (form && !current()?.isDirty() && (!line || form.elements.line.value === line)) open(form.elements.line.value, true, false);
}

async function open(line, anew = false, focus = true, field = "") {
  const form = side.querySelector("form");
  if (form && !anew && current()?.isDirty() && !(await mayLeave())) return;
  let piece;
  try {
    const fetched = await fetchPiece(`${side.dataset.base}${encodeURIComponent(line)}?piece=1`);
    if (fetched.response.redirected) throw signedOut();
    if (!fetched.response.ok) throw new Error();
    piece = fetched.piece;
  } catch (error) {
    tell(error.code === "signed_out" ? error.message : _("This could not be loaded. Try again."), "soon");
    return;
  }
  if (!anew) hush();
  const wasClosed = side.hidden;
  side.replaceChildren(nodesOf(piece));
  side.hidden = false;
  panes.classList.add("with-form");
  for (const row of document.querySelectorAll(".grid tr.open, a.mark.open")) row.classList.remove("open");
  for (const row of document.querySelectorAll(`[data-line="${CSS.escape(line)}"]`)) row.classList.add("open");
  // Back closes a form that was opened here, as it does where the form has the whole of a telephone's screen.
  const address = `?line=${encodeURIComponent(line)}`;
  if (wasClosed) history.pushState({ opened: true }, "", address);
  else history.replaceState(history.state, "", address);
  mount(side.querySelector("form"));
  side.scrollTop = 0;
  if (focus) (placeOf(field) ?? side.querySelector("#form-title")).focus();
  opener = line;
}

// The input of a field, opened to the eye where it is folded away.
function placeOf(field) {
  const input = field && side.querySelector(`[name="${CSS.escape(field)}"]:not([type="hidden"])`);
  const folded = input && input.closest("details");
  if (folded) folded.open = true;
  return input || null;
}

// What she typed is kept on this device in any case.
async function mayLeave() {
  const dialog = document.getElementById("leave");
  dialog.returnValue = "stay";
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  if (dialog.returnValue === "save") return current().save();
  return dialog.returnValue === "leave";
}

async function close() {
  if (current()?.isDirty() && !(await mayLeave())) return;
  shut();
  if (history.state?.opened) history.back();
  else history.replaceState(null, "", location.pathname);
}

// The address has changed already: where she stays with what she typed, it becomes the form's once more.
async function turnBack() {
  const line = new URLSearchParams(location.search).get("line") ?? "";
  if (line === (side.querySelector("form")?.elements.line.value ?? "")) return;
  if (line) location.reload();
  else if (current()?.isDirty() && !(await mayLeave())) history.forward();
  else shut();
}

function shut() {
  hush();
  side.replaceChildren();
  side.hidden = true;
  panes.classList.remove("with-form");
  focusLine(opener);
}
