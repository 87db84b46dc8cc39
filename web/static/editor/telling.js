// Words that tell what has just happened, for the eye and for a screen reader; and a form sent as a script sends it.
import { _ } from "../words.js";

const token = document.querySelector('meta[name="csrf-token"]').content;

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

// POSTs a form's fields; gives the answer, or throws an error whose message is for a person.
export async function send(address, fields) {
  let response;
  try {
    response = await fetch(address, {
      method: "POST", body: fields, headers: { Accept: "application/json", "X-CSRFToken": token },
    });
  } catch {
    throw Object.assign(new Error(_("No connection. What you typed is kept on this device; save it again later.")), { code: "no_connection" });
  }
  const ours = /^application\/json/.test(response.headers.get("Content-Type") ?? "");
  const answer = ours ? await response.json().catch(() => ({})) : {};
  if (response.status === 401) throw Object.assign(new Error(_("You were away for long. Sign in again in another window; what you typed is kept here.")), { code: "signed_out" });
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
