// The scenario as text: what check finds as she types, each with a way to its line; saved as any other version.
import { _, _n } from "../words.js";
import { refresh } from "./acting.js";
import { icon, node, scenario, send, setNumber, tell } from "./telling.js";

const PAUSE = 700;

export function startText() {
  const form = document.getElementById("text");
  const area = form.elements.text;
  const list = document.getElementById("text-findings");
  const said = document.getElementById("text-said");
  const key = `prontas:editor:${scenario}:text`;
  let clean = area.value;
  let timer = null;
  let asked = 0;
  const isDirty = () => area.value !== clean;
  const fields = () => new URLSearchParams({ number: form.elements.number.value, text: area.value });

  addEventListener("beforeunload", (event) => isDirty() && event.preventDefault());
  area.addEventListener("input", () => {
    keep(isDirty() ? area.value : null);
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });

  function keep(text) {
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ number: form.elements.number.value, text }));
    } catch {
      // Then the page alone has it, and it is guarded.
    }
  }

  async function check() {
    const mine = ++asked;
    try {
      const { findings } = await send(form.dataset.check, fields());
      if (mine !== asked) return;
      list.replaceChildren(...findings.map(line));
      said.textContent = findings.length ? _n("%(n)s thing to look at.", "%(n)s things to look at.", findings.length) : _("Nothing to mend.");
    } catch (error) {
      said.textContent = error.message;
    }
  }

  function line(finding) {
    const place = node("button", { type: "button", class: "small", "data-goes": `${finding.line}:${finding.column}` }, `${finding.line}:${finding.column}`);
    return node("li", { class: finding.severity }, place, icon(finding.severity === "error" ? "cross" : "warning"), node("span", {}, `${finding.words} `, node("a", { class: "small code", href: finding.help, target: "_blank", rel: "noopener" }, finding.code)));
  }

  function goTo(lineNumber, column) {
    const lines = area.value.split("\n");
    const start = lines.slice(0, lineNumber - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const end = start + (lines[lineNumber - 1]?.length ?? 0);
    area.focus();
    area.setSelectionRange(Math.min(start + column - 1, end), end);
    area.scrollTop = Math.max(0, (lineNumber - 5) * (area.scrollHeight / Math.max(lines.length, 1)));
  }

  list.addEventListener("click", (event) => {
    const place = event.target.closest("[data-goes]");
    if (place) goTo(...place.dataset.goes.split(":").map(Number));
  });
  const wanted = /^#L(\d+)$/.exec(location.hash);
  if (wanted) goTo(Number(wanted[1]), 1);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sent = fields();
    if (event.submitter?.name === "merge") sent.set("merge", "1");
    try {
      const answer = await send(form.action, sent);
      setNumber(answer.number);
      clean = sent.get("text");
      keep(isDirty() ? area.value : null);
      // What was merged holds more than what was sent.
      if (answer.text !== undefined && !isDirty()) clean = area.value = answer.text;
      document.getElementById("merge").hidden = document.getElementById("text-kept").hidden = true;
      tell(_("Saved as version %(n)s.", { n: answer.number }));
      check();
      refresh().catch(() => {});
    } catch (error) {
      tell(error.message, "soon");
      if (error.code === "scenario_changed") document.getElementById("merge").hidden = !error.mergeable;
    }
  });

  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(key));
  } catch {
    return;
  }
  if (kept && kept.text !== clean) {
    const box = document.getElementById("text-kept");
    box.hidden = false;
    document.getElementById("text-take").addEventListener("click", () => {
      area.value = kept.text;
      box.hidden = true;
      check();
      area.focus();
    });
    document.getElementById("text-leave").addEventListener("click", () => {
      keep(null);
      box.hidden = true;
    });
  }
}
