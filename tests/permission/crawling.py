"""Open everything there is as one person, and keep what came: pages, files, the API, headers and all."""

from collections import defaultdict

from tests.walk import ABSENT, edges_of

MANY = 3
# Secrets and passing things: nobody guesses them here.
NEVER = (
    "code", "token", "token_id", "session_id", "account_id", "order_id", "what", "verb", "team_id", "participant_id",
    "response_id",
)  # fmt: skip


class Traffic:
    """All that everybody got, by person and moment."""

    def __init__(self):
        self._texts = defaultdict(list)
        self.answers = self.bytes = 0

    def note(self, who, moment, where, text):
        """Keep one answer."""
        self.answers, self.bytes = self.answers + 1, self.bytes + len(text.encode())
        self._texts[who].append((moment, where, text))

    def readers_of(self, word):
        """Give who has got a word, at any moment."""
        return {who for who, texts in self._texts.items() if any(word in text for _moment, _where, text in texts)}

    def where(self, who, word):
        """Give where somebody has got a word: the first few places."""
        return [f"{moment}: {where}" for moment, where, text in self._texts[who] if word in text][:3]

    def at(self, who, moment):
        """Give all that somebody got at a moment."""
        return "\n".join(text for then, _where, text in self._texts[who] if then == moment)

    def json_of(self, who):
        """Give what somebody's scripts got."""
        found = self._texts[who]
        return [(where, text) for _moment, where, text in found if where.startswith("socket") or "json" in text[:300]]


class Crawler:
    """Open every page of the app with every id there is in a drill, by cookie, and by token where she has one."""

    def __init__(self, app, play, *, cookie="", bearer=""):
        self.app, self.play, self.cookie, self._bearer = app, play, cookie, bearer
        self.client = app.test_client(use_cookies=False)

    def everything(self, *, twice=False):
        """Give where and what of every answer; *twice*: to a person and to a script."""
        every = self._every()
        for page in edges_of(self.app):
            if page.writes or page.rule.endswith(".pdf"):
                # A PDF is what the page beside it says, in compressed form, and takes a second to make.
                continue
            script = page.endpoint.startswith("api.")
            absent = 0
            for path in dict.fromkeys(page.path(ids) for ids in self._ids(page.arguments, every)):
                status, text = self._open(path, "application/json" if script else "text/html", script=script)
                yield f"{page.endpoint} {path}", text
                if twice and status < 300 and not script:
                    yield f"{page.endpoint} {path}", self._open(path, "application/json", script=script)[1]
                absent = absent + 1 if status == 404 else 0
                if status in (303, 401) or absent == MANY:
                    # The door, or a room that is not hers: the walk shows that the rest of it looks the same.
                    break

    def _open(self, path, accept, *, script):
        headers = {"Accept": accept} | ({"Cookie": self.cookie} if self.cookie else {})
        if script and self._bearer:
            headers["Authorization"] = f"Bearer {self._bearer}"
        response = self.client.get(path, headers=headers)
        # Her own address is no news to her, but what it leads on to is.
        text = f"{response.status} {response.headers}\n{response.get_data().decode('utf-8', 'replace')}"
        return response.status_code, text.replace(path, "<path>")

    def _ids(self, arguments, every):
        usual = dict.fromkeys((*NEVER, *arguments), ABSENT) | {
            "drill_id": self.play.id,
            "name": "table.txt",
            "inject_id": "01",
        }
        places = [usual]
        for name in sorted(arguments & every.keys()):
            places = [place | {name: value} for place in places for value in [*every[name], ABSENT]]
        return places

    def _every(self):
        return {
            "team_id": self._column("team", "id"),
            "participant_id": self._column("participant", "id"),
            "response_id": self._column("response", "id"),
            "account_id": self._column("account", "id"),
            "inject_id": [f"{number:02}" for number in range(1, 9)],
            "name": ["table.txt", "secret.txt"],
        }

    def _column(self, table, column):
        return [value for (value,) in self.play.sql(f'SELECT {column} FROM "{table}" ORDER BY 1')]
