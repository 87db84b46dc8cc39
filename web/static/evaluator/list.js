// The list of all responses, an inject at a time; made anew whenever it is opened, so that it stands still.
import { _ } from "../words.js";

const dialog = document.getElementById("list");
const place = document.getElementById("list-place");

function entryButton(entry, here, choose) {
  const button = document.createElement("button");
  const done = entry.rated >= entry.of;
  button.type = "button";
  button.className = done ? "entry is-done" : "entry";
  button.append(entry.code, " ", Object.assign(document.createElement("span"), {
    className: "small", textContent: done ? _("rated") : _("%(rated)s of %(of)s", entry),
  }));
  if (entry.response_id === here) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => {
    dialog.close();
    choose(entry.response_id);
  });
  return button;
}

function group(entries, here, choose) {
  const section = document.createElement("section");
  const title = document.createElement("h3");
  title.textContent = [entries[0].inject, entries[0].title].filter(Boolean).join(" · ");
  const row = document.createElement("div");
  row.className = "entries";
  row.append(...entries.map((entry) => entryButton(entry, here, choose)));
  section.append(title, row);
  return section;
}

export function openList(entries, here, choose) {
  const injects = [...new Set(entries.map((entry) => entry.inject))];
  place.replaceChildren(
    ...injects.map((inject) => group(entries.filter((entry) => entry.inject === inject), here, choose)),
  );
  if (!entries.length) place.textContent = _("There is nothing here yet.");
  dialog.showModal();
  place.querySelector("[aria-current]")?.focus();
}
