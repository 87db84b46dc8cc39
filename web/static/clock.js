// The drill's clock in the browser: it follows the server's, whatever the device's own clock says.
let told = null;
// By how much the server's instant is ahead of this page's steady clock, as the last messages show it.
let leads = [];
let lead = 0;
const KEPT = 15;
// A question that took longer says too little about when it was answered.
const TELLING = 2_000;

// The server sends {state, running, speed, drill_time, now, …}, all times in milliseconds. *took* is how long the
// question took whose answer this is. A message is never early: the one that was under way the shortest is the nearest.
export function hear(clock, took = 0) {
  told = clock;
  leads = [...leads, clock.now + (took < TELLING ? took / 2 : 0) - performance.now()].slice(-KEPT);
  lead = Math.max(...leads);
}

export const state = () => told?.state ?? "draft";
export const stopped = () => Boolean(told?.stopped);
export const speed = () => told?.speed ?? 1;

export function drillTime() {
  if (!told) return 0;
  return told.drill_time + (told.running ? (serverNow() - told.now) * told.speed : 0);
}

// The server's own instant, for local times that do not trust this device.
export function serverNow() {
  return told ? lead + performance.now() : Date.now();
}

export function tPlus(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n) => String(n).padStart(2, "0");
  return `T+${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
