"""Values as they come from a form or a script, made fit for a document; and whether two documents say the same."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from scenarios.editing.errors import EditError, path_words
from scenarios.node import Step

_DEEPEST = 30


def clean(value: Any, path: Sequence[Step], depth: int = 0) -> Any:
    """Give a value of plain dicts, lists and scalars, with line breaks as the format has them; or refuse it."""
    if depth > _DEEPEST:
        raise EditError("edit_bad_value", path=path_words(path))
    match value:
        case None | bool() | int():
            return value
        case float() if isfinite(value):
            return value
        case str() if _can_be_stored(value):
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case list() | tuple():
            return [clean(one, (*path, place), depth + 1) for place, one in enumerate(value)]
        case dict() if all(isinstance(key, str) for key in value):
            return {clean(key, path): clean(one, (*path, key), depth + 1) for key, one in value.items()}
    raise EditError("edit_bad_value", path=path_words(path))


def _can_be_stored(words: str) -> bool:
    # Halves of characters come from broken scripts; no file can hold them. NUL no person types.
    return not any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in words)


def same(one: Any, other: Any) -> bool:
    """Say whether two documents hold the same, in the same order, and tell ``1`` from ``true`` and ``1.0``."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
