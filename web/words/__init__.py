"""Words of four languages: English stands in the code, the others in ``.po`` files read at the start."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LANGUAGES: Mapping[str, str] = {"es": "Español", "pt": "Português", "en": "English", "fr": "Français"}
# English of the Caribbean: the day stands before the month.
LOCALES: Mapping[str, str] = {"es": "es_419", "pt": "pt_BR", "en": "en_001", "fr": "fr"}
FALLBACK = "es"
# Zero and one are singular here; elsewhere only one is.
SINGULAR_ZERO = frozenset({"fr", "pt"})
DOUBLE_STOP = re.compile(r"(?<=\bm)\.\.(?!\.)")

Message = str | tuple[str, ...]


def N_(words: str) -> str:  # noqa: N802 - the name that extractors know
    """Mark words for translation where they are only listed."""
    return words


def known_language(code: str | None) -> str:
    """Give the language we speak that is nearest to *code*."""
    short = (code or "").lower().split("-")[0]
    return short if short in LANGUAGES else FALLBACK


def say(language: str, words: str, /, **parameters: Any) -> str:
    """Say English *words* in a language; ``%(name)s`` stands for a parameter."""
    found = _messages(language).get(words, words)
    text = found if isinstance(found, str) else found[0]
    return _filled(text, parameters) if parameters else text


def say_count(language: str, one: str, many: str, n: int, /, **parameters: Any) -> str:
    """Say *one* or *many* by the language's own rule; ``%(n)s`` stands for the number."""
    return _filled(forms(language, one, many)[0 if is_singular(language, n) else 1], {"n": n, **parameters})


def _filled(text: str, parameters: Mapping[str, Any]) -> str:
    # A Spanish time ends in "p.m.": its own full stop ends the sentence too.
    return DOUBLE_STOP.sub(".", text % parameters)


def forms(language: str, one: str, many: str) -> tuple[str, str]:
    """Give the singular and the plural of words, as they stand."""
    found = _messages(language).get(one, (one, many))
    return (found, found) if isinstance(found, str) else (found[0], found[1])


def is_singular(language: str, n: int) -> bool:
    """Say whether a language takes the singular for *n*."""
    return n == 1 or (n == 0 and language in SINGULAR_ZERO)


@cache
def _messages(language: str) -> Mapping[str, Message]:
    messages: dict[str, Message] = {}
    for catalog in catalogs(language).values():
        for message in catalog:
            if message.id and message.string and not message.fuzzy:
                key = message.id if isinstance(message.id, str) else message.id[0]
                messages[key] = message.string if isinstance(message.string, str) else tuple(message.string)
    return messages


def catalogs(language: str) -> Mapping[str, Catalog]:
    """Give the catalogues of a language by file name; English has none."""
    folder = files("web.words") / language
    if language == "en" or not folder.is_dir():
        return {}
    return {
        entry.name: _read(entry, language)
        for entry in sorted(folder.iterdir(), key=lambda one: one.name)
        if entry.name.endswith(".po")
    }


def _read(entry: Traversable, language: str) -> Catalog:
    with entry.open("rb") as stream:
        return read_po(stream, locale=LOCALES[language])
