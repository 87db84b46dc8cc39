"""Everything that can be sent to the app, found by walking: forms, what scripts post, what sockets ask.

``sendings`` gives each as a function from words to what is sent, so that a test chooses only the words.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from simulator.refusal import Refusal
from tests.abuse.forms import apart, forms_in
from tests.walk import ABSENT, edges_of, filled, ids_of, pages_of
from tests.web.conftest import CSRF
from web.live.requests import FIELDS, REQUESTS, answer
from web.live.rooms import Place, reader_of


@dataclass(frozen=True)
class Sending:
    """One thing that can be sent: what it is called, and how, with *words* in every field in which one writes."""

    name: str
    fields: tuple[str, ...]
    send: Callable[[Callable[[str], str]], Any]

    @property
    def hashes(self) -> bool:
        """Say whether a password is in it: each time costs what hashing one costs."""
        return any("password" in name for name in self.fields)


class Asker:
    """One person at the door of the app, in a drill of the tests."""

    def __init__(self, app, play, browser):
        self.app, self.play, self.browser = app, play, browser
        self.token = CSRF.search(browser.get("/return").text)[1]
        short = play.sql("SELECT short_code FROM participant WHERE id = :id", id=play.beatriz.id)[0][0]
        known = ids_of(play) | {"other_team_id": play.verde, "short_code": short}
        self.ids = {name: ABSENT for page in pages_of(app) for name in page.arguments} | known

    def forms(self) -> list[Sending]:
        """Give every form she finds."""
        found = []
        for page in pages_of(self.app):
            if page.method != "GET":
                continue
            shown = self.browser.get(page.path(self.ids))
            if shown.status_code == 200 and shown.mimetype == "text/html":
                found += forms_in(shown.text, page.path(self.ids))
        return [self._form(form) for form in apart(found, self.endpoint_of) if form.written]

    def endpoint_of(self, form):
        """Name the route a form goes to."""
        path = form.action.partition("?")[0]
        return self.app.url_map.bind("localhost").match(path, method=form.method.upper())[0]

    def _form(self, form) -> Sending:
        def send(words):
            data = form.filled(lambda field: words(field.name)) | {"csrf_token": self.token}
            return self.post(form.action, data=data) if form.method == "post" else self.get(form.action, data)

        return Sending(f"{form.method} {self.endpoint_of(form)}", tuple(form.written), send)

    def posts(self) -> Iterator[Sending]:
        """Give what scripts and forms post to every edge that `tests/bodies.py` knows, verb by verb."""
        for page in edges_of(self.app):
            body = page.template()
            if page.writes and body:
                yield self._post(page, *next(iter(body.items())))

    def _post(self, page, kind, body) -> Sending:
        def send(words):
            told = {name: words(name) if isinstance(value, str) else value for name, value in body.items()}
            return self.post(page.path(self.ids | {"verb": "pause"}), **{"json" if kind == "json" else "data": told})

        written = tuple(name for name, value in body.items() if isinstance(value, str))
        return Sending(f"{kind} {page.key}", written, send)

    def get(self, path, query=None, **headers):
        """Open a page with a query."""
        return self.browser.client.get(path, query_string=_encoded(query or {}), headers=headers)

    def post(self, path, **sent):
        """Post with the token of her forms."""
        if "data" in sent:
            sent["data"] = _encoded({"csrf_token": self.token} | sent["data"])
            sent["content_type"] = "application/x-www-form-urlencoded"
        return self.browser.client.post(path, headers={"X-CSRFToken": self.token}, **sent)

    def true_body(self, page) -> dict[str, Any]:
        """Give a body that is right, with the drill's own ids in it; what the drill has not names nothing."""
        wanted = re.findall(r"\{(\w+)\}", json.dumps(page.template()))
        return filled(page.template(), dict.fromkeys(wanted, ABSENT) | self.ids)


def _encoded(fields):
    # A hand-made request may hold half a character, which no browser sends.
    return urlencode(fields, errors="surrogatepass")


def socket_asks(house, who) -> Iterator[Sending]:
    """Give every request of a socket, with words in all its fields and in what its fields hold."""
    place = Place(who, reader_of(who, who.drill_id), who.language)

    def asking(name, shape):
        def send(words):
            try:
                return answer(house, place, name, [shape(words)])
            except Refusal as refusal:
                return refusal

        return send

    for name in REQUESTS:
        fields = tuple(sorted(FIELDS.get(name, ())))
        yield Sending(
            f"socket {name}", fields, asking(name, lambda words, fields=fields: {f: words(f) for f in fields})
        )
    contents = {
        "text": lambda words: {"text": words("text")},
        "option": lambda words: {"option": words("option"), "rationale": words("rationale")},
        "form": lambda words: {"fields": {words("key"): words("field")}},
    }
    for kind, shape in contents.items():
        yield Sending(f"socket save_draft {kind}", (kind,), asking("save_draft", partial(_with_content, shape, None)))
        yield Sending(
            f"socket send_response {kind}", (kind,), asking("send_response", partial(_with_content, shape, "id"))
        )
    yield Sending("socket take_seats list", ("seats",), asking("take_seats", lambda words: {"seats": [words("seats")]}))
    several = asking("receive_injects", lambda words: {"injects": [words("injects")]})
    yield Sending("socket receive_injects list", ("injects",), several)


def _with_content(shape, id, words):
    told = {"inject": "01", "content": shape(words)}
    return told | {"id": words(id)[:64] or "x"} if id else told
