// Calibration: each level is sent when it is chosen; when the last one is in, the way to the result opens.
import { post } from "../post.js";
import { _, _n } from "../words.js";

const main = document.getElementById("main");
const scales = [...document.querySelectorAll(".scale")];
const trouble = document.getElementById("trouble");

function tell(words) {
  trouble.hidden = !words;
  trouble.firstElementChild.textContent = words;
}

function count() {
  const left = scales.filter((scale) => !scale.dataset.given).length;
  document.getElementById("count").textContent = left
    ? _n("%(n)s level is still missing", "%(n)s levels are still missing", left)
    : _("All levels are in");
  document.getElementById("finish").hidden = left > 0;
}

async function give(scale, level) {
  const state = scale.querySelector(".state");
  const told = { item: scale.closest(".anchor").dataset.item, criterion: scale.dataset.criterion, level };
  state.textContent = _("Saving…");
  try {
    const { whole } = await post(main.dataset.path, told);
    scale.dataset.given = "yes";
    state.textContent = _("saved");
    tell("");
    // The result is a page of its own: nothing can be changed any more.
    if (whole) location.reload();
  } catch (error) {
    state.textContent = _("not saved");
    tell(error.message);
  }
  count();
}

for (const scale of scales) {
  scale.addEventListener("change", (event) => give(scale, event.target.value));
}
count();
