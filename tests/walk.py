"""Every page of the app, found in its own map: tests that walk it meet a new page without being told of it.

A path's arguments are filled from what a drill has (`ids_of`); an argument that nobody has explained here fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask

from simulator.reading.desk import rating_queue
from tests.bodies import BODIES, Body
from web.verbs import VERBS

WRITES = ("POST", "PUT", "PATCH", "DELETE")
# The demo opens its places to whoever holds its key, and stands only where `prontas demo` runs.
LEFT_OUT = frozenset({"demo"})
ABSENT = "zzzzzzzzzzzz"


@dataclass(frozen=True)
class Page:
    """One method of one route."""

    endpoint: str
    method: str
    rule: str
    arguments: frozenset[str]

    @property
    def writes(self) -> bool:
        """Say whether it changes something."""
        return self.method in WRITES

    @property
    def key(self) -> str:
        """Name it as `web/matrix.py` does."""
        return self.endpoint

    def body(self, ids: Mapping[str, str]) -> Body:
        """Give what a person or a script sends there, so that all that it reaches is reached."""
        return filled(self.template(), ids)  # type: ignore[no-any-return]

    def template(self) -> Body:
        """Give that body as `tests/bodies.py` has it."""
        return BODIES.get(self.key, {}) if self.writes else {}

    def path(self, ids: Mapping[str, str]) -> str:
        """Give its path with *ids* in the place of its arguments."""
        path = self.rule
        for name in self.arguments:
            assert name in ids, f"say in tests/walk.py what <{name}> of {self.rule} can be"
            for kind in ("", "path:", "int:"):
                path = path.replace(f"<{kind}{name}>", ids[name])
        return path


def pages_of(app: Flask) -> list[Page]:
    """Give every page of the app."""
    return sorted(_pages(app), key=lambda page: (page.rule, page.method))


@dataclass(frozen=True)
class VerbPage(Page):
    """The page of one verb of the console."""

    verb: str = ""

    @property
    def key(self) -> str:
        """Name it as `web/matrix.py` does."""
        return f"{self.endpoint}/{self.verb}"


def edges_of(app: Flask) -> list[Page]:
    """Give every page of the app, the console's verbs one by one."""
    found: list[Page] = []
    for page in pages_of(app):
        if "verb" not in page.arguments:
            found.append(page)
            continue
        for verb in VERBS:
            rule, arguments = page.rule.replace("<verb>", verb), page.arguments - {"verb"}
            found.append(VerbPage(page.endpoint, page.method, rule, arguments, verb))
    return found


def filled(body: Any, ids: Mapping[str, str]) -> Any:
    """Put *ids* into a body, wherever it names one in braces."""
    if isinstance(body, Mapping):
        return {name: filled(value, ids) for name, value in body.items()}
    if isinstance(body, list):
        return [filled(value, ids) for value in body]
    return body.format(**ids) if isinstance(body, str) else body


def _pages(app: Flask) -> Iterator[Page]:
    for rule in app.url_map.iter_rules():
        if rule.endpoint.partition(".")[0] in LEFT_OUT:
            continue
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield Page(rule.endpoint, method, rule.rule, frozenset(rule.arguments))


def ids_of(play: Any) -> dict[str, str]:
    """Give what can stand in a path for Azul in a drill of the tests: one value for each name of an argument."""
    entries = play.see(rating_queue, play.cast.edo)["entries"]
    return {
        "drill_id": play.id, "team_id": play.azul, "participant_id": play.beatriz.id, "account_id": play.cast.eun.id,
        "inject_id": "01", "response_id": entries[0]["response_id"] if entries else ABSENT, "code": play.codes["Azul"],
        "decision_id": ABSENT, "appeal_id": ABSENT, "ending": "csv",
        "verb": "pause", "name": "plan.pdf", "token": ABSENT, "order_id": ABSENT, "token_id": ABSENT,
        "session_id": play.cast.eun.session_id, "what": "ended", "programme_id": ABSENT, "application_id": ABSENT,
        "file_id": ABSENT, "mail_id": ABSENT, "call_id": "mujeres", "stage": "grants",
        "scenario_id": ABSENT, "line": "01", "section": "basics", "kind": "yaml", "finding": "unknown_seat",
    }  # fmt: skip


def absent_ids() -> dict[str, str]:
    """Give values that name nothing at all."""
    names = (
        "drill_id team_id participant_id account_id inject_id response_id code token session_id what order_id token_id "
        "programme_id application_id file_id mail_id call_id stage decision_id appeal_id ending scenario_id "
        "line section kind finding"
    )
    return dict.fromkeys(names.split(), ABSENT) | {"verb": "pause", "name": "none.pdf"}
