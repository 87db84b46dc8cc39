// After ENDEX: the questions of the hotwash, what was expected, and the team's result once it is published.
import { post } from "../post.js";
import { _, _n, language } from "../words.js";
import { byId, icon, node, show } from "./page.js";
import { describe } from "./ask.js";
import { injects, now } from "./story.js";

const PAUSE = 900;
let shownFor = "";

export function render() {
  const section = byId("after");
  const told = JSON.stringify([now.hotwash !== null, now.result]);
  if (told === shownFor) return;
  shownFor = told;
  show(section, now.hotwash !== null || now.result !== null);
  // Questions already on the page stay: she may be writing in one.
  if (now.hotwash && !byId("hotwash")) section.append(learningLink(), hotwash());
  byId("result")?.remove();
  if (now.result) section.prepend(result());
}

function result() {
  const { place, score, teams, final, appeal } = now.result;
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(Number(score));
  const words = place === null ? _("Your team has no place in this exercise.") : _n("Your team is in place %(place)s of %(n)s team, with %(score)s points of 100.", "Your team is in place %(place)s of %(n)s teams, with %(score)s points of 100.", teams, { place, score: number });
  const heading = final ? _("Your team's result") : _("Your team's provisional result");
  const next = appeal ? _("Your sheet says how each point came about, and how to appeal and until when.") : _("Your sheet says how each point came about.");
  const sheet = node("p", { className: "actions" }, node("a", { className: "button", href: "/play/sheet" }, icon("document"), _("Open your team's sheet")));
  return node("div", { id: "result", className: final ? "notice done" : "notice" }, node("h2", {}, heading), node("p", {}, words), node("p", { className: "soft" }, next), sheet);
}

const learningLink = () => node("p", { className: "actions" }, node("a", { className: "button", href: "#learning" }, icon("document"), _("What was expected, message by message")));

function hotwash() {
  const questions = now.hotwash.map((one) => question(one));
  return node("section", { id: "hotwash", className: "card" }, node("h2", {}, _("Before you go: the hotwash")), node("p", { className: "soft" }, _("A few words right after play. They are never rated; they are saved as you write.")), ...questions);
}

function question({ question: place, words, text }) {
  const input = node("textarea", { id: `hotwash-${place}`, rows: 3, maxLength: 2000, value: text });
  const saved = node("p", { className: "hint", role: "status" });
  let timer = 0;
  const save = async () => {
    clearTimeout(timer);
    try {
      await post("/play/hotwash", { question: place, text: input.value });
      saved.textContent = _("Saved.");
    } catch (error) {
      saved.textContent = error.code === "no_connection" ? _("No connection: kept on this page, and tried again.") : error.message;
      if (error.code === "no_connection") timer = setTimeout(save, 5000);
    }
  };
  input.addEventListener("input", () => {
    saved.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  return node("div", {}, node("label", { htmlFor: input.id }, words), input, saved);
}

// Fetched when it is opened: it is closed before the end, and long.
export async function showLearning() {
  const section = byId("learning");
  const heading = node("h1", { tabIndex: -1 }, _("What was expected"));
  const back = node("p", { className: "back" }, node("a", { href: "#" }, icon("back"), _("All messages")));
  const body = node("div", {}, node("p", { role: "status" }, _("Loading…")));
  section.replaceChildren(back, heading, body);
  heading.focus();
  try {
    const response = await fetch("/play/learning", { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error();
    const { learning } = await response.json();
    body.replaceChildren(...(learning.length ? learning.filter(teaches).map(lesson) : [node("p", {}, _("This opens when your last deadline has passed, and nobody plays this scenario any more."))]));
  } catch {
    body.replaceChildren(node("p", { role: "alert" }, _("No connection just now. Try again when you are online.")));
  }
}

const teaches = ({ inject, expected, options }) => expected.length || options.length || injects.get(inject)?.response;

function lesson({ inject, title, expected, options }) {
  const record = injects.get(inject);
  const content = record?.response?.content;
  const chosen = content?.option ? [content.option] : (content?.options ?? []);
  const card = node("section", { className: "card" }, node("h2", {}, title));
  if (content && record.inject.ask) card.append(node("h3", {}, _("Your team's answer")), describe(record.inject.ask, content));
  if (expected.length) card.append(node("h3", {}, _("What was expected")), node("ul", {}, ...expected.map((one) => node("li", {}, one))));
  for (const option of options) {
    const label = node("strong", {}, option.label, chosen.includes(option.id) ? ` – ${_("your choice")}` : "");
    card.append(node("p", { className: chosen.includes(option.id) ? "notice" : "feedback" }, label, node("br"), option.feedback));
  }
  return card;
}
