"""Where a scenario names things by their ids: every place of a document that must follow when one gets another name."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scenarios.editing.places import id_of
from scenarios.editing.steps import at
from scenarios.node import Path

Named = Iterator[tuple[Path, Any]]


def entries(document: Any, path: Path) -> Named:
    """Give what is in the list or mapping at a path, as far as there is one; each with its path."""
    holder = _at(document, path)
    if isinstance(holder, dict):
        yield from (((*path, key), value) for key, value in holder.items())
    elif isinstance(holder, list):
        yield from (((*path, place), value) for place, value in enumerate(holder))


def _at(document: Any, path: Path) -> Any:
    try:
        return at(document, path)
    except (KeyError, IndexError, TypeError):
        return None


def injects(document: Any) -> Named:
    """Give all injects."""
    return entries(document, ("injects",))


def options(document: Any) -> Named:
    """Give the options of all asks."""
    for path, _inject in injects(document):
        yield from entries(document, (*path, "ask", "options"))


def conditions(document: Any) -> Iterator[tuple[Path, str]]:
    """Give all conditions that are words."""
    for path, inject in injects(document):
        words = inject.get("if") if isinstance(inject, dict) else None
        if isinstance(words, str):
            yield (*path, "if"), words


def _values(document: Any, owners: Named, key: str) -> Iterator[Path]:
    return ((*path, key) for path, _owner in owners)


def _listed(document: Any, owners: Named, key: str) -> Iterator[Path]:
    for path, _owner in owners:
        yield from (inside for inside, _value in entries(document, (*path, key)))


def _asks(document: Any) -> Named:
    return (((*path, "ask"), None) for path, _inject in injects(document))


def _benchmarks(document: Any) -> Named:
    for path, _ask in _asks(document):
        yield from entries(document, (*path, "benchmarks"))


def _criteria(document: Any) -> Named:
    return entries(document, ("rubric", "criteria"))


def _of_inject(document: Any) -> Iterator[Path]:
    yield from _values(document, (((*path, "after"), None) for path, _one in injects(document)), "inject")


def _of_seat(document: Any) -> Iterator[Path]:
    yield from _listed(document, injects(document), "to")
    yield from _values(document, _asks(document), "approve")


def _of_character(document: Any) -> Iterator[Path]:
    yield from _values(document, injects(document), "from")
    yield from _values(document, entries(document, ("replies",)), "from")


def _of_flag(document: Any) -> Iterator[Path]:
    yield from _listed(document, injects(document), "sets")
    yield from _listed(document, options(document), "sets")


def _of_level(document: Any) -> Iterator[Path]:
    yield from (path for path, _level in entries(document, ("rubric", "levels")))
    yield from _values(document, _benchmarks(document), "level")


# Where a thing of a kind is named as a value, and where it is a key.
VALUES: Mapping[str, Callable[[Any], Iterator[Path]]] = {
    "inject": _of_inject,
    "seat": _of_seat,
    "character": _of_character,
    "phase": lambda document: _values(document, injects(document), "phase"),
    "objective": lambda document: _values(document, _criteria(document), "objective"),
    "criterion": lambda document: _listed(document, _asks(document), "criteria"),
    "level": _of_level,
    "flag": _of_flag,
}
KEYS: Mapping[str, Path] = {
    "seat": ("seats",), "character": ("characters",), "phase": ("phases",), "objective": ("objectives",),
    "criterion": ("rubric", "criteria"), "flag": ("flags",), "reply": ("replies",),
}  # fmt: skip


def named(document: Any, kind: str, name: str) -> Iterator[Path]:
    """Give the paths of all values that name one thing."""
    find = VALUES.get(kind)
    return (path for path in find(document) if _at(document, path) == name) if find else iter(())


def level_keys(document: Any, level: str) -> Iterator[Path]:
    """Give the paths of the anchors that are written for one level."""
    for path, _criterion in _criteria(document):
        yield from (inside for inside, _words in entries(document, (*path, "levels")) if inside[-1] == level)


def place_of_id(document: Any, path: Path, name: str) -> Path | None:
    """Give the path of the id of an entry of a list, where one has it."""
    return next(((*inside, "id") for inside, one in entries(document, path) if id_of(one) == name), None)
