// Makes what is on the page equal to what the server has rendered anew, touching only what differs: focus, open
// menus, scroll positions and what stands under the pointer stay where they are.
import { nodesOf } from "../fragments.js";

// Kept as the page has them: whether a menu is open, and whether a button is at work.
const KEPT = new Set(["open", "aria-busy", "title"]);

export function morphInto(place, piece) {
  morphChildren(place, nodesOf(piece));
}

const keyOf = (node) => (node.nodeType === 1 ? node.dataset.key || node.id || null : null);

// Where white space between children says nothing, it would only pile up.
const TIGHT = new Set(["TABLE", "THEAD", "TBODY", "TR", "UL", "OL"]);

function tighten(place) {
  for (const child of [...place.childNodes]) if (child.nodeType === 3 && !child.nodeValue.trim()) child.remove();
}

function morphChildren(old, fresh) {
  if (TIGHT.has(old.nodeName)) [old, fresh].forEach(tighten);
  const keyed = new Map([...old.children].filter(keyOf).map((child) => [keyOf(child), child]));
  const staying = new Set([...fresh.children].map(keyOf));
  for (const [key, child] of keyed) if (!staying.has(key)) child.remove();
  let here = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const known = keyed.get(keyOf(wanted));
    if (known) here = meet(old, known, here, wanted);
    else if (here && !keyOf(here) && alike(here, wanted)) {
      const next = here.nextSibling;
      morphNode(here, wanted);
      here = next;
    } else old.insertBefore(wanted, here);
  }
  while (here) {
    const next = here.nextSibling;
    if (!keyOf(here)) here.remove();
    here = next;
  }
}

function meet(old, known, here, wanted) {
  morphNode(known, wanted);
  // Rows that the reader has sorted stay in her order.
  if (old.nodeName === "TBODY") return known === here ? here.nextSibling : here;
  while (here && here !== known && !keyOf(here)) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
  if (here === known) return here.nextSibling;
  old.insertBefore(known, here);
  return here;
}

const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName;

function morphNode(old, fresh) {
  if (old.nodeType !== 1) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (!alike(old, fresh)) {
    old.replaceWith(fresh);
    return;
  }
  const live = "live" in old.dataset && "live" in fresh.dataset;
  for (const { name, value } of [...fresh.attributes]) {
    if (!KEPT.has(name) && old.getAttribute(name) !== value && !(live && !name.startsWith("data-"))) {
      old.setAttribute(name, value);
    }
  }
  if (live) return;
  for (const { name } of [...old.attributes]) {
    if (!KEPT.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  morphChildren(old, fresh);
}
