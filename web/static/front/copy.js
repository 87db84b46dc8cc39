// Copies what a [data-copy] button names; the buttons stay hidden where there is no script.
import { _ } from "../words.js";

const status = document.getElementById("copied");

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch {
    // Without TLS browsers give no clipboard; the old way still works in most of them.
    select(element);
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(document.getElementById(button.dataset.copy));
    if (status) status.textContent = done ? _("Copied.") : _("Marked: copy it with your device's own menu.");
  });
}
