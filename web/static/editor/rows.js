// Lists in a form: entries are added, removed and moved; the blank one that pages without scripts show is their mould.
import { _ } from "../words.js";
import { node } from "./telling.js";

const NAMES = ["name", "id", "for", "aria-describedby", "data-at", "data-found", "data-counts", "data-entries", "data-adds"];
const moulds = new WeakMap();

export function mountRows(root, changed) {
  for (const list of root.querySelectorAll("[data-entries]")) {
    if (!root.contains(list)) continue;
    const blank = [...list.children].find((entry) => entry.classList.contains("new"));
    if (!blank) continue;
    blank.remove();
    blank.classList.remove("new");
    blank.querySelector(":scope > .new-words")?.remove();
    moulds.set(list, blank);
    for (const entry of list.children) addActs(entry, changed);
    buttonOf(list)?.addEventListener("click", () => {
      const entry = addEntry(list, nextNumber(list), changed);
      entry.querySelector("input:not([type=hidden]), textarea, select")?.focus();
      changed();
    });
  }
}

const buttonOf = (list) => list.parentElement.querySelector(`:scope > p > [data-adds="${CSS.escape(list.dataset.entries)}"]`);
const numberOf = (entry) => Number(entry.dataset.at.split(".").pop()) || 0;
const nextNumber = (list) => Math.max(-1, ...[...list.children].map(numberOf)) + 1;

export function addEntry(list, number, changed) {
  const at = list.dataset.entries;
  const entry = moulds.get(list).cloneNode(true);
  for (const element of [entry, ...entry.querySelectorAll("*")]) {
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      if (value?.includes(`${at}.new`)) element.setAttribute(name, value.replaceAll(`${at}.new`, `${at}.${number}`));
    }
  }
  list.append(entry);
  mountRows(entry, changed);
  addActs(entry, changed);
  return entry;
}

function addActs(entry, changed) {
  let acts = entry.querySelector(":scope > .entry-acts");
  if (!acts) entry.append((acts = node("div", { class: "entry-acts" })));
  const act = (words, does) => {
    const button = node("button", { type: "button", class: "small" }, words);
    button.addEventListener("click", () => {
      does(button);
      changed();
    });
    return button;
  };
  acts.replaceChildren(
    act(_("Up"), (button) => {
      entry.previousElementSibling?.before(entry);
      button.focus();
    }),
    act(_("Down"), (button) => {
      entry.nextElementSibling?.after(entry);
      button.focus();
    }),
    act(_("Remove"), () => {
      const list = entry.parentElement;
      const near = entry.nextElementSibling ?? entry.previousElementSibling;
      entry.remove();
      (near?.querySelector("input:not([type=hidden]), textarea, select") ?? buttonOf(list))?.focus();
    }),
  );
}

// Fills a form with what was kept of it, adding the entries that the page does not show.
export function fill(form, kept, changed) {
  const names = [...kept.keys()];
  for (let missing = true; missing; ) {
    missing = false;
    for (const list of form.querySelectorAll("[data-entries]")) {
      const begin = `${list.dataset.entries}.`;
      const wanted = new Set(names.filter((name) => name.startsWith(begin)).map((name) => name.slice(begin.length).split(/[.:]/)[0]).filter((number) => /^\d+$/.test(number)));
      for (const entry of [...list.children]) if (!wanted.delete(String(numberOf(entry)))) entry.remove();
      for (const number of wanted) {
        addEntry(list, number, changed);
        missing = true;
      }
    }
  }
  for (const field of form.elements) {
    if (!field.name || ["csrf_token", "number"].includes(field.name)) continue;
    if (["checkbox", "radio"].includes(field.type)) field.checked = kept.getAll(field.name).includes(field.value);
    else if (kept.has(field.name)) field.value = kept.get(field.name);
  }
}
