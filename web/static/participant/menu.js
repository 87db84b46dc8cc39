// The menu: language at any moment, who is in the team, her roles, how to come back, leaving.
import { _ } from "../words.js";
import * as drafts from "./drafts.js";
import * as kept from "./kept.js";
import * as outbox from "./outbox.js";
import { byId, icon, node, part, show, write } from "./page.js";
import { me, now, ownSeats, seatTitle, seats } from "./story.js";

let line = null;
let openedBy = null;
let asking = false;

export function start(openLine) {
  line = openLine;
  const menu = byId("menu");
  byId("open-menu").addEventListener("click", () => {
    openedBy = document.activeElement;
    refuse(null);
    render();
    menu.showModal();
  });
  menu.addEventListener("close", () => openedBy?.focus());
  part(menu, "close").addEventListener("click", () => menu.close());
  for (const button of menu.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => changeLanguage(button.dataset.language));
  }
  byId("seats").addEventListener("change", takeSeats);
  byId("leave").addEventListener("submit", (event) => {
    const unsent = outbox.count() + drafts.unsaved() > 0;
    if (unsent && !confirm(_("Something you wrote has not reached your team yet. Leave all the same?"))) event.preventDefault();
    else kept.clear();
  });
}

function refuse(message) {
  const place = part(byId("menu"), "refusal");
  write(place, message ?? "");
  show(place, Boolean(message));
}

async function ask(name, facts) {
  try {
    if (!line.connected()) throw new Error("offline");
    const answer = await line.ask(name, facts);
    refuse(answer.error?.message);
    return !answer.error;
  } catch {
    refuse(_("No connection just now. Try again when you are online."));
    return false;
  }
}

// The page comes back in the other language; what she was writing is kept on this device.
async function changeLanguage(language) {
  drafts.flush();
  if (await ask("change_language", { language })) location.reload();
}

async function takeSeats() {
  asking = true;
  const wanted = [...byId("seats").querySelectorAll("input:checked")].map((input) => input.value);
  const taken = await ask("take_seats", { seats: wanted });
  asking = false;
  if (!taken) render();
}

export function render() {
  for (const list of document.querySelectorAll("[data-members]")) list.replaceChildren(...now.team.members.map(memberNode));
  for (const seat of seats) {
    const label = byId("seats").querySelector(`input[value="${CSS.escape(seat.id)}"]`).closest("label");
    const others = now.team.members.filter((one) => one.id !== me.id && one.seats.includes(seat.id));
    if (!asking) label.querySelector("input").checked = ownSeats().includes(seat.id);
    write(part(label, "holder"), others.length ? `– ${others.map((one) => one.name).join(", ")}` : "");
  }
}

function memberNode(member) {
  const here = member.here || member.id === me.id;
  const name = member.id === me.id ? _("%(name)s (you)", { name: member.name }) : member.name;
  const roles = member.seats.map(seatTitle).join(", ") || _("no role yet");
  return node(
    "li", { className: here ? "here" : "away" }, icon(here ? "online" : "offline"),
    node("span", {}, node("strong", {}, name), ` · ${roles} · `, node("span", { className: "soft" }, here ? _("here") : _("away"))),
  );
}

export function heardPresence({ participant, here }) {
  const member = now.team.members.find((one) => one.id === participant);
  if (member) member.here = here;
  render();
}
