// Looks for a newer table now and then; it is put in only when nobody points at the old one or works in it.
import { fetchTold } from "../fragments.js";
import { _ } from "../words.js";

const EVERY = 10_000;
const fresh = document.getElementById("fresh");

export function keepFresh(place, address, put) {
  let shown = place.dataset.version;
  let waiting = null;

  const busy = () => place.matches(":hover") || place.contains(document.activeElement);

  function offer() {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: _("Show it") });
    button.addEventListener("click", change);
    fresh.replaceChildren(`${_("New ratings have come in.")} `, button);
  }

  async function change() {
    if (waiting === null) return;
    const { version, table_html } = waiting;
    shown = version;
    waiting = null;
    fresh.replaceChildren();
    await put(table_html);
  }

  async function look() {
    if (document.visibilityState === "hidden") return;
    try {
      const { response, told } = await fetchTold(address, "table_html");
      if (!response.ok) throw new Error();
      if (fresh.dataset.offline) fresh.replaceChildren();
      delete fresh.dataset.offline;
      if (told.version === shown || told.version === waiting?.version) return;
      waiting = told;
      if (busy()) offer();
      else change();
    } catch {
      fresh.dataset.offline = "yes";
      fresh.textContent = _("No connection: the table may be old. It is looked up again by itself.");
    }
  }

  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
