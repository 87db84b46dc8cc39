// What she types: kept on this device with each letter, with the server a moment later; the older of two windows is told.
import { _ } from "../words.js";

const PAUSE = 800;
const AGAIN = 4000;

export function openSaving(form, { saved, newer, told }) {
  const place = `prontas:application:${form.dataset.application}`;
  const token = form.elements.csrf_token.value;
  let timer;
  let running = null;
  let again = false;
  let stopped = false;
  let mine = false;

  // Files have a way of their own.
  const words = () => new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== "csrf_token" && typeof value === "string"));
  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ version: form.elements.version.value, words: words().toString() }));
      return true;
    } catch {
      return false;
    }
  };
  const drop = () => {
    try {
      localStorage.removeItem(place);
    } catch {
      // Nothing was kept.
    }
  };

  function typed() {
    const kept = keep();
    told(kept ? _("Not saved yet; kept on this device.") : _("Not saved yet."), false);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  async function save() {
    clearTimeout(timer);
    if (stopped) return false;
    if (running) {
      again = true;
      return running;
    }
    running = once();
    const done = await running;
    running = null;
    if (again) {
      again = false;
      return save();
    }
    return done;
  }

  async function once() {
    const sent = words();
    const before = sent.toString();
    if (mine) sent.set("mine", "1");
    let response;
    try {
      response = await fetch(form.dataset.draft, {
        method: "POST", body: sent, headers: { Accept: "application/json", "X-CSRFToken": token },
      });
    } catch {
      told(_("No connection. What you type is kept on this device and saved when the line is back."), true);
      timer = setTimeout(save, AGAIN);
      return false;
    }
    const answer = await response.json().catch(() => ({}));
    if (response.status === 401) {
      told(_("You were away for long. Open your personal link again: what you typed is kept on this device."), true);
      return false;
    }
    if (!response.ok || answer.error) {
      told(answer.error?.message || _("Something went wrong. Try again."), true);
      if (response.status >= 500 || response.status === 429) timer = setTimeout(save, AGAIN);
      return false;
    }
    if (answer.state === "newer") {
      stopped = true;
      newer();
      return false;
    }
    mine = false;
    form.elements.version.value = answer.version;
    if (words().toString() === before.replace(/version=\d+/, `version=${answer.version}`)) drop();
    else timer = setTimeout(save, PAUSE);
    told(_("All saved."), false);
    saved(answer);
    return true;
  }

  // What was typed while there was no line, and never reached the server: it stands in the form again.
  function restore() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(place));
    } catch {
      return;
    }
    if (!kept) return;
    const given = new URLSearchParams(kept.words);
    for (const field of form.elements) {
      if (!field.name || ["csrf_token", "version"].includes(field.name) || ["file", "submit"].includes(field.type)) continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = given.getAll(field.name).includes(field.value);
      else if (given.has(field.name)) field.value = given.get(field.name);
    }
    if (kept.version === form.elements.version.value) {
      save();
    } else {
      stopped = true;
      newer();
    }
  }

  return {
    typed,
    save,
    drop,
    restore,
    keepMine() {
      stopped = false;
      mine = true;
      return save();
    },
  };
}
