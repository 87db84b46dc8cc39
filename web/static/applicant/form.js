// The page of an application while she writes: saved as she types, and beside each part what it still lacks.
import { forgetAll, openKept } from "./kept.js";
import { openSaving } from "./saving.js";
import { openUploading } from "./uploading.js";
import { _ } from "../words.js";

const form = document.getElementById("words-form");
const state = document.getElementById("state");
const newer = document.getElementById("newer");
const unsent = document.getElementById("unsent");

function tell(words, offline) {
  state.hidden = false;
  if (state.textContent !== words) state.textContent = words;
  state.classList.toggle("offline", offline);
}

function list(element, items) {
  element.replaceChildren(...items);
  return items.length > 0;
}

const item = (...inside) => {
  const li = document.createElement("li");
  li.append(...inside);
  return li;
};

// What is missing, told by the server after each save: beside its part, and once more before the button.
function show(answer) {
  for (const place of form.querySelectorAll("[data-lacks]")) {
    place.hidden = !list(place, (answer.by_part[place.dataset.lacks] ?? []).map((words) => item(words)));
  }
  const links = answer.lacks.map(({ part, words }) => {
    const link = Object.assign(document.createElement("a"), { href: `#${part.replace(":", "-")}`, textContent: words });
    return item(link);
  });
  form.querySelector("[data-missing]").hidden = !list(form.querySelector("[data-all]"), links);
  form.querySelector("[data-whole]").hidden = links.length > 0;
  if (unsent) unsent.hidden = !answer.unsent;
}

const kept = await openKept(form.dataset.application);
const saving = openSaving(form, kept, { saved: show, newer: () => ((newer.hidden = false), newer.scrollIntoView()), told: tell });
openUploading(form, { done: (answer) => (show(answer), saving.typed()) });

form.addEventListener("input", (event) => event.target.type !== "file" && saving.typed());
addEventListener("online", saving.save);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saving.saveLeft());
newer.querySelector("[data-mine]").addEventListener("click", async () => {
  newer.hidden = true;
  await saving.keepMine();
});
newer.querySelector("[data-theirs]").addEventListener("click", () => kept.drop());

// A button goes on with the newest version: what is being saved must come home first.
form.addEventListener("submit", (event) => {
  const { submitter } = event;
  if (form.dataset.ready) return;
  event.preventDefault();
  saving.save().then((done) => {
    // Why not stands above, beside what is kept.
    if (!done) return;
    form.dataset.ready = "1";
    form.requestSubmit(submitter);
  });
});

// Whoever leaves takes along what this device kept for her; on a shared computer nothing stays.
const leave = document.getElementById("leave");
leave.addEventListener("submit", (event) => {
  event.preventDefault();
  saving.save().then((done) => {
    if (!done && !confirm(_("Something you wrote has not been saved. Leave all the same?"))) return;
    saving.stop();
    forgetAll();
    leave.submit();
  });
});

for (const text of form.querySelectorAll("[data-words]")) {
  const count = document.getElementById(`${text.id}-count`);
  const most = Number(text.dataset.words);
  const tellCount = () => {
    const n = text.value.split(/\s+/).filter(Boolean).length;
    count.textContent = n > most ? _("%(n)s of %(most)s words: please shorten it", { n, most }) : _("%(n)s of %(most)s words", { n, most });
    count.classList.toggle("over", n > most);
  };
  text.addEventListener("input", tellCount);
  tellCount();
}

// Whoever comes back by the browser's own button finds the page as she left it.
addEventListener("pageshow", () => delete form.dataset.ready);
// On a slow line she may have begun before this script was here.
const isTouched = (field) =>
  field.options ? [...field.options].some((one) => one.selected !== one.defaultSelected && one.value !== "")
  : ["checkbox", "radio"].includes(field.type) ? field.checked !== field.defaultChecked
  : field.type !== "file" && "defaultValue" in field && field.value !== field.defaultValue;
if (!saving.restore() && [...form.elements].some(isTouched)) saving.typed();
kept.follow(saving.restoreLeft);
document.documentElement.classList.add("scripted");
