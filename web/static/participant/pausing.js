// "I need a pause": private, without a reason; the line takes it to the server, and no team hears of it.
import { _ } from "../words.js";
import { announce, byId, part, show, write } from "./page.js";
import { me } from "./story.js";

const dialog = byId("pause");
let line = null;
let state = me.pause;
let openedBy = null;

export function start(openLine) {
  line = openLine;
  for (const button of document.querySelectorAll("[data-needs-pause]")) button.addEventListener("click", open);
  for (const button of dialog.querySelectorAll('[data-part="ask"]')) button.addEventListener("click", () => ask("ask_pause"));
  for (const button of dialog.querySelectorAll('[data-part="back"]')) button.addEventListener("click", () => ask("take_back_pause"));
  for (const button of dialog.querySelectorAll('[data-part="close"]')) button.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => openedBy?.focus());
  render();
}

function open(event) {
  const menu = byId("menu");
  openedBy = menu.contains(event.currentTarget) ? byId("open-menu") : event.currentTarget;
  if (menu.open) menu.close();
  refuse("");
  dialog.showModal();
}

function refuse(words) {
  write(part(dialog, "refusal"), words);
  show(part(dialog, "refusal"), Boolean(words));
}

async function ask(name) {
  refuse("");
  try {
    if (!line.connected()) throw new Error("offline");
    const answer = await line.ask(name);
    if (answer.error) return refuse(answer.error.message);
    setState(answer.pause);
    if (answer.pause) dialog.querySelector('[data-state]:not([hidden]) [data-part="close"]').focus();
    else dialog.close();
  } catch {
    refuse(_("No connection just now. Try again when you are online. You may stop all the same."));
  }
}

export function seen() {
  if (state !== "asked") return;
  setState("seen");
  announce(_("The facilitators have seen that somebody needs a pause."));
}

export function setState(next) {
  state = next;
  render();
}

function render() {
  for (const one of dialog.querySelectorAll("[data-state]")) show(one, one.dataset.state === (state ?? "none"));
  const words = { asked: _("Pause: asked for"), seen: _("Pause: seen") }[state] ?? _("I need a pause");
  for (const button of document.querySelectorAll("[data-needs-pause]")) write(part(button, "words"), words);
}
