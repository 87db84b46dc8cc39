// The question of an inject as a form, one per kind; and an answer as words to read.
import { _ } from "../words.js";
import { node } from "./page.js";
import { counted, makeField } from "./fields.js";

// Gives {root, read(), fill(content), focus(place), problem()}; contents have the shape the server keeps.
export function makeAsk(ask) {
  const parts = KINDS[ask.kind]?.(ask) ?? [];
  if (ask.rationale) parts.push(["rationale", words(ask, _("Why? A few words are enough."), "rationale")]);
  const root = node("div", {}, ...parts.map(([, made]) => made.root));
  if (ask.prompt_html && parts.length) describedBy(parts[0][1], "prompt");
  const read = () => {
    const content = {};
    for (const [name, made] of parts) put(content, name, made.read());
    return ask.kind === "form" ? { fields: content } : content;
  };
  const fill = (content) => {
    const values = (ask.kind === "form" ? content?.fields : content) ?? {};
    for (const [name, made] of parts) made.fill(values[name]);
  };
  const problem = () => firstProblem(ask, parts, read());
  const focus = (place) => (parts.find(([name]) => name === place) ?? parts[0])?.[1].input?.focus();
  return { root, read, fill, focus, problem };
}

// The question above the form belongs to its first field.
function describedBy({ root, input }, id) {
  const target = root.tagName === "FIELDSET" ? root : input;
  target.setAttribute("aria-describedby", [id, target.getAttribute("aria-describedby")].filter(Boolean).join(" "));
}

// What the server would refuse: said here at once, beside the form, also without a connection.
function firstProblem(ask, parts, content) {
  if (ask.kind === "acknowledge") return null;
  const { rationale, ...answer } = content;
  const [first] = parts[0] ?? [];
  if (isBlank(answer)) return { place: first, message: _("Write or choose an answer before you send it.") };
  if (ask.rationale && isBlank(rationale)) return { place: "rationale", message: _("Write in a few words why you chose this.") };
  for (const [place, made] of parts) {
    if (made.isOver?.()) return { place, message: _("Shorten the text: it has more words than allowed.") };
  }
  const missing = ask.fields.find((field) => field.required && isBlank(content.fields?.[field.id]));
  return missing ? { place: missing.id, message: _("Fill in “%(field)s” before you send the answer.", { field: missing.label }) } : null;
}

function isBlank(value) {
  if (value && typeof value === "object") return Object.values(value).every(isBlank);
  return !String(value ?? "").trim();
}

// A blank choice is left out: an empty string is no option.
function put(content, name, value) {
  if (name !== "option" || value) content[name] = value;
}

function words(ask, label, id) {
  const input = node("textarea", { id, rows: 6 });
  const root = node("div", { className: "field" }, node("label", { htmlFor: id }, label), input);
  return counted({ root, input, read: () => input.value, fill: (value) => (input.value = value ?? "") }, input, ask.max_words);
}

const choose = (ask, kind, label) => makeField({ id: "choice", kind, label, required: true, options: ask.options });

const KINDS = {
  text: (ask) => [["text", words(ask, _("Your team's text"), "answer-text")]],
  choice: (ask) => [["option", choose(ask, "choice", _("Choose one"))]],
  choices: (ask) => [["options", choose(ask, "choices", _("Choose all that fit"))]],
  acknowledge: () => [],
  form: (ask) => ask.fields.map((field) => [field.id, makeField(field)]),
};

const labelOf = (options, id) => options.find((option) => option.id === id)?.label ?? id;
const list = (options, ids) => node("ul", {}, ...(ids ?? []).map((id) => node("li", {}, labelOf(options, id))));

// The words of an answer or a draft, to be read only.
export function describe(ask, content) {
  const shown = node("div", { className: "told" });
  if (content?.text) shown.append(node("p", { className: "as-typed" }, content.text));
  if (content?.option) shown.append(node("p", {}, labelOf(ask.options, content.option)));
  if (content?.options?.length) shown.append(list(ask.options, content.options));
  for (const field of ask.fields) {
    const value = content?.fields?.[field.id];
    if (value?.length) shown.append(node("h4", {}, field.label), describeField(field, value));
  }
  if (content?.rationale) shown.append(node("h4", {}, _("Why")), node("p", { className: "as-typed" }, content.rationale));
  return shown;
}

function describeField(field, value) {
  if (field.kind === "choice") return node("p", {}, labelOf(field.options, value));
  if (field.kind === "choices") return list(field.options, value);
  if (field.kind !== "table") return node("p", { className: "as-typed" }, String(value));
  const cells = (row) => field.columns.map((column) => `${column.label}: ${row?.[column.id] ?? "–"}`).join(" · ");
  return node("ol", {}, ...value.map((row) => node("li", {}, cells(row))));
}

// The words of what a choice decides, for the question whether it is final.
export function chosenWords(ask, content) {
  const ids = content.option ? [content.option] : (content.options ?? []);
  return ids.map((id) => labelOf(ask.options, id)).join(" · ");
}
