// The matrix, alive: single cells change with each event; rows move only when asked and nobody points at them.
import * as clock from "../clock.js";

const looks = JSON.parse(document.getElementById("looks").textContent);
const place = document.querySelector(".matrix");
const toggle = document.getElementById("trouble-first");
const LONGEST_MARK = 3;

const BY_KIND = {
  inject_delivered: "delivered", inject_received: "received", inject_opened: "opened", inject_held: "held",
  inject_released: "planned", inject_skipped: "skipped", inject_withdrawn: "withdrawn", inject_voided: "void",
  inject_declined: "declined", inject_lapsed: "lapsed", response_received: "answered", response_taken_over: "answered",
  response_late: "late_answer", response_proposed: "writing",
};
// What a cell must not fall back to: a second device opens what was answered long ago.
const EARLIER = {
  received: ["planned", "held", "delivered"],
  opened: ["planned", "held", "delivered", "received"],
  writing: ["delivered", "received", "opened"],
  late_answer: ["lapsed"],
};

export function patch(event) {
  const look = BY_KIND[event.kind];
  if (look && event.team && event.inject) setCell(event.team, event.inject, look, event.chosen);
}

export function setCell(team, inject, look, chosen = []) {
  const cell = document.getElementById(`c-${team}-${inject}`);
  if (!cell) return;
  const now = Object.keys(looks).find((name) => cell.classList.contains(name));
  if (EARLIER[look] && !EARLIER[look].includes(now)) return;
  const [shape, words] = looks[look];
  const letters = (chosen || []).join("");
  const mark = look === "answered" && letters && letters.length <= LONGEST_MARK ? letters : shape;
  cell.className = `cell ${look}`;
  cell.textContent = mark;
  cell.setAttribute("aria-label", mark === shape ? words : `${words} ${mark}`);
  cell.removeAttribute("title");
}

// How long ago each connected team last gave a sign of life, as the server has just told.
export function showContacts(seconds) {
  for (const [team, silent] of Object.entries(seconds)) {
    const age = document.getElementById(`age-${team}`);
    if (age) age.dataset.since = clock.serverNow() - silent * 1000;
  }
}

const wanted = () => toggle.getAttribute("aria-pressed") === "true";

export function sortRows({ force = false } = {}) {
  const body = place.querySelector("tbody");
  if (!body || (!force && (place.matches(":hover") || place.contains(document.activeElement)))) return;
  const rows = [...body.rows];
  const order = (row) => (wanted() ? -row.dataset.trouble : 0);
  const sorted = [...rows].sort((a, b) => order(a) - order(b) || a.dataset.place - b.dataset.place);
  if (sorted.some((row, index) => row !== rows[index])) body.append(...sorted);
}

function press(button, name, change) {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", on);
  localStorage.setItem(name, on);
  change(on);
}

export function startMatrix(openTeam) {
  const compact = document.getElementById("compact");
  for (const [button, name] of [[toggle, "prontas-trouble"], [compact, "prontas-compact"]]) {
    button.setAttribute("aria-pressed", localStorage.getItem(name) === "true");
  }
  place.classList.toggle("compact", compact.getAttribute("aria-pressed") === "true");
  toggle.addEventListener("click", () => press(toggle, "prontas-trouble", () => sortRows({ force: true })));
  compact.addEventListener("click", () => press(compact, "prontas-compact", (on) => place.classList.toggle("compact", on)));
  place.addEventListener("pointerover", (event) => {
    const cell = event.target.closest("td.cell");
    if (cell) cell.title = cell.getAttribute("aria-label");
  });
  place.addEventListener("click", (event) => {
    const cell = event.target.closest("td.cell");
    if (cell) openTeam(cell.closest("tr").dataset.team, cell.id.split("-").slice(2).join("-"));
  });
  place.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = step && event.target.closest("tbody tr");
    if (!row) return;
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector("button").focus();
    event.preventDefault();
  });
  sortRows({ force: true });
}
