// One response's sheet: shows each criterion as the server has it, or as it is on its way, and nothing else.
import { _ } from "../words.js";

export const criteriaIn = (sheet) => [...sheet.querySelectorAll(".criterion")];
export const fieldOf = (criterion) => criterion.querySelector("textarea");
export const nameOf = (criterion) => criterion.dataset.criterion;

// What the server has: {level, sentence}, or null where nothing was given.
export function givenTo(criterion) {
  const { given, level, sentence } = criterion.dataset;
  return given ? { level: level || null, sentence } : null;
}

export function take(criterion, rating) {
  Object.assign(criterion.dataset, { given: "yes", level: rating.level ?? "", sentence: rating.sentence });
}

function saysOf(level) {
  return level === null ? _("not observed") : level;
}

function stateWords(given, waiting, failing) {
  if (waiting && failing) return _("%(level)s is not saved yet; it is sent again by itself", { level: saysOf(waiting.level) });
  if (waiting) return _("saving %(level)s…", { level: saysOf(waiting.level) });
  if (given) return _("saved: %(level)s", { level: saysOf(given.level) });
  return _("no level yet");
}

export function show(criterion, waiting, failing) {
  const given = givenTo(criterion);
  for (const button of criterion.querySelectorAll(".level")) {
    const level = button.dataset.level ?? null;
    const pressed = Boolean(given) && !waiting && given.level === level;
    button.setAttribute("aria-pressed", String(pressed));
    button.classList.toggle("waiting", Boolean(waiting) && waiting.level === level);
  }
  criterion.classList.toggle("is-given", Boolean(given) && !waiting);
  criterion.classList.toggle("is-waiting", Boolean(waiting) && failing);
  criterion.querySelector(".state").textContent = stateWords(given, waiting, failing);
}

export function complain(criterion, words) {
  const problem = criterion.querySelector(".problem");
  problem.textContent = words || "";
  problem.hidden = !words;
}

// The criterion the keys speak to has the frame, here and at its anchors.
export function setCurrent(sheet, criterion) {
  for (const each of criteriaIn(sheet)) each.classList.toggle("is-current", each === criterion);
  for (const anchors of sheet.querySelectorAll(".anchors")) {
    const mine = anchors.dataset.anchors === nameOf(criterion);
    anchors.classList.toggle("is-current", mine);
    if (mine) showInPane(anchors);
  }
}

function showInPane(anchors) {
  const pane = anchors.closest(".pane");
  if (pane.scrollHeight <= pane.clientHeight || getComputedStyle(pane).overflowY !== "auto") return;
  const top = anchors.offsetTop - pane.offsetTop;
  const seen = top >= pane.scrollTop && top + anchors.offsetHeight <= pane.scrollTop + pane.clientHeight;
  if (!seen) pane.scrollTop = top - 8;
}

// Every field grows with its words; none has a bar of its own.
export function fit(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
