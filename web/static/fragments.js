// The only place that turns text into a piece of the page. It takes two things: what it has fetched itself from our
// own server, and the words of a message, which hold bare tags and nothing else. Browsers that know Trusted Types
// refuse every other way (web/headers.py), whatever a script is made to do.

const BARE = /<\/?(?:p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td)(?: start="\d+")?>/g;

const types = globalThis.trustedTypes ?? { createPolicy: (_name, rules) => rules };
const policy = types.createPolicy("prontas", { createHTML: (html) => html });
// A fragment is an empty object: its text is known to this module alone, so nobody else can make one.
const texts = new WeakMap();

function fragmentOf(text) {
  const fragment = Object.freeze({});
  texts.set(fragment, String(text ?? ""));
  return fragment;
}

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

// To another origin, also by a redirect, the browser itself refuses to go.
const ask = (address, accept) => fetch(address, { headers: { Accept: accept }, mode: "same-origin" });

// GETs a page's piece; its text comes as a fragment.
export async function fetchPiece(address) {
  const response = await ask(address, "text/html");
  return { response, piece: fragmentOf(await response.text()) };
}

// GETs JSON; what stands under `names`, a text or a map of texts, comes as fragments.
export async function fetchTold(address, ...names) {
  const response = await ask(address, "application/json");
  const told = response.ok ? await response.json() : await response.json().catch(() => ({}));
  for (const name of names) {
    const given = told[name];
    const many = given && typeof given === "object";
    if (many) told[name] = Object.fromEntries(Object.entries(given).map(([part, html]) => [part, fragmentOf(html)]));
    else if (given !== undefined) told[name] = fragmentOf(given);
  }
  return { response, told };
}

export const same = (one, other) => one !== undefined && other !== undefined && texts.get(one) === texts.get(other);

export function nodesOf(fragment) {
  if (!texts.has(fragment)) throw new TypeError("only what was fetched here becomes a piece of the page");
  return parse(texts.get(fragment));
}

// What the server has made of Markdown, wherever it came from: a tag with anything inside it is shown as text.
export function wordsOf(html) {
  const text = html ?? "";
  if (!text.replace(BARE, "").includes("<")) return parse(text);
  const whole = new DocumentFragment();
  whole.append(text);
  return whole;
}
