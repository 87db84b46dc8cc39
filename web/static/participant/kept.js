// What this device keeps for this person in this drill and team, even through a reload; nothing of it is for others.
import { drill, me, now } from "./story.js";

const prefix = `prontas:${drill.id}:${now.team.id}:${me.id}:`;
const memory = new Map();

// A private window may refuse to keep anything: then the page says so.
export const keeps = (() => {
  try {
    localStorage.setItem(`${prefix}try`, "1");
    localStorage.removeItem(`${prefix}try`);
    return true;
  } catch {
    return false;
  }
})();

export function read(name, otherwise) {
  try {
    const text = keeps ? localStorage.getItem(prefix + name) : memory.get(name);
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
  } catch {
    // Full or forbidden: the page's own memory has it.
  }
}

export function drop(name) {
  memory.delete(name);
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept.
  }
}

export function names(start) {
  try {
    const all = keeps ? Object.keys(localStorage) : [...memory.keys()].map((name) => prefix + name);
    return all.filter((name) => name.startsWith(prefix + start)).map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
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
