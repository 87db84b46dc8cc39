// Buttons that do something: one POST per press, asked for in a dialog where it must be, never twice at once.
import { post } from "../post.js";
import { _ } from "../words.js";
import { toast } from "./toasts.js";

const base = `/drills/${document.body.dataset.drill}/do/`;
const atWork = new Set();
let asked = null;

const READ = {
  seconds: Number, speed: Number, joining: (value) => value === "true", order: String, inject: String, flag: String,
};

function factsOf(button) {
  const facts = {};
  for (const [name, read] of Object.entries(READ)) if (name in button.dataset) facts[name] = read(button.dataset[name]);
  const team = button.dataset.team;
  if (team) Object.assign(facts, button.dataset.verb === "flag" ? { team } : { teams: [team] });
  return facts;
}

async function press(verb, facts, button) {
  const key = verb + JSON.stringify(facts);
  if (atWork.has(key)) return false;
  atWork.add(key);
  button?.setAttribute("aria-busy", "true");
  try {
    await post(base + verb, facts);
  } finally {
    atWork.delete(key);
    button?.removeAttribute("aria-busy");
  }
  return true;
}

function open(dialog, button) {
  asked = { verb: button.dataset.verb, facts: factsOf(button) };
  for (const place of dialog.querySelectorAll("[data-fill]")) {
    place.textContent = button.dataset[place.dataset.fill] ?? "";
  }
  dialog.querySelector("form").reset();
  dialog.querySelector(".refused").hidden = true;
  dialog.showModal();
}

async function submit(event, afterwards) {
  const form = event.target;
  const dialog = form.closest("dialog");
  if (!dialog || !asked) return;
  event.preventDefault();
  const refused = dialog.querySelector(".refused");
  refused.hidden = true;
  const facts = { ...asked.facts, ...Object.fromEntries(new FormData(form)) };
  try {
    if (!(await press(asked.verb, facts, form.querySelector("[type=submit]")))) return;
    dialog.close();
    afterwards();
  } catch (error) {
    refused.textContent = error.message;
    refused.hidden = false;
    afterwards();
  }
}

// `afterwards` asks for what has changed, whether it worked or not: a refusal often means that the page is old.
export function startActing(afterwards) {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if ("closes" in button.dataset) button.closest("dialog").close();
    if ("opens" in button.dataset) document.getElementById(`dialog-${button.dataset.opens}`).showModal();
    if (!button.dataset.verb) return;
    button.closest("details.menu")?.removeAttribute("open");
    const dialog = button.dataset.dialog && document.getElementById(`dialog-${button.dataset.dialog}`);
    if (dialog) {
      open(dialog, button);
      return;
    }
    try {
      await press(button.dataset.verb, factsOf(button), button);
    } catch (error) {
      toast(error.message || _("That did not work."), { stays: true });
    }
    afterwards();
  });
  document.addEventListener("submit", (event) => submit(event, afterwards));
  // A menu closes when one presses elsewhere.
  document.addEventListener("pointerdown", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.removeAttribute("open");
    }
  });
}
