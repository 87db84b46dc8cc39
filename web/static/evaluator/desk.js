// The evaluator's desk: shows one response after another, sends each level at once, and looks for new responses.
import { _, _n } from "../words.js";
import { listenToKeys } from "./keys.js";
import { showLine, tell } from "./line.js";
import { openList } from "./list.js";
import { openOutbox } from "./outbox.js";
import { openQueue } from "./queue.js";
import { complain, criteriaIn, fieldOf, fit, givenTo, nameOf, setCurrent, show, take } from "./sheet.js";

const EVERY = 10_000;
const main = document.getElementById("main");
const place = document.getElementById("place");
const said = document.getElementById("said");
const fresh = document.getElementById("fresh");
const path = main.dataset.path;
const oneColumn = matchMedia("(max-width: 55.99rem)");
const words = new Map();
const folds = new Map();

let failure = null;
let loading = 0;
let current = null;
let asking = null;

const queue = openQueue(JSON.parse(document.getElementById("queue").textContent));
const sheet = () => place.querySelector(".sheet");
const here = () => sheet()?.dataset.response;
const outbox = openOutbox(`prontas-desk-${main.dataset.who}-${path}`, path, {
  changed: () => refresh(),
  taken: (rating) => (taken(rating), heard()),
  refused(rating, error) {
    const criterion = criterionOf(rating);
    if (criterion) complain(criterion, error.message);
    else tell(_("Team %(code)s, %(criterion)s: %(message)s", { ...rating, message: error.message }));
    heard();
  },
  failing(error) {
    failure = error;
    refresh();
  },
});

function heard() {
  failure = null;
  refresh();
}

function criterionOf(rating) {
  return rating.response === here() ? criteriaIn(sheet()).find((each) => nameOf(each) === rating.criterion) : null;
}

function taken(rating) {
  const criterion = criterionOf(rating);
  if (criterion) {
    take(criterion, rating);
    complain(criterion, "");
    queue.count(here(), criteriaIn(sheet()).filter(givenTo).length);
    const level = rating.level ?? _("not observed");
    said.textContent = _("%(criterion)s saved: %(level)s", { criterion: rating.criterion, level });
  } else if (queue.find(rating.response)) {
    look();
  }
}

// Shows what is known; never more than the server took.
function refresh() {
  showLine(outbox.count(), failure);
  const done = queue.done();
  const of = queue.entries.length;
  document.getElementById("progress").textContent = _n("%(done)s of %(n)s rated", "%(done)s of %(n)s rated", of, { done });
  Object.assign(document.getElementById("meter"), { max: of || 1, value: done });
  if (!sheet()) return;
  for (const each of criteriaIn(sheet())) show(each, outbox.find(here(), nameOf(each)), Boolean(failure));
  document.getElementById("back").disabled = !queue.beside(here(), -1);
  showWhere();
}

function showWhere() {
  const { place: at, of } = queue.placeOf(here());
  const { inject, code } = sheet().dataset;
  const parts = [`${_("Inject")} ${inject}`, at ? _("response %(place)s of %(of)s", { place: at, of }) : "", _("team %(code)s", { code })];
  const title = document.getElementById("where");
  if (title.dataset.shown === parts.join()) return;
  title.dataset.shown = parts.join();
  title.replaceChildren(...parts.filter(Boolean).map((part) => Object.assign(document.createElement("span"), { textContent: part })));
}

function give(criterion, level) {
  const field = fieldOf(criterion);
  const sentence = field.value.trim();
  if (field.readOnly) return false;
  if (level === null && !sentence) {
    asking = criterion;
    complain(criterion, _("Say in one sentence why it could not be observed; Enter saves it."));
    field.focus();
    return true;
  }
  asking = null;
  complain(criterion, "");
  outbox.put({ response: here(), code: sheet().dataset.code, criterion: nameOf(criterion), level, sentence });
  focusOn(nextEmpty(criterion) || criterion);
  return true;
}

