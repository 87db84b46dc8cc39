"""What can be chosen in a form: what the format knows, and what the scenario itself declares."""

from collections.abc import Mapping, Sequence
from typing import Any

from web.facilitator.showing import ASKS, CHANNELS, PRIORITIES
from web.words import N_, say

FIELD_KINDS: Mapping[str, str] = {
    "text": N_("words"), "number": N_("a number"), "date": N_("a date"), "choice": N_("one of several"),
    "choices": N_("several of many"), "table": N_("a table"),
}  # fmt: skip
_FIXED: Mapping[str, Mapping[str, str]] = {
    "channels": CHANNELS, "priorities": PRIORITIES, "ask_kinds": ASKS, "field_kinds": FIELD_KINDS,
}  # fmt: skip
USUAL = ("U", "M", "S", "P")


class Choices:
    """Give the choices of one scenario, as it is written, in one language; what has the wrong shape is left out."""

    def __init__(self, plain: Any, language: str) -> None:
        self.plain = plain if isinstance(plain, dict) else {}
        self.language = language
        written = self.plain.get("languages")
        self.languages = [one for one in written if isinstance(one, str)] if isinstance(written, list) else []
        self.languages = list(dict.fromkeys(self.languages)) or [language]

    def of(self, name: str) -> list[tuple[str, str]]:
        """Give the values of a list with their words."""
        if name in _FIXED:
            return [(value, say(self.language, words)) for value, words in _FIXED[name].items()]
        if name == "levels":
            return [(level, level) for level in self.levels]
        if name == "injects":
            return [(id, f"{id} · {self.words(one.get('title'))}") for id, one in self.injects()]
        if name == "criteria":
            return self._named(self._mapping("rubric").get("criteria"), "title")
        return self._named(self.plain.get(name), "name" if name == "characters" else "title")

    @property
    def levels(self) -> Sequence[str]:
        """Name the levels of the rubric from worst to best."""
        written = self._mapping("rubric").get("levels")
        named = [one for one in written if isinstance(one, str)] if isinstance(written, list) else []
        return named or USUAL

    def injects(self) -> list[tuple[str, dict[str, Any]]]:
        """Give the injects with their ids, in the order of the file."""
        written = self.plain.get("injects")
        listed = written if isinstance(written, list) else []
        return [(str(one.get("id", "")), one) for one in listed if isinstance(one, dict)]

    def words(self, text: Any) -> str:
        """Give a Text as it stands, in the reader's language or the first that is there."""
        if isinstance(text, dict):
            order = [self.language, *self.languages, *text]
            return next((str(text[code]) for code in order if code in text), "")
        return "" if text is None else str(text)

    def _mapping(self, key: str) -> dict[str, Any]:
        found = self.plain.get(key)
        return found if isinstance(found, dict) else {}

    def _named(self, entries: Any, key: str) -> list[tuple[str, str]]:
        if not isinstance(entries, dict):
            return []
        return [
            (id, self.words(one.get(key) if isinstance(one, dict) and key in one else one) if one else id)
            for id, one in entries.items()
        ]
