"""A value of a document in a few characters, for a message; and the nearest word that would be right."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any
from unicodedata import combining, normalize

from scenarios.scalar import resolve

_LONGEST = 60
# Words that have less in common are no slip of each other.
_ALIKE = 0.6


def quote(value: Any) -> str:
    """Write a value as YAML would, cut where it is long."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return "{…}"
        case list() | tuple():
            return "[…]"
    written = str(value)
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"


def quote_text(value: Any) -> str:
    """Write a value as ``quote`` does, but what quotes made text with them, since they are what is wrong with it."""
    written = quote(value)
    return f'"{written}"' if isinstance(value, str) and isinstance(resolve(value), int | float) else written


def nearest(word: Any, known: Iterable[Any]) -> str:
    """Give the known word that looks most like this one, or nothing; capitals and accents make no other word."""
    # As difflib's own search among many, which however measures each likely word twice.
    matcher = SequenceMatcher()
    matcher.set_seq2(bare(str(word)[:_LONGEST]))
    best, found = _ALIKE, ""
    for one in map(str, known):
        matcher.set_seq1(bare(one))
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
            best, found = (ratio, one) if (ratio, one) > (best, found) else (best, found)
    return found


@lru_cache(maxsize=1024)
def bare(word: str) -> str:
    """Give a word without its capitals and accents."""
    if word.isascii():
        return word.lower()
    return "".join(part for part in normalize("NFKD", word.casefold()) if not combining(part))
