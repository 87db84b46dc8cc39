// The drill's clock in the browser: it follows the server's, whatever the device's own clock says.
let told = null;
let heardAt = 0;

// The server sends {state, running, speed, drill_time, now, …}, all times in milliseconds.
export function hear(clock) {
  told = clock;
  heardAt = performance.now();
}

export const state = () => told?.state ?? "draft";
export const stopped = () => Boolean(told?.stopped);
export const speed = () => told?.speed ?? 1;

export function drillTime() {
  if (!told) return 0;
  return told.drill_time + (told.running ? (performance.now() - heardAt) * told.speed : 0);
}

// The server's own instant, for local times that do not trust this device.
export function serverNow() {
  return told ? told.now + (performance.now() - heardAt) : Date.now();
}

export function tPlus(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n) => String(n).padStart(2, "0");
  return `T+${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
