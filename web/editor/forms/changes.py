"""What differs between two parts of a document, as the fewest places that must be written anew."""

from dataclasses import dataclass
from typing import Any

from scenarios.editing.values import same
from scenarios.node import Path


@dataclass(frozen=True)
class Change:
    """Write *value* at a path, or take away what is there where it is None."""

    path: Path
    value: Any


def changes(before: Any, after: Any, path: Path = ()) -> list[Change]:
    """Give what turns *before* into *after*; lists of one length are compared entry by entry."""
    if same(before, after):
        return []
    if isinstance(before, dict) and isinstance(after, dict) and _in_order(before, after):
        found = [Change((*path, key), None) for key in before if key not in after]
        for key, value in after.items():
            if key in before:
                found += changes(before[key], value, (*path, key))
            else:
                found.append(Change((*path, key), value))
        return found
    if isinstance(before, list) and isinstance(after, list) and _one_by_one(before, after):
        return [one for place, value in enumerate(after) for one in changes(before[place], value, (*path, place))]
    return [Change(path, after)]


def _in_order(before: dict[str, Any], after: dict[str, Any]) -> bool:
    # Where what stays was put into another order, as seats can be, the whole is written anew.
    return [key for key in after if key in before] == [key for key in before if key in after]


def _one_by_one(before: list[Any], after: list[Any]) -> bool:
    # Entries that are known by an id are compared only with themselves.
    mappings = all(isinstance(one, dict) for one in (*before, *after))
    return mappings and len(before) == len(after) and _ids(before) == _ids(after)


def _ids(entries: list[dict[str, Any]]) -> list[Any]:
    return [one.get("id") for one in entries]
