// Short messages in the corner: what happened goes by itself, what did not work stays until it is dismissed.
import { _ } from "../words.js";

const box = document.getElementById("toasts");
const MOST = 4;
const GOES_AFTER = 8000;

export function toast(words, { stays = false } = {}) {
  const line = document.createElement("div");
  line.className = stays ? "toast stays" : "toast";
  const says = document.createElement("p");
  says.textContent = words;
  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.className = "small";
  dismiss.textContent = _("Dismiss");
  dismiss.addEventListener("click", () => line.remove());
  line.append(says, dismiss);
  box.append(line);
  if (!stays) setTimeout(() => line.remove(), GOES_AFTER);
  const passing = box.querySelectorAll(".toast:not(.stays)");
  if (passing.length > MOST) passing[0].remove();
}