function effective(criterion) {
  return outbox.find(here(), nameOf(criterion)) || givenTo(criterion);
}

function nextEmpty(criterion) {
  const all = criteriaIn(sheet());
  return all.slice(all.indexOf(criterion) + 1).find((each) => !effective(each));
}

function keepSentence(field) {
  const criterion = field.closest(".criterion");
  const known = effective(criterion);
  const sentence = field.value.trim();
  const wanted = asking === criterion ? null : known?.level;
  if (asking === criterion ? sentence : known && sentence !== known.sentence) return give(criterion, wanted);
  return focusOn(criterion);
}

function focusOn(criterion) {
  current = criterion;
  setCurrent(sheet(), criterion);
  criterion.focus({ preventScroll: true });
  if (!oneColumn.matches) criterion.scrollIntoView({ block: "nearest" });
  return true;
}

function move(step) {
  if (!sheet()) return false;
  const all = criteriaIn(sheet());
  const to = all[all.indexOf(current) + step];
  return to ? focusOn(to) && (to.scrollIntoView({ block: "nearest" }), true) : false;
}

function along(step) {
  if (!sheet() || !current?.contains(document.activeElement)) return false;
  const buttons = [...current.querySelectorAll(".level")];
  const at = buttons.indexOf(document.activeElement);
  buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)].focus();
  return true;
}

// A fresh sheet: folds as she left them, sentences she had begun, the first criterion that waits.
function arrive() {
  current = asking = null;
  if (!sheet()) return refresh();
  for (const fold of sheet().querySelectorAll("details[data-fold]")) {
    const name = fold.dataset.fold;
    if (folds.has(name)) fold.open = folds.get(name);
    else if (oneColumn.matches) fold.open = false;
    fold.addEventListener("toggle", () => folds.set(name, fold.open));
  }
  for (const criterion of criteriaIn(sheet())) prepare(criterion);
  document.getElementById("next").addEventListener("click", next);
  document.getElementById("back").addEventListener("click", back);
  refresh();
  shortcuts(isOn());
  const all = criteriaIn(sheet());
  if (all.length) focusOn(all.find((each) => !effective(each)) || all[0]);
}

function prepare(criterion) {
  const field = fieldOf(criterion);
  const key = `${here()}|${nameOf(criterion)}`;
  field.value = outbox.find(here(), nameOf(criterion))?.sentence ?? words.get(key) ?? field.value;
  field.addEventListener("input", () => (words.set(key, field.value), fit(field)));
  field.addEventListener("change", () => sheet()?.contains(field) && effective(criterion) && keepQuietly(criterion, field));
  fit(field);
  criterion.addEventListener("focusin", () => {
    if (current !== criterion) setCurrent(sheet(), (current = criterion));
  });
  for (const button of criterion.querySelectorAll(".level")) {
    button.addEventListener("click", () => give(criterion, button.dataset.level ?? null));
  }
}

// Leaving a field with the mouse keeps its sentence too, without moving the focus from where she went.
function keepQuietly(criterion, field) {
  const known = effective(criterion);
  const sentence = field.value.trim();
  if (sentence === known.sentence || (known.level === null && !sentence)) return;
  outbox.put({ response: here(), code: sheet().dataset.code, criterion: nameOf(criterion), level: known.level, sentence });
}

