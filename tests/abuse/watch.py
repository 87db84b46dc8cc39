"""What a page does that it should not: scripts that ran, markup that is not ours, requests to others, violations."""

from urllib.parse import urlsplit

# Before any script of the page: the canary, and an ear for whatever the browser had to forbid.
EARS = """
window.sung = []; window.forbidden = [];
window.canary = (...words) => window.sung.push(words.join(" ") || "canary");
addEventListener("securitypolicyviolation", (event) =>
  window.forbidden.push([event.effectiveDirective, event.blockedURI, event.sample, event.sourceFile].join(" ")), true);
"""

LOOK = r"""
() => {
  const strange = [];
  const foreign = (value) => {
    if (/^\s*(javascript|vbscript):/i.test(value)) return true;
    try { return new URL(value, location.href).host !== location.host && !/^data:image\//.test(value); }
    catch { return true; }
  };
  const LEADS = new Set(["href", "src", "action", "formaction", "data", "xlink:href", "poster", "background", "cite"]);
  const NAMES = new Set(["id", "name", "class", "target", "for", "form"]);
  const NEVER = new Set(["iframe", "frame", "frameset", "object", "embed", "base", "math", "style", "plaintext", "xmp",
    "listing", "marquee", "x-canary", "animate", "set", "foreignobject", "isindex", "portal"]);
  const look = (root) => {
    for (const one of root.querySelectorAll("*")) {
      const tag = one.localName.toLowerCase();
      if (NEVER.has(tag)) strange.push(`<${tag}>`);
      if (tag === "meta" && one.httpEquiv) strange.push("<meta http-equiv>");
      if (tag === "script" && one.type !== "application/json" && !one.src) strange.push("<script> without a source");
      for (const { name, value } of one.attributes) {
        const key = name.toLowerCase();
        // The desk gives a field the height of its words.
        const styled = key === "style" && !/^height: \d+px;$/.test(value);
        const runs = key.startsWith("on") || styled || ["srcdoc", "srcset"].includes(key);
        const leads = LEADS.has(key) && foreign(value);
        if (runs || leads || (NAMES.has(key) && value.includes("canary"))) {
          strange.push(`${tag} ${name}=${value.slice(0, 80)}`);
        }
      }
      if (one.content instanceof DocumentFragment) look(one.content);
    }
  };
  look(document);
  return { strange, sung: window.sung, forbidden: window.forbidden, size: document.querySelectorAll("*").length };
}
"""


class Watch:
    """One person's browser, watched; *found* collects what was wrong, with where it was."""

    def __init__(self, page, url):
        self.page, self.host, self.found, self.looks, self.elements = page, urlsplit(url).netloc, [], 0, 0
        page.set_default_timeout(60_000)
        page.add_init_script(EARS)
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("console", lambda said: self._heard(said.text))
        page.context.on("request", lambda request: self._asked(request.url))
        page.context.route(lambda url: self._is_foreign(url), lambda route: route.abort())

    def _is_foreign(self, url):
        parts = urlsplit(url)
        return parts.scheme in ("http", "https", "ws", "wss", "ftp", "file") and parts.netloc != self.host

    def _asked(self, url):
        if self._is_foreign(url):
            self._note("request", url)

    def _dialog(self, dialog):
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def _heard(self, words):
        if "Content Security Policy" in words or "Trusted" in words or "Refused to" in words:
            self._note("console", words)

    def _note(self, kind, what):
        self.found.append((self.page.url, kind, what))

    def open(self, url):
        """Open an address and look at what it has become."""
        self.page.goto(url)
        self.look()

    def show(self, answer):
        """Show an answer that somebody else has got: its bytes and its headers, as if they had come from here."""
        echo = f"http://{self.host}/echo"

        def give(route):
            route.fulfill(status=200, headers=dict(answer.headers), body=answer.text)

        self.page.context.route(echo, give)
        self.open(echo)
        self.page.context.unroute(echo)

    def look(self):
        """Look at the page as it is now."""
        seen = self.page.evaluate(LOOK)
        self.looks += 1
        self.elements += seen["size"]
        for kind in ("strange", "sung", "forbidden"):
            for what in seen[kind]:
                self._note(kind, what)
