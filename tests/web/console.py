"""Somebody's console in tests: its page, its parts, its cells, and what she does on it."""

import re

from tests.scripts import choice_inject, info, scenario, text_inject

TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
SCRIPT = scenario(
    choice_inject("01", at="1m", due="5m"),
    text_inject("02", at="2m", due="5m"),
    info("03", at="30m", **{"if": "isolated and not paid"}),
    info("04", manual=True),
    phases={"one": {"title": "Detectar", "at": "0m"}},
)


def in_language(browser, language="en"):
    """Let a signed-in browser read on in a language."""
    browser.post("/language", language=language, back="/", seen="/drills")
    return browser


def words_in(html):
    """Give what stands in a page between the tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class Console:
    """The console of one drill in somebody's browser."""

    def __init__(self, browser, play):
        self.browser, self.play = browser, play
        self.path = f"/drills/{play.id}/console"
        found = TOKEN.search(self.page())
        self.headers = {"X-CSRFToken": found[1] if found else "", "Accept": "application/json"}

    def page(self):
        """Load the whole page."""
        return self.browser.get(self.path).text

    def parts(self, *names):
        """Ask for parts as the script does."""
        return self.browser.get(f"{self.path}/parts?of={','.join(names)}", headers=self.headers).get_json()

    def part(self, name):
        """Give one part as it is now."""
        return self.parts(name)["parts"][name]

    def do(self, verb, **facts):
        """Press a button."""
        return self.browser.client.post(f"/drills/{self.play.id}/do/{verb}", json=facts, headers=self.headers)

    def refused(self, verb, **facts):
        """Press a button that must not work; give the refusal."""
        answer = self.do(verb, **facts)
        assert answer.status_code >= 400, answer.text
        return answer.get_json()["error"]

    def cell(self, team, inject):
        """Give the classes, the words and the mark of one cell."""
        pattern = rf'id="c-{team}-{inject}" class="cell ([^"]+)" aria-label="([^"]+)">(.*?)<'
        return re.search(pattern, self.part("matrix")).groups()