async function fetchJson(address) {
  let response;
  try {
    response = await fetch(address, { headers: { Accept: "application/json" } });
  } catch {
    throw Object.assign(new Error(_("No connection. Try again in a moment.")), { code: "no_connection" });
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw Object.assign(new Error(answer.error?.message || _("Something went wrong. Try again.")), { status: response.status });
}

async function go(response, { push = true } = {}) {
  const mine = ++loading;
  place.setAttribute("aria-busy", "true");
  try {
    const told = await fetchJson(`${path}/${response}`);
    if (mine !== loading) return;
    failure = null;
    queue.hear(told);
    tell("");
    fresh.replaceChildren();
    place.innerHTML = told.sheet_html;
    if (push) history.pushState({ response }, "", `${path}/${response}`);
    arrive();
    scrollTo(0, 0);
    said.textContent = document.getElementById("where").textContent;
  } catch (error) {
    if (mine !== loading) return;
    if (error.status === 401 || error.code) failure = error;
    refresh();
    tell(_("The response could not be loaded: %(message)s", { message: error.message }));
  } finally {
    if (mine === loading) place.removeAttribute("aria-busy");
  }
}

function next() {
  const waiting = () => queue.waitingAfter(here(), outbox.count);
  const found = waiting();
  if (found) go(found);
  else finish(waiting);
  return true;
}

// Nothing is known to wait: look once more before saying so.
async function finish(waiting) {
  await look();
  const found = waiting();
  if (found) return go(found);
  const left = sheet() && criteriaIn(sheet()).filter((each) => !effective(each));
  if (left?.length) {
    tell(_("This is the last one. Still without a level: %(criteria)s.", { criteria: left.map(nameOf).join(", ") }));
    return focusOn(left[0]);
  }
  if (queue.entries.length && !failure) showDone();
}

function showDone() {
  place.replaceChildren(document.getElementById("done").content.cloneNode(true));
  document.getElementById("where").textContent = _("Rating desk");
  delete document.getElementById("where").dataset.shown;
  history.pushState({}, "", path);
  arrive();
  place.querySelector("h2")?.focus();
}

function back() {
  const before = here() ? queue.beside(here(), -1) : queue.entries.at(-1)?.response_id;
  if (before) go(before);
  return true;
}

function list() {
  openList(queue.entries, here(), go);
  return true;
}

function shortcuts(on) {
  // Without keys every button and field is a stop of the Tab key; with them Tab goes from criterion to criterion.
  for (const each of place.querySelectorAll(".level, .criterion textarea")) each.tabIndex = on ? -1 : 0;
}

// Looks for what has become ready; it only counts, nothing on the screen moves.
async function look() {
  try {
    const count = queue.hear(await fetchJson(`${path}/queue`));
    failure = outbox.count() ? failure : null;
    refresh();
    if (count || (!sheet() && queue.waitingAfter(undefined, outbox.count))) offer(count);
  } catch (error) {
    failure = error;
    refresh();
  }
}

function offer(count) {
  const still = place.querySelector("[data-still]");
  const chip = document.createElement("p");
  chip.className = "chip";
  chip.textContent = count ? _n("%(n)s more response can be rated", "%(n)s more responses can be rated", count) : "";
  if (still) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "main", textContent: _("Start rating") });
    button.addEventListener("click", next);
    chip.append(" ", button);
  }
  fresh.replaceChildren(chip);
}

const isOn = listenToKeys({
  give: (key) => {
    const button = current && [...current.querySelectorAll(".level")].find((each) => each.dataset.key === key);
    return button && !button.disabled ? give(current, button.dataset.level) : false;
  },
  none: () => (current && !fieldOf(current).readOnly ? give(current, null) : false),
  evidence: () => (current ? (fieldOf(current).focus(), true) : false),
  leaveField: (field, keep) => (field.closest(".criterion") ? leaveField(field, keep) : false),
  move, along, next, back, list, shortcuts,
});

function leaveField(field, keep) {
  if (keep) return keepSentence(field);
  if (asking === field.closest(".criterion")) complain(asking, "");
  asking = null;
  return focusOn(field.closest(".criterion"));
}

document.getElementById("list-open").addEventListener("click", list);
addEventListener("popstate", (event) => (event.state?.response ? go(event.state.response, { push: false }) : location.reload()));
addEventListener("offline", () => ((failure = { code: "no_connection" }), refresh()));
addEventListener("online", look);
setInterval(() => document.visibilityState === "visible" && look(), EVERY);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
if (here()) history.replaceState({ response: here() }, "", `${path}/${here()}`);
arrive();
outbox.send();
