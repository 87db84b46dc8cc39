"""Whether each of several names is there only once."""

from collections.abc import Sequence
from typing import Any

from scenarios.checking.finder import Finder
from scenarios.node import Path


def report_doubled_ids(finder: Finder, path: Path, entries: Sequence[Any]) -> None:
    """Report each entry of the list at *path* whose ``id`` has been there before."""
    report_doubles(finder, path, [entry.id for entry in entries], "id")


def report_doubles(finder: Finder, path: Path, names: Sequence[str], *key: str) -> None:
    """Report each of the *names*, of entries of the list at *path*, that has been there before."""
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            finder.report((*path, place, *key), "duplicate_id", id=name)
        seen.add(name)
