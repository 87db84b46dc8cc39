"""The few things that editing comes down to, each on one exact place; and what each makes of a document's values.

The paths of steps have keys in mappings and places in lists, no ids.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from scenarios.node import Path


@dataclass(frozen=True)
class Replace:
    """Write another value at a path."""

    path: Path
    value: Any


@dataclass(frozen=True)
class Rekey:
    """Give the key at the end of a path another name."""

    path: Path
    key: str


@dataclass(frozen=True)
class PutIn:
    """Put a value into the list or mapping at a path, where there is at least one entry already."""

    path: Path
    place: int
    key: str | None
    value: Any


@dataclass(frozen=True)
class TakeOut:
    """Take out the entry at a path, which has neighbours."""

    path: Path


@dataclass(frozen=True)
class Copy:
    """Write the entry at a path once more, right after itself, in its list."""

    path: Path


@dataclass(frozen=True)
class MoveTo:
    """Give the entry at a path another place among its neighbours, counted without itself."""

    path: Path
    place: int


Step = Replace | Rekey | PutIn | TakeOut | Copy | MoveTo


def applied(document: Any, steps: Iterable[Step]) -> Any:
    """Give what steps make of a document; it is not changed itself."""
    document = deepcopy(document)
    for step in steps:
        apply(document, step)
    return document


def apply(document: Any, step: Step) -> None:
    """Carry out a step on values."""
    value = deepcopy(step.value) if isinstance(step, Replace | PutIn) else None
    if isinstance(step, PutIn):
        holder = at(document, step.path)
        if isinstance(holder, dict):
            _arrange(holder, step.place, [(str(step.key), value)])
        else:
            holder.insert(step.place, value)
        return
    holder, last = at(document, step.path[:-1]), step.path[-1]
    match step:
        case Replace():
            holder[last] = value
        case Rekey():
            place = list(holder).index(last)
            _arrange(holder, place, [(step.key, holder.pop(last))])
        case TakeOut():
            del holder[last]
        case Copy():
            holder.insert(int(last) + 1, deepcopy(holder[last]))
        case _:
            moved = holder.pop(last)
            if isinstance(holder, dict):
                _arrange(holder, step.place, [(str(last), moved)])
            else:
                holder.insert(step.place, moved)


def at(document: Any, path: Path) -> Any:
    """Give what is at an exact path."""
    for step in path:
        document = document[step]
    return document


def _arrange(mapping: dict[str, Any], place: int, entries: list[tuple[str, Any]]) -> None:
    # Keys have an order: that of the seats says who leads.
    items = list(mapping.items())
    items[place:place] = entries
    mapping.clear()
    mapping.update(items)
