// One message, full screen: who writes, when, the text as what it is, its files, and below it the answer.
import { _ } from "../words.js";
import * as clock from "../clock.js";
import { wordsOf } from "../fragments.js";
import { mountAnswer } from "./answer.js";
import { channelIcon, channelName } from "./inbox.js";
import { byId, icon, node, part, show, stamp, write } from "./page.js";
import { seatTitle } from "./story.js";
import { localTime, storyTime } from "./times.js";
import * as kept from "./kept.js";

const PICTURES = /\.(png|jpe?g|webp)$/i;
const SOUNDS = /\.(mp3|ogg)$/i;
let panel = null;

export const openId = () => panel?.id ?? null;

export function openInject(record, actions) {
  const article = byId("open");
  const { inject } = record;
  article.replaceChildren(stamp("inject-piece"));
  const at = (name) => part(article, name);
  at("message").classList.add(channelIcon(inject.channel));
  at("icon").append(icon(channelIcon(inject.channel)));
  write(at("channel"), channelName(inject.channel));
  write(at("phase"), inject.phase ? ` · ${inject.phase}` : "");
  write(at("title"), inject.title);
  const from = inject.from?.name ?? "";
  write(at("from"), from);
  write(at("avatar"), [...from][0] ?? "");
  show(at("avatar"), Boolean(from));
  write(at("role"), inject.from?.role ?? "");
  const everybody = _("the whole team");
  write(at("to"), _("To: %(who)s", { who: inject.to.map(seatTitle).join(", ") || everybody }));
  at("times").append(...times(record));
  show(at("arrived"), record.late && Boolean(inject.ask));
  showBody(at, inject);
  at("files").append(...inject.files.map((file) => fileNode(inject.id, file)));
  panel = { id: inject.id, render() {}, tick() {} };
  if (inject.ask) {
    show(at("answer"), true);
    panel = mountAnswer(at("answer"), record, actions);
  }
  at("title").focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

export function closeInject() {
  panel = null;
  byId("open").replaceChildren();
}

export const render = () => panel?.render();
export const tick = () => panel?.tick();
export const focusAnswer = () => panel?.focusHeading?.();

function times(record) {
  const told = [clock.tPlus(record.deliveredAt), _("%(time)s local time", { time: localTime(record.at) })];
  const story = storyTime(record.inject.story_time);
  if (story) told.push(_("in the story: %(time)s", { time: story }));
  return told.map((words) => node("span", {}, words));
}

function showBody(at, inject) {
  let plain = Boolean(inject.plain_html && kept.read("plain", false));
  const fill = () => {
    // Rendered and cleaned by the server.
    at("body").replaceChildren(wordsOf(plain ? inject.plain_html : inject.body_html));
    at("plain").setAttribute("aria-pressed", String(plain));
  };
  show(at("plain-row"), Boolean(inject.plain_html && inject.body_html));
  at("plain").addEventListener("click", () => {
    plain = !plain;
    kept.keep("plain", plain);
    fill();
  });
  if (!inject.body_html) plain = Boolean(inject.plain_html);
  fill();
}

function fileNode(id, file) {
  const path = `/play/files/${encodeURIComponent(id)}/${file.name.split("/").map(encodeURIComponent).join("/")}`;
  const link = node("a", { href: path, className: "file" }, icon("document"), _("Save the file %(name)s", { name: file.name }));
  const shown = node("figure", { className: "attachment" });
  if (PICTURES.test(file.name)) {
    shown.append(node("img", { src: path, alt: file.alt ?? "", loading: "lazy" }));
  }
  if (SOUNDS.test(file.name)) shown.append(node("audio", { src: path, controls: true, preload: "none", ariaLabel: file.alt ?? file.name }));
  if (file.transcript) shown.append(node("details", { open: true }, node("summary", {}, _("In words")), node("p", { className: "as-typed" }, file.transcript)));
  shown.append(node("figcaption", {}, link));
  return shown;
}
