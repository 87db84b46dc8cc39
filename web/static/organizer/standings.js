// The standings: a team's name opens how its score follows, below its row; the table looks for news by itself.
import { fetchTold, nodesOf } from "../fragments.js";
import { _ } from "../words.js";
import { keepFresh } from "./refreshing.js";

const live = document.getElementById("live");

async function explain(link) {
  const { response, told } = await fetchTold(link.href, "why_html");
  if (!response.ok) throw new Error(told.error?.message);
  return nodesOf(told.why_html);
}

function close(link, row) {
  row.nextElementSibling.remove();
  link.setAttribute("aria-expanded", "false");
}

async function open(link, row) {
  const cell = document.createElement("td");
  cell.colSpan = row.cells.length;
  cell.textContent = _("Loading…");
  const below = document.createElement("tr");
  below.className = "why-row";
  below.append(cell);
  row.after(below);
  link.setAttribute("aria-expanded", "true");
  try {
    cell.replaceChildren(await explain(link));
  } catch (error) {
    cell.textContent = error.message || _("No connection. Close the row and open it again.");
  }
}

export function toggle(link) {
  const row = link.closest("tr");
  if (row.nextElementSibling?.classList.contains("why-row")) close(link, row);
  else return open(link, row);
}

function prepare() {
  for (const link of live.querySelectorAll(".team")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
}

live.addEventListener("click", (event) => {
  const link = event.target.closest(".team");
  if (event.target.closest("#print")) window.print();
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  toggle(link);
});
live.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches(".team")) return;
  event.preventDefault();
  toggle(event.target);
});

prepare();
if (live.dataset.refresh) {
  keepFresh(live, live.dataset.refresh, async (piece) => {
    const opened = [...live.querySelectorAll('.team[aria-expanded="true"]')].map((link) => link.closest("tr").dataset.team);
    live.replaceChildren(nodesOf(piece));
    prepare();
    const links = opened.map((team) => live.querySelector(`tr[data-team="${CSS.escape(team)}"] .team`)).filter(Boolean);
    await Promise.all(links.map(toggle));
  });
}
