// Whoever changes a choice looks at what it leads to before she saves it; the server asks for the same.
const form = document.getElementById("choices");
const save = document.getElementById("save");
const stale = document.getElementById("stale");
const neutral = new Set(["remember"]);

form.addEventListener("input", (event) => {
  if (neutral.has(event.target.name) || save.disabled) return;
  save.disabled = true;
  save.setAttribute("aria-describedby", "stale");
  stale.hidden = false;
});
