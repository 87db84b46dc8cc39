// A part of the scenario as a form: checked as she types, kept on this device, saved as a version, guarded until then.
import { _, _n } from "../words.js";
import { fill, mountRows } from "./rows.js";
import { icon, node, scenario, send, setNumber, tell } from "./telling.js";

const PAUSE = 450;
let mounted = null;

addEventListener("beforeunload", (event) => {
  if (mounted?.isDirty()) event.preventDefault();
});

export const current = () => mounted;

// `saved(answer)` hears of each version; gives what the page needs to know of the form.
export function mountForm(form, saved = () => {}) {
  const key = `prontas:editor:${scenario}:${form.dataset.key}`;
  const unsaved = form.querySelector("[data-unsaved]");
  unsaved.setAttribute("role", "status");
  let timer = null;
  let asked = 0;
  let busy = false;

  const fields = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrf_token"));
  const words = () => {
    const told = fields();
    told.delete("number");
    return told.toString();
  };
  mountRows(form, typed);
  let clean = words();
  const isDirty = () => form.isConnected && words() !== clean;

  function typed() {
    count();
    if (!isDirty()) return drop();
    keep();
    say(_("Not saved yet; kept on this device."));
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  function say(text) {
    if (unsaved.textContent !== text) unsaved.textContent = text;
  }

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify({ number: form.elements.number.value, words: words() }));
    } catch {
      // Then the page alone has it, and it is guarded.
    }
  }

  function drop() {
    say("");
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }

  async function check() {
    const mine = ++asked;
    try {
      const answer = await send(form.dataset.check, fields());
      if (mine === asked && form.isConnected) show(answer);
    } catch (error) {
      if (error.code !== "no_connection" && mine === asked) say(error.message);
    }
  }

  function show(answer) {
    for (const list of form.querySelectorAll("[data-found]")) if (list.firstChild) list.replaceChildren();
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    let n = 0;
    for (const [at, findings] of Object.entries(answer.found)) {
      const list = listOf(at);
      for (const finding of findings) {
        n += 1;
        list.append(line(finding));
        if (finding.severity === "error") inputOf(at, finding.language)?.setAttribute("aria-invalid", "true");
      }
    }
    const means = form.querySelector("[data-means]");
    if (means) means.textContent = answer.means ? _("It means: %(words)s", { words: answer.means }) : "";
    const here = n ? _n("%(n)s thing to look at in this form.", "%(n)s things to look at in this form.", n) : _("Nothing to mend in this form.");
    say(isDirty() ? `${_("Not saved yet; kept on this device.")} ${here}` : here);
  }

  const listOf = (at) => form.querySelector(`[data-found="${CSS.escape(at)}"]`) ?? form.querySelector('[data-found=""]');
  const inputOf = (at, language) => document.getElementById(language ? `in-${at}:${language}` : `in-${at}`);

  function line(finding) {
    const severity = finding.severity === "error" ? _("error") : _("warning");
    const said = node("span", {}, node("span", { class: "unseen" }, `${severity}: `));
    if (finding.language) said.append(node("strong", {}, `${finding.language}: `));
    said.append(`${finding.words} `);
    if (finding.help) said.append(node("a", { class: "small code", href: finding.help, target: "_blank", rel: "noopener" }, finding.code));
    return node("li", { class: finding.severity }, icon(finding.severity === "error" ? "cross" : "warning"), said);
  }

  function count(root = form) {
    for (const place of root.querySelectorAll("[data-counts]")) {
      const n = document.getElementById(place.dataset.counts)?.value.split(/\s+/).filter(Boolean).length ?? 0;
      place.textContent = n ? _n("%(n)s word", "%(n)s words", n) : "";
    }
  }

  async function save(how = "") {
    if (busy) return false;
    busy = true;
    const sent = fields();
    const sentWords = words();
    if (how) sent.set(how, "1");
    for (const button of form.querySelectorAll("button.main")) button.setAttribute("aria-busy", "true");
    try {
      const answer = await send(form.action, sent);
      // What was kept of an earlier time is older now than what is saved.
      for (const box of form.querySelectorAll("#not-saved, #kept")) box.remove();
      setNumber(answer.number);
      clean = sentWords;
      tell(_("Saved as version %(n)s.", { n: answer.number }));
      if (isDirty()) typed();
      else drop();
      // What was put together holds more than what this form shows: it is asked for again.
      if (answer.anew && !isDirty() && !document.getElementById("list")) location.reload();
      saved(answer);
      return true;
    } catch (error) {
      refuse(error);
      return false;
    } finally {
      busy = false;
      for (const button of form.querySelectorAll("button.main")) button.removeAttribute("aria-busy");
    }
  }

  // Why it was not saved, and what can be done; all that was typed stays where it is.
  function refuse(error) {
    form.querySelector("#not-saved")?.remove();
    const box = node("div", { class: "notice soon", id: "not-saved", role: "alert", tabindex: "-1" }, node("p", {}, error.message));
    if (["scenario_changed", "scenario_conflicts"].includes(error.code)) {
      const acts = node("p", { class: "actions" });
      if (error.mergeable) {
        const merge = node("button", { type: "button", class: "main" }, _("Put my changes into version %(n)s", { n: error.number }));
        merge.addEventListener("click", () => save("merge"));
        acts.append(merge);
      }
      if (error.both?.length) {
        box.append(node("p", {}, _("Where yours differs, this stands there now:")), node("ul", { class: "clashes" }, ...error.both.map((one) => node("li", {}, node("strong", {}, one.where), one.theirs ? `: ${one.theirs}` : ""))));
        const mine = node("button", { type: "button", class: "main" }, _("Put my words there instead"));
        mine.addEventListener("click", () => save("mine"));
        if (!error.gone) acts.append(mine);
      }
      if (error.gone) box.append(node("p", {}, _("It was removed there, so your words have no place any more. Copy what you need, or bring version %(n)s back under Versions.", { n: form.elements.number.value })));
      const compare = `/scenarios/${scenario}/versions?one=${form.elements.number.value}&other=${error.number}`;
      acts.append(node("a", { class: "button", href: compare, target: "_blank", rel: "noopener" }, _("See what was changed")));
      box.append(acts, node("p", { class: "hint" }, _("What you typed is still below; nothing of it is lost.")));
    }
    form.querySelector(".form-head").append(box);
    box.focus();
  }

  function offer() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(key));
    } catch {
      return;
    }
    if (!kept || kept.words === clean) return;
    const take = node("button", { type: "button", class: "main" }, _("Put it into the form"));
    const leave = node("button", { type: "button" }, _("Throw it away"));
    const box = node("div", { class: "notice", id: "kept" }, node("p", {}, _("On this device there is text of yours for this form that was never saved.")), node("p", { class: "actions" }, take, leave));
    take.addEventListener("click", () => {
      fill(form, new URLSearchParams(kept.words), typed);
      box.remove();
      typed();
      form.querySelector("#form-title").focus();
    });
    leave.addEventListener("click", () => {
      drop();
      box.remove();
    });
    form.querySelector(".form-head").append(box);
  }

  function join(event) {
    const written = form.elements.if.value.trim();
    const atom = form.querySelector("#atom").value;
    const word = event.target.dataset.join;
    const or = / or /.test(written) && word !== "or" ? `(${written})` : written;
    form.elements.if.value = written ? `${or} ${word} ${atom}` : word === "and not" ? `not ${atom}` : atom;
    form.elements.if.focus();
    typed();
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(["merge", "mine"].includes(event.submitter?.name) ? event.submitter.name : "");
  });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    } else if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
  });
  for (const button of form.querySelectorAll("[data-join]")) button.addEventListener("click", join);
  offer();
  count();
  mounted = { form, isDirty, save, forget: () => ((clean = words()), drop()) };
  return mounted;
}
