// Drafts: kept on this device with each letter, with the team a moment later; nobody's text is ever overwritten.
import { firstDrafts, me } from "./story.js";
import * as kept from "./kept.js";

const PAUSE = 800;
const AGAIN = 4000;
const TELL_EVERY = 2500;
const own = new Map();
const team = new Map(Object.entries(firstDrafts));
const writers = new Map();
const timers = new Map();
const closed = new Set();
const conflicts = new Map();
let line = null;
let toldAt = 0;
let changed = () => {};

export const same = (one, other) => sorted(one) === sorted(other);
const sorted = (value) =>
  JSON.stringify(value ?? null, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

for (const name of kept.names("draft:")) own.set(name.slice("draft:".length), kept.read(name));

export function start(openLine, onChange) {
  line = openLine;
  changed = onChange;
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  addEventListener("pagehide", flush);
  // What she writes in another window is her own text here too, and is saved from there.
  kept.onOthers((name, draft) => {
    if (!name.startsWith("draft:")) return;
    const id = name.slice("draft:".length);
    clearTimeout(timers.get(id));
    if (draft) own.set(id, draft);
    else own.delete(id);
    changed(id);
  });
}

// Her own text where she has written, else the team's.
export const current = (id) => own.get(id)?.content ?? team.get(id)?.content ?? null;
export const ofTeam = (id) => team.get(id) ?? null;
export const isOwn = (id) => own.has(id);
export const unsavedOne = (id) => Boolean(own.get(id)?.dirty);
export const unsaved = () => [...own.entries()].filter(([id, draft]) => draft.dirty && !closed.has(id)).length;
export const writer = (id) => (writers.get(id)?.until > performance.now() ? writers.get(id).by : null);

function store(id, draft) {
  own.set(id, draft);
  kept.keep(`draft:${id}`, draft);
}

export function typed(id, content) {
  const before = own.get(id);
  const base = before ? before.base : (team.get(id)?.content ?? null);
  store(id, { ...before, content, base, dirty: true });
  if (performance.now() - toldAt > TELL_EVERY && line?.connected()) {
    toldAt = performance.now();
    line.tell("write_draft", { inject: id });
  }
  saveLater(id, PAUSE);
  changed(id);
}

function saveLater(id, pause) {
  clearTimeout(timers.get(id));
  timers.set(id, setTimeout(() => save(id), pause));
}

async function save(id) {
  const draft = own.get(id);
  if (!draft?.dirty || closed.has(id) || !line?.connected()) return;
  const { content } = draft;
  let answer;
  try {
    answer = await line.ask("save_draft", { inject: id, content });
  } catch {
    saveLater(id, AGAIN); // The line is slow or cut; where it is cut, its return saves too.
    return;
  }
  if (["server_failed", "too_many"].includes(answer.error?.code)) {
    saveLater(id, AGAIN);
  } else if (answer.error) {
    closed.add(id);
  } else if (answer.state === "closed") {
    closed.add(id);
  } else {
    setTeams(id, content, me.name);
    const latest = own.get(id);
    if (latest) store(id, { ...latest, base: content, dirty: !same(latest.content, content) });
    if (latest && !same(latest.content, content)) save(id);
  }
  changed(id);
}

// Whoever changes a proposed text takes the proposal back; the server sees it the same way.
function setTeams(id, content, by) {
  const before = team.get(id);
  team.set(id, before && same(before.content, content) ? { ...before, content } : { content, by, proposed_at: null });
}

export function proposal(id) {
  const told = team.get(id);
  return told && (told.proposed_at ?? null) !== null ? { by: told.by, at: told.proposed_at } : null;
}

export function noteProposed({ inject: id, content }, at) {
  team.set(id, { content, by: me.name, proposed_at: at });
  if (same(own.get(id)?.content, content)) forget(id);
  changed(id);
}

export function flush() {
  for (const id of own.keys()) {
    clearTimeout(timers.get(id));
    save(id);
  }
}

// After a time away: what nobody else has changed meanwhile is saved; the rest waits for her choice.
export function saveAgain() {
  closed.clear();
  for (const id of own.keys()) if (!conflicts.has(id)) save(id);
}

// What a teammate has made of the team's draft since her own text began; it stays until she has chosen.
export const conflict = (id) => conflicts.get(id) ?? null;

function compare(id, content, by) {
  const draft = own.get(id);
  if (!draft || same(content, draft.content)) conflicts.delete(id);
  else if (!same(content, draft.base)) conflicts.set(id, { content, by });
}

export function heard({ inject: id, content, by }) {
  if (!content || typeof content !== "object") return;
  compare(id, content, by);
  setTeams(id, content, by);
  writers.delete(id);
  changed(id);
}

export function heardWriting({ inject: id, by }) {
  if (by === me.name) return;
  writers.set(id, { by, until: performance.now() + 6000 });
  changed(id);
}

export function refresh(drafts) {
  for (const [id, draft] of Object.entries(drafts)) {
    if (draft.by !== me.name) compare(id, draft.content, draft.by);
    team.set(id, draft);
    changed(id);
  }
}

// The teammate's text takes the place of hers; hers can be fetched back.
export function useTeams(id) {
  const before = own.get(id)?.content;
  const { content } = conflicts.get(id);
  conflicts.delete(id);
  if (before) kept.keep(`previous:${id}`, before);
  store(id, { content, base: content, dirty: !same(team.get(id)?.content, content) });
  save(id);
  changed(id);
}

export function keepOwn(id) {
  conflicts.delete(id);
  const draft = own.get(id);
  store(id, { ...draft, base: team.get(id)?.content ?? null, dirty: true });
  save(id);
  changed(id);
}

export const previous = (id) => kept.read(`previous:${id}`, null);
export function takeBack(id) {
  const content = previous(id);
  kept.drop(`previous:${id}`);
  typed(id, content);
}

export function forget(id) {
  clearTimeout(timers.get(id));
  own.delete(id);
  conflicts.delete(id);
  kept.drop(`draft:${id}`);
  kept.drop(`previous:${id}`);
}
