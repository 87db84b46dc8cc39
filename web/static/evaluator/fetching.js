// A GET of JSON; gives the answer, what stands under `names` as fragments, or throws an error whose message is for a person.
import { fetchTold } from "../fragments.js";
import { _ } from "../words.js";

export async function fetchJson(address, ...names) {
  let response;
  let told;
  try {
    ({ response, told } = await fetchTold(address, ...names));
  } catch {
    throw Object.assign(new Error(_("No connection. Try again in a moment.")), { code: "no_connection" });
  }
  if (response.ok) return told;
  throw Object.assign(new Error(told.error?.message || _("Something went wrong. Try again.")), { status: response.status });
}
