// The evaluator's desk: shows one response after another, sends each level at once, and looks for new responses.
import { nodesOf } from "../fragments.js";
import { _, _n } from "../words.js";
import { fetchJson } from "./fetching.js";
import { keepFolds } from "./folds.js";
import { listenToKeys } from "./keys.js";
import { showLine, tell } from "./line.js";
import { openList } from "./list.js";
import { openOutbox } from "./outbox.js";
import { openQueue } from "./queue.js";
import { openRating } from "./rating.js";
import { complain, criteriaIn, givenTo, nameOf, show, take } from "./sheet.js";

const EVERY = 10_000;
const [main, place, said, fresh, where] = ["main", "place", "said", "fresh", "where"].map((id) => document.getElementById(id));
const path = main.dataset.path;

let failure = null;
let loading = 0;

const sheet = () => place.querySelector(".sheet");
const here = () => sheet()?.dataset.response;
const queue = openQueue(JSON.parse(document.getElementById("queue").textContent));
const outbox = openOutbox(`prontas-desk-${main.dataset.who}-${path}`, path, {
  changed: () => refresh(),
  taken(rating) {
    taken(rating);
    hear(null);
  },
  refused(given, error) {
    const criterion = criterionOf(given);
    if (criterion && /^sentence_/.test(error.code)) rating.askAgain(criterion, given, error.message);
    else if (criterion) complain(criterion, error.message);
    else tell(_("Team %(code)s, %(criterion)s: %(message)s", { ...given, message: error.message }));
    hear(null);
  },
  failing: (error) => hear(error),
});
const rating = openRating(sheet, outbox);

function hear(error) {
  failure = error;
  refresh();
}

function criterionOf({ response, criterion }) {
  return response === here() ? criteriaIn(sheet()).find((each) => nameOf(each) === criterion) : null;
}

function taken(given) {
  const criterion = criterionOf(given);
  if (!criterion) return look("");
  take(criterion, given);
  complain(criterion, "");
  queue.count(here(), criteriaIn(sheet()).filter(givenTo).length);
  said.textContent = _("%(criterion)s saved: %(level)s", { ...given, level: given.level ?? _("not observed") });
}

// Shows what is known; never more than the server took.
function refresh() {
  showLine(outbox.count(), failure);
  const [done, of] = [queue.done(), queue.entries.length];
  document.getElementById("progress").textContent = _n("%(done)s of %(n)s rated", "%(done)s of %(n)s rated", of, { done });
  Object.assign(document.getElementById("meter"), { max: of || 1, value: done });
  document.getElementById("progress-place").hidden = !of;
  if (!sheet()) return;
  for (const each of criteriaIn(sheet())) show(each, outbox.find(here(), nameOf(each)), Boolean(failure));
  document.getElementById("back").disabled = !queue.beside(here(), -1);
  const { place: at, of: together } = queue.placeOf(here());
  const { inject, code } = sheet().dataset;
  const where = { place: at, of: together };
  if (!inject) return title(at ? _("application %(place)s of %(of)s", where) : "", code);
  title(`${_("Inject")} ${inject}`, at ? _("response %(place)s of %(of)s", where) : "", _("team %(code)s", { code }));
}

function title(...parts) {
  if (where.dataset.shown === parts.join("|")) return;
  where.dataset.shown = parts.join("|");
  where.replaceChildren(...parts.filter(Boolean).map((part) => Object.assign(document.createElement("span"), { textContent: part })));
}

function arrive() {
  if (sheet()) {
    keepFolds(sheet());
    document.getElementById("next").addEventListener("click", next);
    document.getElementById("back").addEventListener("click", back);
  }
  rating.arrive();
  shortcuts(isOn());
  refresh();
}

async function go(response, { push = true } = {}) {
  const mine = ++loading;
  place.setAttribute("aria-busy", "true");
  try {
    const told = await fetchJson(`${path}/${response}`, "sheet_html");
    if (mine !== loading) return;
    failure = null;
    if (told.version !== queue.version) look();
    tell("");
    fresh.replaceChildren();
    place.replaceChildren(nodesOf(told.sheet_html));
    if (push) history.pushState({ response }, "", `${path}/${response}`);
    arrive();
    scrollTo(0, 0);
    said.textContent = where.textContent;
  } catch (error) {
    if (mine !== loading) return;
    hear(error.code || error.status === 401 ? error : failure);
    tell(_("The response could not be loaded: %(message)s", { message: error.message }));
  } finally {
    if (mine === loading) place.removeAttribute("aria-busy");
  }
}

const waiting = () => queue.waitingAfter(here(), outbox.count);

function next() {
  const found = waiting();
  if (found) go(found);
  else finish();
  return true;
}

// Nothing is known to wait: look once more before saying so.
async function finish() {
  await look();
  const found = waiting();
  if (found) return go(found);
  const left = rating.without();
  if (left.length) {
    tell(_("This is the last one. Still without a level: %(criteria)s.", { criteria: left.map(nameOf).join(", ") }));
    return rating.focusOn(left[0]);
  }
  if (queue.entries.length && !failure) showDone();
}

function showDone() {
  place.replaceChildren(document.getElementById("done").content.cloneNode(true));
  tell("");
  title(_("Rating desk"));
  history.pushState({}, "", path);
  arrive();
  place.querySelector("h2").focus();
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

// Without keys every button and field is a stop of the Tab key; with them Tab goes from criterion to criterion.
function shortcuts(on) {
  for (const each of place.querySelectorAll(".level, .criterion textarea")) each.tabIndex = on ? -1 : 0;
}

// Looks for what has become ready; it only counts, nothing on the screen moves.
async function look(version = queue.version) {
  try {
    const count = queue.hear(await fetchJson(`${path}/queue?version=${version}`));
    hear(outbox.count() ? failure : null);
    if (count || (!sheet() && waiting())) offer(count);
  } catch (error) {
    hear(error);
  }
}

function offer(count) {
  const chip = document.createElement("p");
  chip.className = "chip";
  if (count) chip.textContent = _n("%(n)s more response can be rated", "%(n)s more responses can be rated", count);
  if (!sheet()) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "main", textContent: _("Start rating") });
    button.addEventListener("click", next);
    chip.append(" ", button);
  }
  fresh.replaceChildren(chip);
}

const isOn = listenToKeys({ ...rating, next, back, list, shortcuts });
document.getElementById("list-open").addEventListener("click", list);
addEventListener("popstate", (event) => (event.state?.response ? go(event.state.response, { push: false }) : location.reload()));
addEventListener("offline", () => hear({ code: "no_connection" }));
addEventListener("online", () => look());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
setInterval(() => document.visibilityState === "visible" && look(), EVERY);
if (here()) history.replaceState({ response: here() }, "", `${path}/${here()}`);
arrive();
outbox.send();
