// Words that tell what has just happened, for the eye and for a screen reader; and a form sent as a script sends it.
import { fetchPiece, nodesOf } from "../fragments.js";
import { _ } from "../words.js";

const meta = document.querySelector('meta[name="csrf-token"]');
const { who } = document.querySelector("[data-who]").dataset;

export const scenario = document.body.dataset.scenario;

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${document.body.dataset.icons}#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function tell(words, tone = "done") {
  const box = document.getElementById("told");
  box.replaceChildren(node("p", { class: `notice ${tone}` }, words));
}

// What was refused of one thing is over once she turns to another.
export function hush() {
  document.querySelector("#told .soon")?.remove();
}

export const signedOut = () => Object.assign(new Error(_("You were signed out. Sign in again in another window, then go on here: what you typed stays.")), { code: "signed_out" });

// Who has signed in again in another window has new forms: this page sends with theirs, where it is still she.
async function comeIn() {
  const { response, piece } = await fetchPiece(`/scenarios/${encodeURIComponent(scenario)}/sections`);
  const page = nodesOf(piece);
  if (!response.ok || page.querySelector("[data-who]")?.dataset.who !== who) return false;
  meta.content = page.querySelector('meta[name="csrf-token"]').content;
  for (const input of document.querySelectorAll('input[name="csrf_token"]')) input.value = meta.content;
  return true;
}

// POSTs a form's fields; gives the answer, or throws an error whose message is for a person.
export async function send(address, fields, again = true) {
  let response;
  try {
    response = await fetch(address, {
      method: "POST", body: fields, headers: { Accept: "application/json", "X-CSRFToken": meta.content },
    });
  } catch {
    throw Object.assign(new Error(_("No connection. What you typed is kept on this device; save it again later.")), { code: "no_connection" });
  }
  const ours = /^application\/json/.test(response.headers.get("Content-Type") ?? "");
  const answer = ours ? await response.json().catch(() => ({})) : {};
  if (response.status === 401) throw signedOut();
  if (answer.error?.code === "form_expired" && again && (await comeIn().catch(() => false))) return send(address, fields, false);
  if (!response.ok || answer.error || !ours) {
    throw Object.assign(new Error(answer.error?.message || _("Something went wrong. Try again.")), answer.error ?? {});
  }
  return answer;
}

// All pages of one scenario stand on the newest version that this window knows.
export function setNumber(number) {
  document.body.dataset.number = number;
  for (const input of document.querySelectorAll('input[name="number"]')) input.value = number;
}
