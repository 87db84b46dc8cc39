// Keys that move about the console; none of them does anything to the drill.
import { close } from "./side.js";

const on = document.getElementById("keys-on");
const GO = {
  n: () => document.getElementById("next").focus(),
  a: () => document.getElementById("alerts").focus(),
  i: () => document.getElementById("msel").focus(),
  t: () => document.querySelector(".matrix tbody button")?.focus(),
  u: () => document.querySelector("button.undo")?.focus(),
  s: () => document.getElementById("trouble-first").click(),
  "?": () => document.getElementById("dialog-help").showModal(),
};

export function startKeys() {
  on.checked = localStorage.getItem("prontas-keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("prontas-keys", on.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") escape(event);
    else if (on.checked && !event.target.closest("input, textarea, select")) {
      const go = GO[event.key.toLowerCase()];
      if (go) {
        event.preventDefault();
        go();
      }
    }
  });
}

function escape(event) {
  const menu = event.target.closest("details.menu[open]") ?? document.querySelector("details.menu[open]");
  if (menu) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  } else close();
}
