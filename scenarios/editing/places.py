"""Paths as people and scripts give them, made exact: an entry of a list is named by its id or its place."""

from typing import Any

from scenarios.editing.errors import EditError, path_words
from scenarios.node import Path, Step


def exact(document: Any, path: Path) -> Path:
    """Give the exact path of something that is there; else raise ``EditError``."""
    found, last = exact_so_far(document, path)
    if last:
        raise EditError("edit_unknown_path", path=path_words(path))
    return found


def exact_so_far(document: Any, path: Path) -> tuple[Path, Path]:
    """Give the exact path of what is there, and the rest that leads nowhere yet."""
    found: list[Step] = []
    for depth, step in enumerate(path):
        known = place_in(document, step)
        if known is None:
            return tuple(found), path[depth:]
        document = document[known]
        found.append(known)
    return tuple(found), ()


def place_in(holder: Any, step: Step) -> Step | None:
    """Give the key or place that a step names in a list or mapping, if it names one."""
    if isinstance(holder, dict):
        key = str(step)
        return key if key in holder else None
    if not isinstance(holder, list):
        return None
    if isinstance(step, int):
        return step if 0 <= step < len(holder) else None
    return next((place for place, one in enumerate(holder) if id_of(one) == step), None)


def id_of(entry: Any) -> str | None:
    """Give the id of an entry of a list, where it has one."""
    found = entry.get("id") if isinstance(entry, dict) else None
    return found if isinstance(found, str) else None


def inject_path(document: Any, inject: str) -> Path:
    """Give the exact path of an inject; else raise ``EditError``."""
    return exact(document, ("injects", inject))
