"""All texts of a scenario side by side in its languages: what is missing, and what is not as long as the others."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from scenarios.node import Path
from web.editor.forms.choices import Choices
from web.editor.forms.inject import INJECT
from web.editor.forms.sections import SECTIONS
from web.editor.forms.shown import Row, Shown, show_all
from web.editor.understanding import Understood
from web.words import say

_COUNTED = frozenset({"missing_language", "lengths_differ", "plain_too_long", "unknown_language"})


@dataclass(frozen=True)
class Told:
    """A text: where it stands, its words by language, which are missing, and what `check` finds about it.

    *title* and *labels* name the place in the reader's language, each word once where two of them say the same.

    *code*: the language whose input to go to, the first that lacks words; empty where there is but one for all.
    *path* names an inject by its id; *plain*: it is one string; *long*: it may have many lines.
    *for_all*: one string serves several languages, so nobody knows whether it was translated.
    """

    where: str
    title: str
    labels: tuple[str, ...]
    section: str
    inject: str
    at: str
    code: str
    texts: Mapping[str, str]
    missing: tuple[str, ...]
    for_all: bool
    findings: tuple[Any, ...]
    path: Path
    plain: bool
    long: bool

    @property
    def name(self) -> str:
        """Give what its inputs are called: the same in every version in which it stands there."""
        return "/".join(map(str, self.path))


def texts_of(known: Understood, language: str) -> list[Told]:
    """Give every text that is written anywhere, in the order of the pages of the editor."""
    choices = Choices(known.plain, language)
    found: dict[Path, list[Any]] = {}
    for finding in known.findings:
        if finding.code in _COUNTED:
            found.setdefault(known.places.path_of(finding), []).append(finding)
    told: list[Told] = []
    for name, section in SECTIONS.items():
        title = say(language, section.title)
        for labels, one in _texts(show_all(section.fields, known.plain, choices, "", ()), (title,), language):
            told.append(_told(one, labels, name, "", choices, found))
    for place, inject in known.injects:
        id = str(inject.get("id", ""))
        for labels, one in _texts(show_all(INJECT, inject, choices, "", ("injects", place)), (id,), language):
            told.append(_told(one, labels, "", id, choices, found))
    return told


def _told(
    one: Shown, labels: tuple[str, ...], section: str, inject: str, choices: Choices, found: Mapping[Path, list[Any]]
) -> Told:
    texts = dict(one.texts)
    plain = texts.get("", "")
    missing = () if plain else tuple(code for code in choices.languages if not texts.get(code))
    under = [finding for path, all in found.items() if path[: len(one.path)] == one.path for finding in all]
    shown = {code: plain or texts.get(code, "") for code in choices.languages}
    for_all = bool(plain) and len(choices.languages) > 1
    where = str(one.path[0]) if one.path else ""
    title, *rest = (words for words, _alike in groupby(labels))
    code = "" if plain else [*missing, *choices.languages][0]
    path: Path = ("injects", inject, *one.path[2:]) if inject else one.path
    return Told(
        where, title, tuple(rest), section, inject, one.at, code, shown, missing, for_all, tuple(under), path,
        bool(plain), one.field.kind == "paragraph",
    )  # fmt: skip


def _texts(parts: list[Shown], labels: tuple[str, ...], language: str) -> Iterator[tuple[tuple[str, ...], Shown]]:
    for one in parts:
        here = (*labels, say(language, one.field.label)) if one.field.label else labels
        if any(words for _code, words in one.texts):
            yield here, one
        yield from _texts(one.parts, here, language)
        for number, row in enumerate(row for row in one.rows if not row.is_new):
            yield from _texts(row.parts, (*here, _name(row, number)), language)


def _name(row: Row, number: int) -> str:
    own = next((part.value for part in row.parts if part.field.key == "id" and part.value), "")
    return row.key or own or str(number + 1)


def counts_of(told: list[Told], languages: list[str]) -> list[dict[str, Any]]:
    """Count, for each language, the words, the texts that are there in it, those for all and those that are missing."""
    missing = Counter(code for one in told for code in one.missing)
    for_all = sum(one.for_all for one in told)
    return [
        {
            "code": code, "words": sum(len(one.texts.get(code, "").split()) for one in told),
            "there": len(told) - missing[code] - for_all, "missing": missing[code], "for_all": for_all, "of": len(told),
        }
        for code in languages
    ]  # fmt: skip
