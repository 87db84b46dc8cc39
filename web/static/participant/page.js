// Small things every part of the page needs: pieces of the template, icons, words for screen readers.
const sprite = document.body.dataset.icons;

export const byId = (id) => document.getElementById(id);
export const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
export const stamp = (id) => byId(id).content.cloneNode(true);

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in made && name !== "list") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

// Only what differs is written, so that a screen reader does not hear the same words each second.
export function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

export function showIcon(element, name) {
  if (element.dataset.icon === name) return;
  element.dataset.icon = name;
  element.replaceChildren(icon(name));
}

// Lets the page change without moving what she is writing in.
export function steadily(root, change) {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  const before = held?.getBoundingClientRect().top;
  change();
  if (held && held === document.activeElement) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}

export function announce(words) {
  byId("polite").append(node("p", {}, words));
  setTimeout(() => byId("polite").firstChild?.remove(), 10_000);
}
