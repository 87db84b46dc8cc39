// What this device keeps for this person in this drill and team, even through a reload; nothing of it is for others.
import { drill, me, now } from "./story.js";

const prefix = `prontas:${drill.id}:${now.team.id}:${me.id}:`;
const memory = new Map();

// What could not be stored: the page's own memory alone has it.
const unstored = new Set();

// A private window may refuse to keep anything, a full device to keep more: then the page says so.
const allowed = (() => {
  try {
    localStorage.setItem(`${prefix}try`, "1");
    localStorage.removeItem(`${prefix}try`);
    return true;
  } catch {
    return false;
  }
})();

export const keeps = () => allowed && !unstored.size;

export function read(name, otherwise) {
  try {
    const text = allowed && !unstored.has(name) ? localStorage.getItem(prefix + name) : memory.get(name);
    return text ? JSON.parse(text) : otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(name, value) {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    localStorage.setItem(prefix + name, text);
    unstored.delete(name);
    for (const other of unstored) store(other);
  } catch {
    unstored.add(name);
  }
}

// There may be room again for what had none.
function store(name) {
  localStorage.setItem(prefix + name, memory.get(name));
  unstored.delete(name);
}

export function drop(name) {
  memory.delete(name);
  unstored.delete(name);
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept.
  }
}

export function names(start) {
  const all = [...unstored].map((name) => prefix + name);
  try {
    all.push(...(allowed ? Object.keys(localStorage) : [...memory.keys()].map((name) => prefix + name)));
  } catch {
    // Memory has all there is.
  }
  return [...new Set(all)].filter((name) => name.startsWith(prefix + start)).map((name) => name.slice(prefix.length));
}

// What another window of hers has kept or dropped: its name, and its value or null.
export function onOthers(heard) {
  addEventListener("storage", ({ key, newValue }) => {
    if (!key?.startsWith(prefix)) return;
    const name = key.slice(prefix.length);
    if (!unstored.has(name)) heard(name, newValue === null ? null : JSON.parse(newValue));
  });
}

// Which team and name she had when this device last saw her; it outlives a move into another team.
const place = `prontas:${drill.id}:any:${me.id}:place`;

export function readPlace() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

export function keepPlace(value) {
  try {
    localStorage.setItem(place, JSON.stringify(value));
  } catch {
    // Then she is not told what happened while she was away.
  }
}

// All that is kept for her in this drill, also from a team she was in before.
export function clear() {
  for (const name of names("")) drop(name);
  try {
    const hers = (name) => name.startsWith(`prontas:${drill.id}:`) && name.includes(`:${me.id}:`);
    for (const name of Object.keys(localStorage).filter(hers)) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
