// A participant's own scripts show an inject here; nothing that is pressed leaves this page or stays on the device.
import * as clock from "../clock.js";
import * as kept from "../participant/kept.js";
import { openInject } from "../participant/inject.js";
import { byId } from "../participant/page.js";

kept.clear();
const open = byId("open");
const record = JSON.parse(open.dataset.record);
byId("handset-time").textContent = clock.tPlus(record.deliveredAt);
openInject(record, { online: () => true, decline: async () => null });
scrollTo({ top: 0 });
// Sending, and going elsewhere, would need a drill.
open.addEventListener("submit", (event) => (event.preventDefault(), event.stopImmediatePropagation()), true);
open.addEventListener("click", (event) => event.target.closest("a, [data-part='decline']") && (event.preventDefault(), event.stopImmediatePropagation()), true);
addEventListener("pagehide", () => kept.clear());
// By keyboard each arrow is a change: there she goes on when she presses the button.
let byPointer = false;
addEventListener("pointerdown", () => (byPointer = true), true);
addEventListener("keydown", () => (byPointer = false), true);
for (const choice of document.querySelectorAll(".choose select")) choice.addEventListener("change", () => byPointer && choice.form.requestSubmit());
