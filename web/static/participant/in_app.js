// A page inside another app, or on a device that keeps nothing, may be forgotten at any moment: how she comes back.
import * as kept from "./kept.js";
import { byId, part, show } from "./page.js";

// What the browsers inside messengers say of themselves, and Android's for the inside of any app.
const INSIDE = /\bwv\b|WhatsApp|FBA[NV]|FB_IAB|Instagram|Line\/|Telegram|MicroMessenger|Snapchat|Teams\//;
// On an iPhone only a browser of its own names Safari.
const BARE_IPHONE = /iPhone|iPad/.test(navigator.userAgent) && !/Safari\//.test(navigator.userAgent);

export function start() {
  const notice = byId("in-app");
  if (kept.keeps() && !INSIDE.test(navigator.userAgent) && !BARE_IPHONE) return;
  if (kept.read("in-app", false)) return;
  show(notice, true);
  part(notice, "close").addEventListener("click", () => {
    kept.keep("in-app", true);
    show(notice, false);
  });
}
