// The list of injects under the keyboard: from cell to cell, choosing rows, editing a cell where it stands.
import { _ } from "../words.js";
import { node, setNumber } from "./telling.js";

const TWICE = 300;
let here = { line: null, column: 3 };

const rows = () => [...document.querySelectorAll(".grid tbody tr")];
const cellsOf = (row) => [...row.children];
export const chosen = () => [...document.querySelectorAll('.grid input[name="line"]:checked')].map((box) => box.value);

// One cell can be reached by Tab; the arrows do the rest.
export function settle() {
  const all = rows();
  for (const row of all) for (const cell of cellsOf(row)) {
    cell.tabIndex = -1;
    for (const inner of cell.querySelectorAll("a, input")) inner.tabIndex = -1;
    if (cell.tagName === "TD") cell.setAttribute("role", "gridcell");
    if ("cell" in cell.dataset) cell.setAttribute("aria-keyshortcuts", "F2");
  }
  const row = all.find((one) => one.dataset.line === here.line) ?? all[0];
  if (row) (cellsOf(row)[here.column] ?? row.children[0]).tabIndex = 0;
  mark();
}

export function mark() {
  const marked = new Set(chosen());
  for (const row of rows()) row.setAttribute("aria-selected", String(marked.has(row.dataset.line)));
}

const isTyping = () => Boolean(document.querySelector(".grid [data-editing]:not([readonly])"));
// A cell that is typed in, or whose words are on their way, is not taken from under her.
export const isInUse = () => Boolean(document.querySelector(".grid [data-editing]:not([data-kept])"));
export const onLeft = (hears) => document.addEventListener("left", hears, { once: true });

function focus(row, column) {
  if (!row || isTyping()) return;
  for (const cell of document.querySelectorAll('.grid [tabindex="0"]')) cell.tabIndex = -1;
  here = { line: row.dataset.line, column: Math.max(0, Math.min(column, row.children.length - 1)) };
  const cell = row.children[here.column];
  cell.tabIndex = 0;
  cell.focus();
}

export function focusLine(line) {
  const row = rows().find((one) => one.dataset.line === line);
  if (row && !isInUse()) focus(row, here.column);
}

// `does` carries out what a key asks for: open(line, field), choose(line), shift(line, minutes), move(line, up),
// write(line, cell, value, hears), and shows the list anew: refresh().
export function startGrid(box, does) {
  box.addEventListener("focusin", (event) => {
    const cell = event.target.closest("tbody td, tbody th");
    if (cell) here = { line: cell.parentElement.dataset.line, column: cell.cellIndex };
  });
  box.addEventListener("change", mark);
  // A press on a title opens its form, two in a row edit it, as they do every cell: the first waits for the second. By
  // the keyboard, whose presses are not counted, it opens at once.
  let opening = 0;
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(opening);
    const { line } = link.closest("tr").dataset;
    if (event.detail === 0) does.open(line);
    else if (event.detail === 1) opening = setTimeout(() => does.open(line), TWICE);
  });
  box.addEventListener("dblclick", (event) => {
    clearTimeout(opening);
    editOrOpen(event.target.closest("tbody td, tbody th"), does);
  });
  box.addEventListener("keydown", (event) => press(event, does));
}

function press(event, does) {
  const cell = event.target.closest("tbody td, tbody th");
  if (!cell || event.target.dataset.editing || event.ctrlKey || event.metaKey) return;
  const row = cell.parentElement;
  const { line } = row.dataset;
  const key = `${event.altKey ? "Alt+" : ""}${event.key}`;
  const keys = {
    ArrowDown: () => focus(row.nextElementSibling, cell.cellIndex),
    ArrowUp: () => focus(row.previousElementSibling, cell.cellIndex),
    ArrowRight: () => focus(row, cell.cellIndex + 1),
    ArrowLeft: () => focus(row, cell.cellIndex - 1),
    Home: () => focus(row, 0),
    End: () => focus(row, row.children.length - 1),
    PageUp: () => focus(rows()[0], cell.cellIndex),
    PageDown: () => focus(rows().at(-1), cell.cellIndex),
    Enter: () => does.open(line),
    " ": () => does.choose(row.querySelector('input[name="line"]')),
    F2: () => editOrOpen(cell, does),
    "Alt+ArrowRight": () => does.shift(line, 1),
    "Alt+ArrowLeft": () => does.shift(line, -1),
    "Alt+ArrowUp": () => does.move(line, true),
    "Alt+ArrowDown": () => does.move(line, false),
  };
  if (!keys[key]) return;
  event.preventDefault();
  keys[key]();
}

