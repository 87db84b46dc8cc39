// Asks the server for parts of the console anew: never two requests at once, never more often than it must.
import * as clock from "../clock.js";
import { fetchTold, same } from "../fragments.js";
import { comeOut } from "../gone.js";
import { morphInto } from "./morph.js";
import { tick } from "./ticking.js";

const path = `/drills/${document.body.dataset.drill}/console/parts`;
const PAUSE = 700;
const LONGEST_REST = 2500;
const SAFETY_NET = 15_000;
const ALL = ["bar", "banner", "next", "axis", "msel", "matrix", "alerts"];

export const LIGHT = ALL.filter((name) => name !== "matrix");

const last = new Map();
let wanted = new Set();
let timer = null;
let busy = false;
let hurried = false;
let askedAt = 0;
let trueFor = 0;
let changed = () => {};

// Up to this number of the stream what the server rendered last holds already.
export const renderedUntil = () => trueFor;

export function refresh(names = ALL, { soon = false } = {}) {
  for (const name of names) wanted.add(name);
  if (busy) {
    hurried ||= soon;
    return;
  }
  if (timer && !soon) return;
  clearTimeout(timer);
  // While events pour in, the page rests a little longer between two askings.
  const rest = soon ? 0 : Math.max(PAUSE, askedAt + LONGEST_REST - performance.now());
  timer = setTimeout(ask, rest);
}

async function ask() {
  const names = [...wanted];
  [timer, wanted, hurried, busy, askedAt] = [null, new Set(), false, true, performance.now()];
  try {
    const { response, told } = await fetchTold(`${path}?of=${names.join(",")}`, "parts");
    if (response.status === 401 || response.status === 404) comeOut();
    else if (response.ok) show(told);
  } catch {
    // Without a line the safety net asks again.
  } finally {
    busy = false;
    if (wanted.size) refresh([], { soon: hurried });
  }
}

function show({ n, clock: told, parts }) {
  if (n < trueFor) return;
  trueFor = n;
  clock.hear(told);
  for (const [name, piece] of Object.entries(parts)) {
    const place = document.querySelector(`[data-part="${name}"]`);
    if (place && (name === "matrix" || !same(last.get(name), piece))) renew(place, piece);
    last.set(name, piece);
  }
  changed();
  tick();
}

function renew(place, piece) {
  const focused = place.contains(document.activeElement);
  morphInto(place, piece);
  // What had the focus is gone: stay near, on nothing that could be pressed by mistake.
  if (focused && !place.contains(document.activeElement)) place.focus({ preventScroll: true });
}

export function startRefreshing(n, afterwards) {
  trueFor = n;
  changed = afterwards;
  setInterval(() => document.visibilityState === "visible" && refresh(), SAFETY_NET);
}
