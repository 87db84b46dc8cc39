// The words of a page's scripts in the reader's language; English where none is given.
const told = JSON.parse(document.getElementById("words")?.textContent || '{"words":{}}');

const fill = (text, parameters) => text.replace(/%\((\w+)\)s/g, (_whole, name) => parameters[name] ?? "");

export const language = told.language || "en";

export function _(words, parameters = {}) {
  return fill(told.words[words] || words, parameters);
}

export function _n(one, many, n, parameters = {}) {
  const forms = told.words[one] || [one, many];
  const singular = n === 1 || (n === 0 && told.singularZero);
  return fill(forms[singular ? 0 : 1], { n, ...parameters });
}
