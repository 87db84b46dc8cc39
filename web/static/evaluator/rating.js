// Giving levels on the sheet that is shown: which criterion the keys speak to, its level, its sentence.
import { _ } from "../words.js";
import { complain, criteriaIn, fieldOf, fit, givenTo, nameOf, setCurrent } from "./sheet.js";

const oneColumn = matchMedia("(max-width: 55.99rem)");

// `sheet()` gives the sheet that is shown, `outbox` takes what she gives.
export function openRating(sheet, outbox) {
  // Sentences she has begun, by response and criterion: they wait for her when she comes back.
  const begun = new Map();
  let current = null;
  let asking = null;

  const here = () => sheet()?.dataset.response;
  const sentenceIn = (criterion) => fieldOf(criterion).value.trim();
  const effective = (criterion) => outbox.find(here(), nameOf(criterion)) || givenTo(criterion);

  // The lowest and the highest level, and each of a third evaluator, go with a sentence that quotes; none with a reason.
  function wantsSentence(criterion, level) {
    if (level === null || sheet().dataset.quote === "all") return true;
    const levels = [...criterion.querySelectorAll(".level[data-level]")].map((each) => each.dataset.level);
    return level === levels[0] || level === levels.at(-1);
  }

  function put(criterion, level, sentence) {
    asking = null;
    complain(criterion, "");
    outbox.put({ response: here(), code: sheet().dataset.code, criterion: nameOf(criterion), level, sentence });
  }

  function give(criterion, level) {
    if (!criterion || fieldOf(criterion).readOnly) return false;
    const sentence = sentenceIn(criterion);
    if (!sentence && wantsSentence(criterion, level)) return ask(criterion, level);
    put(criterion, level, sentence);
    const all = criteriaIn(sheet());
    return focusOn(all.slice(all.indexOf(criterion) + 1).find((each) => !effective(each)) || criterion);
  }

  // The level waits until its sentence is there; Enter in the field sends both.
  function ask(criterion, level, words) {
    asking = { criterion, level };
    const why = level === null
      ? _("Say in one sentence why it could not be observed; Enter saves it.")
      : _("%(level)s: say why in one sentence that quotes at least three words in a row; Enter saves both.", { level });
    complain(criterion, words || why);
    fieldOf(criterion).focus();
    return true;
  }

  function focusOn(criterion) {
    current = criterion;
    setCurrent(sheet(), criterion);
    criterion.focus({ preventScroll: true });
    if (!oneColumn.matches) criterion.scrollIntoView({ block: "nearest" });
    return true;
  }

  // A sentence goes with its level; without a level it waits in its field.
  function keepSentence(criterion) {
    const known = effective(criterion);
    const sentence = sentenceIn(criterion);
    if (known && sentence !== known.sentence && (known.level !== null || sentence)) put(criterion, known.level, sentence);
  }

  function leaveField(field, keep) {
    const criterion = field.closest(".criterion");
    if (!criterion) return false;
    const waits = asking?.criterion === criterion;
    if (keep && waits) return give(criterion, asking.level);
    if (keep) keepSentence(criterion);
    if (waits) complain(criterion, "");
    asking = null;
    return focusOn(criterion);
  }

  function move(step) {
    if (!sheet()) return false;
    const all = criteriaIn(sheet());
    const to = all[all.indexOf(current) + step];
    if (!to) return false;
    focusOn(to);
    to.scrollIntoView({ block: "nearest" });
    return true;
  }

  function along(step) {
    if (!current?.contains(document.activeElement)) return false;
    const buttons = [...current.querySelectorAll(".level")];
    const to = buttons.indexOf(document.activeElement) + step;
    buttons[Math.min(Math.max(to, 0), buttons.length - 1)].focus();
    return true;
  }

  function prepare(criterion) {
    const field = fieldOf(criterion);
    const key = `${here()}|${nameOf(criterion)}`;
    field.value = begun.get(key) ?? outbox.find(here(), nameOf(criterion))?.sentence ?? field.value;
    field.addEventListener("input", () => {
      begun.set(key, field.value);
      fit(field);
    });
    // Leaving the field with the mouse keeps its sentence too.
    field.addEventListener("change", () => asking?.criterion !== criterion && sheet()?.contains(field) && keepSentence(criterion));
    criterion.addEventListener("focusin", () => {
      if (current !== criterion) setCurrent(sheet(), (current = criterion));
    });
    for (const button of criterion.querySelectorAll(".level")) {
      button.addEventListener("click", () => give(criterion, button.dataset.level ?? null));
    }
    fit(field);
  }

  // A fresh sheet: nothing of the one before is left; the first criterion that waits has the frame.
  function arrive() {
    current = asking = null;
    if (!sheet()) return;
    const all = criteriaIn(sheet());
    all.forEach(prepare);
    if (all.length) focusOn(all.find((each) => !effective(each)) || all[0]);
  }

  // What she has marked in the response begins the sentence.
  function evidence() {
    if (!current) return false;
    const marked = getSelection();
    const field = fieldOf(current);
    const words = sheet().querySelector(".answer").contains(marked.anchorNode) ? marked.toString().trim() : "";
    if (words && !field.readOnly && !field.value.includes(words)) {
      field.value = `${field.value.trim()} “${words}” `.trimStart();
      field.dispatchEvent(new Event("input"));
    }
    field.focus();
    return true;
  }

  function giveByKey(key) {
    const button = current && [...current.querySelectorAll(".level")].find((each) => each.dataset.key === key);
    return button ? give(current, button.dataset.level) : false;
  }

  return {
    arrive, move, along, leaveField, focusOn,
    give: giveByKey,
    none: () => give(current, null),
    evidence,
    // The server wants a sentence, or another one: the level waits for it.
    askAgain: (criterion, given, words) => ask(criterion, given.level, words),
    without: () => (sheet() ? criteriaIn(sheet()).filter((each) => !effective(each)) : []),
  };
}
