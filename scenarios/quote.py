"""A value of a document in a few characters, for a message; and the nearest word that would be right."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from scenarios.scalar import resolve

_LONGEST = 60


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
    """Write a value as ``quote`` does, but a number in quotes with them, since they are what is wrong with it."""
    written = quote(value)
    return f'"{written}"' if isinstance(value, str) and isinstance(resolve(value), int | float) else written


def nearest(word: Any, known: Iterable[Any]) -> str:
    """Give the known word that looks most like this one, or nothing."""
    return "".join(get_close_matches(str(word)[:_LONGEST], [str(one) for one in known], n=1))