// What has no cell of its own to be edited in is edited in the form.
function editOrOpen(cell, does) {
  if (!cell || cell.querySelector("input")) return;
  if ("cell" in cell.dataset) edit(cell, does);
  else does.open(cell.parentElement.dataset.line, cell.dataset.field);
}

function edit(cell, does) {
  const { line } = cell.parentElement.dataset;
  const before = [...cell.childNodes];
  const input = document.createElement("input");
  input.value = cell.dataset.written ?? "";
  input.dataset.editing = "1";
  input.setAttribute("aria-label", `${line}: ${document.querySelectorAll(".grid thead th")[cell.cellIndex].textContent}. ${_("Enter keeps it, Esc leaves it.")}`);
  cell.replaceChildren(input);
  input.focus();
  input.select();
  let over = false;
  let refusedValue = null;
  const leave = (stays) => {
    over = true;
    cell.replaceChildren(...before);
    if (stays) cell.focus();
    document.dispatchEvent(new Event("left"));
  };
  const end = (stays) => {
    const value = input.value.trim();
    if (over || (value === refusedValue && !stays)) return;
    if (value === (cell.dataset.written ?? "")) {
      leave(stays);
      return;
    }
    over = true;
    input.readOnly = true;
    does.write(line, cell.dataset.cell, value, { kept: () => (input.dataset.kept = "1"), refused: (error) => refuse(error, value) });
  };
  // What cannot be saved stays where it was typed, with the reason beside it.
  const refuse = (error, value) => {
    if (!cell.isConnected) return false;
    over = input.readOnly = false;
    refusedValue = value;
    const why = node("span", { class: "cell-refused", id: "cell-refused", role: "alert" }, error.message);
    if (error.both?.length) {
      // She has read whose words stand there now: pressed once more, Enter is meant upon the version that has them.
      setNumber(error.number);
      why.append(...error.both.map((one) => node("strong", {}, ` ${one.where}: ${one.theirs}. `)), _("Enter puts yours there instead, Esc leaves theirs."));
      onLeft(does.refresh);
    }
    cell.querySelector(".cell-refused")?.remove();
    cell.append(why);
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", why.id);
    if (document.activeElement === document.body) input.focus();
    return true;
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Enter") end(true);
      else if (!over) leave(true);
    }
  });
  input.addEventListener("blur", () => end(false));
}

// The line of time: along it with the arrows, a minute with Alt, Enter opens.
export function startTimeline(box, does) {
  const marks = () => [...box.querySelectorAll("a.mark:not([aria-hidden])")].sort((one, other) => one.dataset.at - other.dataset.at);
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    does.open(link.dataset.line);
  });
  box.addEventListener("keydown", (event) => {
    const mark = event.target.closest("a.mark");
    if (!mark || event.ctrlKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    if (event.altKey) {
      if (/Left|Right/.test(event.key)) does.shift(mark.dataset.line, step);
      else does.move(mark.dataset.line, step < 0);
      return;
    }
    const all = marks();
    const next = all[all.indexOf(mark) + step];
    if (next) {
      mark.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }
  });
  return () => marks().forEach((mark, place) => mark.setAttribute("tabindex", place ? "-1" : "0"));
}

// Remembers what has the focus in the list or on the line of time; gives what brings it back where it was lost.
export function focusHeld() {
  const at = document.activeElement;
  const line = at.closest("a.mark")?.dataset.line;
  const inGrid = Boolean(at.closest(".grid tbody"));
  return () => {
    if (document.activeElement !== document.body) return;
    if (inGrid) focusLine(here.line);
    else if (line) focusMark(line);
    else if (at.id) document.getElementById(at.id)?.focus();
  };
}

export const isInTimeline = () => Boolean(document.activeElement?.closest?.("a.mark"));
export const focusMark = (line) => document.querySelector(`a.mark[data-line="${CSS.escape(line)}"]:not([aria-hidden])`)?.focus();
