// The editor's pages come alive; each part starts only where its elements are on the page.
import { refresh } from "./acting.js";
import { startOverview } from "./overview.js";
import { mountForm } from "./form.js";
import { startSection } from "./section.js";
import { startText } from "./text.js";
import { startTexts } from "./texts.js";

document.body.classList.add("with-script");
const form = document.querySelector("form[data-part-form]");
if (document.getElementById("list")) startOverview(form);
else if (form?.dataset.partForm === "section") startSection(form);
else if (form?.dataset.partForm === "texts") startTexts(form);
else if (form) mountForm(form, () => refresh().catch(() => {}));
if (document.getElementById("text")) startText();
