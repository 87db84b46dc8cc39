// All texts side by side: what is missing is marked until it is written, and the table counts what was saved.
import { fetchPiece, nodesOf } from "../fragments.js";
import { refresh } from "./acting.js";
import { mountForm } from "./form.js";

export function startTexts(form) {
  mountForm(form, () => Promise.all([refresh(), countAnew()]).catch(() => {}));
  form.addEventListener("input", (event) => {
    event.target.closest(".in-language")?.classList.toggle("lacks", !event.target.value.trim());
  });
}

async function countAnew() {
  const { response, piece } = await fetchPiece(location.pathname + location.search);
  if (!response.ok) return;
  const counts = '[data-part="counts"]';
  document.querySelector(counts).replaceChildren(...nodesOf(piece).querySelector(counts).childNodes);
}
