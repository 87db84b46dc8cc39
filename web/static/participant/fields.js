// The fields of a form: each gives its value as the server wants it, and takes one back.
import { _ } from "../words.js";
import { node } from "./page.js";

let made = 0;

// Each maker gives {root, read(), fill(value), input}; `input` is what a refusal puts the focus on.
export function makeField(field) {
  return (KINDS[field.kind] ?? KINDS.text)(field, `field-${++made}`);
}

const named = (field) => (field.required ? field.label : `${field.label} ${_("(optional)")}`);

function single(field, id, input) {
  input.id = id;
  const root = node("div", { className: "field" }, node("label", { htmlFor: id }, named(field)), input);
  return { root, input, read: () => input.value, fill: (value) => (input.value = value ?? "") };
}

function text(field, id) {
  const input = node("textarea", { rows: 4 });
  const made = single(field, id, input);
  return counted(made, input, field.max_words);
}

// Adds the live count of words below a text; the count is read out only when it matters.
export function counted(made, input, most) {
  if (!most) return made;
  const count = node("p", { className: "hint count", id: `${input.id}-count` });
  input.setAttribute("aria-describedby", count.id);
  const words = () => input.value.split(/\s+/).filter(Boolean).length;
  const tell = () => {
    const n = words();
    count.textContent = n > most
      ? _("%(n)s of %(most)s words: please shorten it", { n, most })
      : _("%(n)s of %(most)s words", { n, most });
    count.classList.toggle("over", n > most);
  };
  input.addEventListener("input", tell);
  tell();
  made.root.append(count);
  const { fill } = made;
  return { ...made, isOver: () => words() > most, fill: (value) => (fill(value), tell()) };
}

function options(field, id, type) {
  const inputs = field.options.map((option) => node("input", { type, name: id, value: option.id }));
  const labels = inputs.map((input, place) =>
    node("label", { className: "inline option" }, input, node("span", {}, field.options[place].label)),
  );
  const root = node("fieldset", {}, node("legend", {}, named(field)), ...labels);
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return { root, input: inputs[0], inputs, chosen };
}

function choice(field, id) {
  const made = options(field, id, "radio");
  const read = () => made.chosen()[0] ?? "";
  return { ...made, read, fill: (value) => made.inputs.forEach((one) => (one.checked = one.value === value)) };
}

function choices(field, id) {
  const made = options(field, id, "checkbox");
  const fill = (value) => made.inputs.forEach((one) => (one.checked = Array.isArray(value) && value.includes(one.value)));
  return { ...made, read: made.chosen, fill };
}

// A table is a card per row: on a telephone nobody scrolls sideways.
function table(field, id) {
  const rows = node("div", { className: "rows" });
  const more = node("button", { type: "button", className: "small" }, _("Add a row"));
  const root = node("fieldset", { id }, node("legend", {}, named(field)), rows, more);
  const add = (values = {}) => {
    const number = rows.childElementCount + 1;
    const cells = field.columns.map((column) => {
      const cell = node("input", { type: "text", value: String(values[column.id] ?? "") });
      cell.dataset.column = column.id;
      return node("label", {}, column.label, cell);
    });
    rows.append(node("fieldset", { className: "table-row" }, node("legend", {}, _("Row %(n)s", { n: number })), ...cells));
    more.hidden = number >= field.rows;
  };
  more.addEventListener("click", () => {
    add();
    rows.lastElementChild.querySelector("input").focus();
  });
  const read = () =>
    [...rows.children]
      .map((row) => Object.fromEntries([...row.querySelectorAll("input")].map((cell) => [cell.dataset.column, cell.value])))
      .filter((row) => Object.values(row).some((value) => value.trim()));
  const fill = (value) => {
    rows.replaceChildren();
    for (const row of Array.isArray(value) ? value.slice(0, field.rows) : []) add(row ?? {});
    if (!rows.childElementCount) add();
  };
  fill([]);
  return { root, read, fill, input: rows.querySelector("input") };
}

const KINDS = {
  text,
  number: (field, id) => single(field, id, node("input", { type: "text", inputMode: "decimal", autocomplete: "off" })),
  date: (field, id) => single(field, id, node("input", { type: "date" })),
  choice,
  choices,
  table,
};
