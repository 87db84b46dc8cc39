// A file goes up as soon as it is chosen, with a bar that moves; what is wrong with it is said beside it.
import { _ } from "../words.js";

export function openUploading(form, { done }) {
  const token = form.elements.csrf_token.value;

  function send(document_, input) {
    const told = new FormData();
    told.set("document", document_);
    told.set("file", input.files[0]);
    // What she says of it goes along.
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith(`d-${document_}-`) && typeof value === "string") told.append(name, value);
    }
    const bar = Object.assign(window.document.createElement("progress"), { max: 1, value: 0 });
    bar.setAttribute("aria-label", _("Sending the file"));
    input.after(bar);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => event.lengthComputable && (bar.value = event.loaded / event.total));
    return new Promise((resolve, reject) => {
      request.addEventListener("load", () => {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch {
          // No words of ours: said below.
        }
        if (request.status === 200 && answer.file) resolve(answer);
        else reject(new Error(answer.error?.message || _("Something went wrong. Try again.")));
      });
      request.addEventListener("error", () => reject(new Error(_("No connection. The file was not sent; choose it again when the line is back."))));
      request.open("POST", form.dataset.files);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-CSRFToken", token);
      request.send(told);
    }).finally(() => bar.remove());
  }

  for (const frame of form.querySelectorAll("[data-document]")) {
    const input = frame.querySelector("input[type=file]");
    const problem = frame.querySelector("[data-problem]");
    const say = (words) => Object.assign(problem, { textContent: words, hidden: !words });
    input?.addEventListener("change", async () => {
      if (!input.files.length) return;
      say("");
      const most = Number(input.dataset.most);
      // A picture is made smaller over there; anything else keeps its size.
      if (input.files[0].size > most && !input.files[0].type.startsWith("image/")) {
        say(_("This file is too large: at most %(most)s MB are taken. Make it smaller and send it again.", { most: (most / 1048576).toFixed(1).replace(/\.0$/, "") }));
        input.value = "";
        return;
      }
      try {
        const answer = await send(frame.dataset.document, input);
        const there = frame.querySelector("[data-there]");
        const link = there.querySelector("[data-name]");
        link.textContent = answer.file.name;
        link.href = `${form.dataset.files}/${answer.file.id}`;
        const remove = there.querySelector("button");
        if (remove) remove.value = answer.file.id;
        there.hidden = false;
        done(answer);
      } catch (error) {
        say(error.message);
      }
      input.value = "";
    });
  }
}
