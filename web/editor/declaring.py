"""The languages of a scenario as somebody types them: codes or names; and what it means for the texts to add one."""

from collections.abc import Iterable, Mapping
from functools import cache
from re import fullmatch
from typing import Any
from unicodedata import combining, normalize

from babel import Locale

from scenarios.editing.operations import AddLanguage, Operation, Set
from scenarios.scenario import LANGUAGE_PATTERN
from web.words import LOCALES

_PATH = ("languages",)


def codes_of(typed: Iterable[str]) -> list[str]:
    """Give each language's code, also where its name was written in one of ours; what is no name stays as it is."""
    return [_names().get(_folded(one), one) for one in typed]


def declared(written: Any, wanted: list[str]) -> list[Operation]:
    """Give the operations after which *wanted* are the languages of a document that has *written*.

    Texts of one string become those of the languages that stay; where none stays they are as good for the new ones.
    """
    there = [one for one in written if isinstance(one, str)] if isinstance(written, list) else []
    stay = [one for one in there if one in wanted]
    new = [one for one in wanted if one not in there and fullmatch(LANGUAGE_PATTERN, one)]
    whole = Set(path=_PATH, value=wanted)
    if not stay or not new or there != written:
        return [whole]
    rest: list[Operation] = [Set(path=_PATH, value=stay)] if stay != there else []
    return [*rest, AddLanguage(language=new[0]), *([whole] if [*stay, new[0]] != wanted else [])]


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for locale in LOCALES.values():
        # Of a language and its kinds in single countries the plain one is meant.
        for code, name in sorted(Locale.parse(locale).languages.items(), key=lambda one: len(one[0])):
            if fullmatch(LANGUAGE_PATTERN, known := code.replace("_", "-")):
                found.setdefault(_folded(name), known)
    # What is too short to be a name may be a code.
    found.pop("", None)
    return found


def _folded(name: str) -> str:
    plain = "".join(letter for letter in normalize("NFD", name.strip().casefold()) if not combining(letter))
    return plain if len(plain) > 3 else ""
