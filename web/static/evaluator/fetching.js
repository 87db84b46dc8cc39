// A GET of JSON; gives the answer, or throws an error whose message is for a person.
import { _ } from "../words.js";

export async function fetchJson(address) {
  let response;
  try {
    response = await fetch(address, { headers: { Accept: "application/json" } });
  } catch {
    throw Object.assign(new Error(_("No connection. Try again in a moment.")), { code: "no_connection" });
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw Object.assign(new Error(answer.error?.message || _("Something went wrong. Try again.")), { status: response.status });
}
