"""What differs between two texts of a scenario: field by field as facilitators think of them, and line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any, Literal

from scenarios.editing.places import id_of
from scenarios.editing.sheet import Sheet
from scenarios.editing.values import same
from scenarios.node import Path

Kind = Literal["added", "removed", "changed", "moved", "renamed"]
# Two injects with different ids are one that was renamed, where so much of them is the same.
_ALIKE = 0.6
_MOST_LINES = 20_000


@dataclass(frozen=True)
class Difference:
    """One difference; entries of lists stand in the *path* by their ids.

    *old* and *new* are the values; of what ``moved`` the places from 0, of an inject that was ``renamed`` the ids. What
    was ``added`` has no *old*, what was ``removed`` no *new*.
    """

    kind: Kind
    path: Path
    old: Any = None
    new: Any = None


def differences(old: str, new: str) -> list[Difference]:
    """Give all differences, in the order of the newer document; raise ``EditError`` where one cannot be read."""
    return list(_of_mappings((), Sheet(old).plain(), Sheet(new).plain()))


def text_difference(old: str, new: str, context: int = 3) -> str:
    """Give the lines that differ in the unified form; nothing where there are too many lines to compare."""
    before, after = old.splitlines(), new.splitlines()
    if max(len(before), len(after)) > _MOST_LINES:
        return ""
    return "\n".join(unified_diff(before, after, n=context, lineterm=""))


def compare(path: Path, old: Any, new: Any) -> Iterator[Difference]:
    """Give all differences of two values at one place."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _of_mappings(path, old, new)
    elif isinstance(old, list) and isinstance(new, list) and (ids := _ids(old, new)):
        yield from _of_lists(path, dict(zip(ids[0], old, strict=True)), dict(zip(ids[1], new, strict=True)))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and _hold_more(old):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from compare((*path, place), one, other)
    else:
        yield Difference("changed", path, old, new)


def _hold_more(values: Sequence[Any]) -> bool:
    return any(isinstance(one, dict | list) for one in values)


def _ids(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[str], list[str]] | None:
    found = [[name for one in values if (name := id_of(one)) is not None] for values in (old, new)]
    whole = all(len(set(ids)) == len(values) for ids, values in zip(found, (old, new), strict=True))
    return (found[0], found[1]) if whole and any(found) else None


def _of_mappings(path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    yield from (Difference("removed", (*path, key), value) for key, value in old.items() if key not in new)
    for key, value in new.items():
        if key in old:
            yield from compare((*path, key), old[key], value)
        else:
            yield Difference("added", (*path, key), None, value)
    yield from _moved(path, list(old), list(new))


def _of_lists(path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    renamed = _renamed(old, new)
    was = {name: renamed.get(name, name) for name in new}
    gone = set(old) - set(was.values())
    yield from (Difference("removed", (*path, name), old[name]) for name in old if name in gone)
    for name, value in new.items():
        before = was[name]
        if before not in old:
            yield Difference("added", (*path, name), None, value)
            continue
        if before != name:
            yield Difference("renamed", (*path, name), before, name)
        yield from compare((*path, name), {**old[before], "id": name}, value)
    names = {before: name for name, before in was.items()}
    yield from _moved(path, [names.get(name, name) for name in old], list(new))


def _renamed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Give the former ids of what is new by name only, by its id now."""
    found: dict[str, str] = {}
    left = [name for name in old if name not in new]
    for name in [name for name in new if name not in old]:
        alike = [(_likeness(old[one], new[name]), one) for one in left]
        best, one = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
        if best >= _ALIKE:
            found[name] = one
            left.remove(one)
    return found


def _likeness(old: Mapping[str, Any], new: Mapping[str, Any]) -> float:
    keys = (set(old) | set(new)) - {"id"}
    return sum(key in old and key in new and same(old[key], new[key]) for key in keys) / len(keys) if keys else 1.0


def _moved(path: Path, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Give what has another place among those that are in both; as few as there can be."""
    both = set(old) & set(new)
    before = [name for name in old if name in both]
    places = {name: place for place, name in enumerate(before)}
    after = [name for name in new if name in both]
    stay = _longest_rising([places[name] for name in after])
    for place, name in enumerate(after):
        if places[name] not in stay:
            yield Difference("moved", (*path, name), places[name], place)


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Give the members of a longest rising subsequence, by patience sorting."""
    from_end: dict[int, int | None] = {}
    tops: list[int] = []
    for number in numbers:
        pile = next((place for place, top in enumerate(tops) if top > number), len(tops))
        from_end[number] = tops[pile - 1] if pile else None
        tops[pile:] = [number, *tops[pile + 1 :]]
    found: set[int] = set()
    number_or_none: int | None = tops[-1] if tops else None
    while number_or_none is not None:
        found.add(number_or_none)
        number_or_none = from_end[number_or_none]
    return found
