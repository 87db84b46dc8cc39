"""Giving something another id: there, wherever it is named, and in the conditions that ask for it."""

import re
from collections.abc import Iterator
from typing import Any

from injects.condition_tokens import ConditionError, Token, tokens
from injects.inject import FLAG_PATTERN, ID_PATTERN
from scenarios.editing.errors import EditError, path_words
from scenarios.editing.operations import Rename
from scenarios.editing.places import inject_path
from scenarios.editing.references import KEYS, conditions, entries, level_keys, named, place_of_id
from scenarios.editing.steps import Rekey, Replace, Step
from scenarios.node import Path

_WORDS_OF_CONDITIONS = frozenset({"and", "or", "not"})


def plan_rename(document: Any, operation: Rename) -> list[Step]:
    """Give the steps of a renaming; raise ``EditError`` where it is none, where the name is taken or cannot be one."""
    kind, old, new = operation.kind, operation.old, operation.new
    pattern = FLAG_PATTERN if kind == "flag" else r"[^\x00-\x1f]{1,64}" if kind == "level" else ID_PATTERN
    if not re.fullmatch(pattern, new) or (kind == "flag" and new in _WORDS_OF_CONDITIONS):
        raise EditError("edit_bad_id", value=new)
    if old == new:
        return []
    own = list(_own(document, operation))
    values = [Replace(path, new) for path in named(document, kind, old)]
    return [*own, *values, *_in_conditions(document, operation)]


def _own(document: Any, operation: Rename) -> Iterator[Step]:
    """Give the steps that rename the thing itself."""
    kind, old, new = operation.kind, operation.old, operation.new
    if kind == "level":
        levels = [level for _path, level in entries(document, ("rubric", "levels"))]
        _require(old in levels, new in levels, operation, ("rubric", "levels"))
        yield from (Rekey(path, new) for path in level_keys(document, old))
    elif kind in KEYS:
        keys = [path[-1] for path, _value in entries(document, KEYS[kind])]
        _require(old in keys, new in keys, operation, KEYS[kind])
        yield Rekey((*KEYS[kind], old), new)
    else:
        listed = _list_of(document, operation)
        found = place_of_id(document, listed, old)
        _require(found is not None, place_of_id(document, listed, new) is not None, operation, listed)
        yield Replace(found or (), new)


def _list_of(document: Any, operation: Rename) -> Path:
    if operation.kind == "inject":
        return ("injects",)
    return (*inject_path(document, operation.inject or ""), "ask", f"{operation.kind}s")


def _require(there: bool, taken: bool, operation: Rename, path: Path) -> None:
    if not there:
        raise EditError("edit_unknown_path", path=path_words((*path, operation.old)))
    if taken:
        raise EditError("edit_id_taken", value=operation.new)


def _in_conditions(document: Any, operation: Rename) -> Iterator[Step]:
    if operation.kind not in ("inject", "flag", "option"):
        return
    for path, words in conditions(document):
        try:
            changed = renamed_in(words, operation)
        except ConditionError:
            # What cannot be understood names nothing.
            continue
        if changed != words:
            yield Replace(path, changed)


def renamed_in(words: str, operation: Rename) -> str:
    """Give a condition in which one inject, option or flag has its new name."""
    found = list(tokens(words))
    for place in reversed(range(len(found))):
        token = found[place]
        if _names(found, place, operation):
            start = token.column - 1 + (token.kind == "text")
            words = words[:start] + operation.new + words[start + len(token.value) :]
    return words


def _names(found: list[Token], place: int, operation: Rename) -> bool:
    token, before = found[place], found[max(0, place - 1)]
    if token.value != operation.old:
        return False
    match operation.kind:
        case "flag":
            return token.kind == "word" and found[place + 1].value != "("
        case "inject":
            return token.kind == "text" and before.value == "("
    # chose("03", "A"): the option stands behind a comma, its inject before it.
    return token.kind == "text" and before.value == "," and found[place - 2].value == operation.inject
