// What she types: kept on this device with each letter, with the server a moment later; the older of two windows is told.
import { _ } from "../words.js";

const PAUSE = 800;
const AGAIN = 4000;

export function openSaving(form, kept, { saved, newer, told }) {
  const token = form.elements.csrf_token.value;
  const version = form.elements.version;
  let timer;
  let running = null;
  let again = false;
  let stopped = false;
  let mine = false;
  let unsaved = false;

  // Files have a way of their own; the version says what the words were written on.
  const fields = () => [...new FormData(form)].filter(([name, value]) => !["csrf_token", "version"].includes(name) && typeof value === "string");
  const words = () => new URLSearchParams(fields()).toString();

  function typed() {
    unsaved = true;
    const there = kept.keep({ version: version.value, words: words() });
    told(there ? _("Not saved yet; kept on this device.") : _("Not saved yet."), false);
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
    const body = new URLSearchParams(sent);
    body.set("version", version.value);
    if (mine) body.set("mine", "1");
    let response;
    try {
      response = await fetch(form.dataset.draft, {
        method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": token },
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
    version.value = answer.version;
    kept.remember({ version: answer.version, words: sent });
    if (words() === sent) {
      unsaved = false;
      kept.drop();
      told(_("All saved."), false);
    } else {
      typed();
    }
    saved(answer);
    return true;
  }

  function fill(told) {
    const given = new URLSearchParams(told);
    for (const field of form.elements) {
      if (!field.name || ["csrf_token", "version"].includes(field.name) || ["file", "submit"].includes(field.type)) continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = given.getAll(field.name).includes(field.value);
      else if (given.has(field.name)) field.value = given.get(field.name);
    }
  }

  // What was typed without a line, and never reached the server, stands in the form again; says whether there was any.
  function restore() {
    const left = kept.take();
    const last = kept.remembered();
    if (left) {
      const newest = words();
      fill(left.words);
      // Saved meanwhile, by a window that did not hear of it any more: then these are the newest words too.
      if (String(left.version) === version.value || [newest, last?.words].includes(left.words)) {
        save();
      } else {
        stopped = true;
        newer();
      }
      return true;
    }
    if (last && Number(last.version) > Number(version.value)) {
      fill(last.words);
      version.value = last.version;
      return true;
    }
    return false;
  }

  // Another window has gone: what it kept comes here, unless she is writing here herself.
  const restoreLeft = () => !unsaved && !stopped && !running && restore();

  // A window in which nothing was typed has nothing to say, least of all over what another has saved.
  const saveLeft = () => unsaved && save();

  return {
    typed,
    save,
    saveLeft,
    restore,
    restoreLeft,
    stop: () => (stopped = true),
    keepMine() {
      stopped = false;
      mine = true;
      return save();
    },
  };
}
