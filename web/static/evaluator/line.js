// The line under the title: whether all is saved, on its way, or waiting for the connection.
import { _, _n } from "../words.js";

const line = document.getElementById("line");
const trouble = document.getElementById("trouble");

export function showLine(waiting, failure) {
  line.dataset.state = failure ? "offline" : waiting ? "sending" : "saved";
  line.textContent = words(waiting, failure);
  const over = Boolean(failure) && (failure.status === 401 || failure.code === "form_expired");
  if (over) tell(_("Your session is over. Sign in again in another tab, then load this page again; what waits here is kept."));
  else if (trouble.dataset.over) tell("");
  trouble.dataset.over = over ? "yes" : "";
}

function words(waiting, failure) {
  if (!failure) return waiting ? _("Saving…") : _("All saved");
  if (!waiting) return _("No connection. What you gave is saved.");
  return _n(
    "No connection. %(n)s level waits here and is sent by itself.",
    "No connection. %(n)s levels wait here and are sent by themselves.",
    waiting,
  );
}

export function tell(words) {
  trouble.hidden = !words;
  trouble.firstElementChild.textContent = words;
}
