"""Two people's changes of one scenario, put together where they concern different injects or entries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenarios.editing.differing import compare
from scenarios.editing.edit import edit_text
from scenarios.editing.operations import Insert, Move, Operation, Remove, Set
from scenarios.editing.order import is_text
from scenarios.editing.places import id_of
from scenarios.editing.sheet import Sheet
from scenarios.editing.values import same
from scenarios.node import Path

INJECTS = "injects"
_SECTIONS = frozenset({"seats", "characters", "phases", "objectives", "flags", "replies", "reviewed"})


class _Nothing:
    """What is at a place where there is nothing."""


_NOTHING = _Nothing()
Units = Mapping[Path, Any]


@dataclass(frozen=True)
class Conflict:
    """A place that both have changed, each otherwise; ``None`` where one has taken it out."""

    path: Path
    theirs: Any
    ours: Any


@dataclass(frozen=True)
class Merged:
    """The text with both changes, or ``None`` with the places where they contradict each other."""

    text: str | None
    conflicts: tuple[Conflict, ...]


def merge(base: str, theirs: str, ours: str) -> Merged:
    """Put the changes from *base* to *ours* on top of *theirs*; raise ``EditError`` where one cannot be read.

    A place is an inject, a seat, a flag, another entry of such a kind, or else a field of the scenario. In one that
    both have changed, translations come together: words in one language from them, in another from ours. The text is
    theirs, spliced: of comments that ours has changed alone nothing comes along.
    """
    if ours == base or theirs == base:
        return Merged(theirs if ours == base else ours, ())
    old, hers, mine = (Sheet(text).plain() for text in (base, theirs, ours))
    cut = _cut_up(old, hers, mine)
    before, there, new = (_units(document, cut) for document in (old, hers, mine))
    changed = [path for path in {**before, **new} if not _same(before, new, path)]
    both = [path for path in changed if not _same(before, there, path) and not _same(there, new, path)]
    words = {path: found for path in both if (found := _own_words(path, before, there, new)) is not None}
    clashing = [path for path in both if path not in words]
    conflicts = [Conflict(path, there.get(path), new.get(path)) for path in clashing]
    reordered = not _in_order(_names(old), _names(mine))
    if reordered and not _in_order(_names(old), _names(hers)) and not _in_order(_names(hers), _names(mine)):
        conflicts.append(Conflict((INJECTS,), _names(hers), _names(mine)))
    if conflicts:
        return Merged(None, tuple(conflicts))
    alone = [path for path in changed if path not in words and not _same(there, new, path)]
    operations = [*_operations(alone, there, new, mine), *(one for found in words.values() for one in found)]
    text, _written_out = edit_text(theirs, operations)
    if reordered:
        text, _written_out = edit_text(text, list(_moves(_names(Sheet(text).plain()), _names(mine))))
    return Merged(text, ())


def _cut_up(*documents: Mapping[str, Any]) -> frozenset[str]:
    """Name the fields of which each entry is merged for itself: those that are cut up alike in all documents."""
    found = {key for key in _SECTIONS if all(isinstance(one.get(key, {}), dict) for one in documents)}
    if all(_has_ids(one.get(INJECTS), _names(one)) for one in documents):
        found.add(INJECTS)
    return frozenset(found)


def _units(document: Mapping[str, Any], cut: frozenset[str]) -> Units:
    """Cut a document into the places that are merged as one."""
    units: dict[Path, Any] = {}
    for key, value in document.items():
        if key == INJECTS and key in cut:
            units |= {(key, name): one for name, one in zip(_names(document), value, strict=True)}
        elif key in cut:
            units |= {(key, name): one for name, one in value.items()}
        else:
            units[(key,)] = value
    return units


def _names(document: Mapping[str, Any]) -> list[str]:
    listed = document.get(INJECTS)
    return [name for one in listed if (name := id_of(one)) is not None] if isinstance(listed, list) else []


def _has_ids(listed: Any, names: Sequence[str]) -> bool:
    return isinstance(listed, list) and len(set(names)) == len(listed)


def _same(one: Units, other: Units, path: Path) -> bool:
    return same(one.get(path, _NOTHING), other.get(path, _NOTHING))


def _own_words(path: Path, before: Units, there: Units, new: Units) -> list[Operation] | None:
    """Give the words that ours has written at a place, where both have written words alone, and no two the same."""
    if not all(path in units for units in (before, there, new)):
        return None
    hers, mine = _words(path, before[path], there[path]), _words(path, before[path], new[path])
    if hers is None or mine is None or set(hers) & set(mine):
        return None
    return [Set(path=place, value=value) for place, value in mine.items()]


def _words(path: Path, old: Any, new: Any) -> dict[Path, Any] | None:
    """Give what differs by its place, where it is nothing but words in one language or another."""
    found = list(compare(path, old, new))
    if all(one.kind in ("added", "changed") and is_text(one.path[:-1]) for one in found):
        return {one.path: one.new for one in found}
    return None


def _in_order(old: Sequence[str], new: Sequence[str]) -> bool:
    both = set(old) & set(new)
    return [name for name in old if name in both] == [name for name in new if name in both]


def _operations(changed: Sequence[Path], there: Units, new: Units, mine: Mapping[str, Any]) -> Iterator[Operation]:
    for path in changed:
        if path not in new:
            yield Remove(path=path)
        elif path[0] == INJECTS and len(path) > 1 and path not in there:
            yield Insert(path=(INJECTS,), value=new[path], before=_follower(path, there, _names(mine)))
        else:
            yield Set(path=path, value=new[path])


def _follower(path: Path, there: Units, names: Sequence[str]) -> str | None:
    """Name the inject that follows in ours and is in theirs too."""
    later = names[names.index(str(path[1])) + 1 :]
    return next((name for name in later if (INJECTS, name) in there), None)


def _moves(now: Sequence[str], wanted: Sequence[str]) -> Iterator[Operation]:
    """Bring the injects that are in *wanted* into its order; the others stay behind what they followed."""
    order = list(now)
    after: str | None = None
    for name in [name for name in wanted if name in now]:
        place = order.index(after) + 1 if after is not None else 0
        if after is not None and order.index(name) < place:
            order.remove(name)
            place = order.index(after) + 1
            before = order[place] if place < len(order) else None
            order.insert(place, name)
            yield Move(path=(INJECTS, name), before=before)
        after = name
