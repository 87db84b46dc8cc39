// A POST of JSON with the form's token; gives the answer, or throws an error whose message is for a person.
import { _ } from "./words.js";

const token = document.querySelector('meta[name="csrf-token"]').content;

export async function post(path, facts = {}) {
  let response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
      body: JSON.stringify(facts),
    });
  } catch {
    throw Object.assign(new Error(_("No connection. Nothing was sent; try again.")), { code: "no_connection" });
  }
  // A hotel's portal or a proxy answers in our place, with a page of its own and often with 200: nothing has reached us.
  if (!/^application\/json/.test(response.headers.get("Content-Type") ?? "") && response.ok) {
    throw Object.assign(new Error(_("No connection. Nothing was sent; try again.")), { code: "no_connection" });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.error) {
    const told = { ...answer.error, status: response.status };
    throw Object.assign(new Error(answer.error?.message || _("Something went wrong. Try again.")), told);
  }
  return answer;
}
