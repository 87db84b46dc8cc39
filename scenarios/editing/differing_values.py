"""From one value to another in as few steps as its parts allow, so that what did not change is not written anew."""

from typing import Any

from scenarios.editing.order import order_at, place_for
from scenarios.editing.places import id_of
from scenarios.editing.steps import PutIn, Replace, Step, TakeOut, applied, apply, at
from scenarios.editing.values import same
from scenarios.node import Path


def steps_to(document: Any, path: Path, value: Any) -> list[Step]:
    """Give the steps after which *value* is at an exact path of the document.

    A mapping keeps the order its author gave it; new keys come where the format lists them.
    """
    steps: list[Step] = []
    _Towards(applied(document, ()), steps).go(path, value)
    return steps


class _Towards:
    def __init__(self, document: Any, steps: list[Step]) -> None:
        self.document = document
        self.steps = steps

    def go(self, path: Path, value: Any) -> None:
        old = at(self.document, path)
        if same(old, value):
            return
        if isinstance(old, dict) and isinstance(value, dict) and set(old) & set(value):
            self._mapping(path, old, value)
        elif isinstance(old, list) and isinstance(value, list) and old and value:
            self._list(path, old, value)
        else:
            self._do(Replace(path, value))

    def _do(self, step: Step) -> None:
        self.steps.append(step)
        apply(self.document, step)

    def _mapping(self, path: Path, old: dict[str, Any], value: dict[str, Any]) -> None:
        order = order_at(self.document, path)
        for key in [key for key in old if key not in value]:
            self._do(TakeOut((*path, key)))
        for key, one in value.items():
            if key in old:
                self.go((*path, key), one)
            else:
                self._do(PutIn(path, place_for(list(at(self.document, path)), key, order), key, one))

    def _list(self, path: Path, old: list[Any], value: list[Any]) -> None:
        ids = _ids(old), _ids(value)
        if all(ids) and [one for one in ids[0] if one in ids[1]] == [one for one in ids[1] if one in ids[0]]:
            if set(ids[0]) & set(ids[1]):
                self._by_id(path, *ids, value)
                return
        elif not any(isinstance(one, dict | list) for one in (*old, *value)):
            # A list of short words is one thing.
            self._do(Replace(path, value))
            return
        self._by_place(path, old, value)

    def _by_id(self, path: Path, old: list[str], new: list[str], value: list[Any]) -> None:
        left = [one for one in old if one in new]
        for gone in [one for one in old if one not in new]:
            self._do(TakeOut((*path, _ids(at(self.document, path)).index(gone))))
        for place, (name, one) in enumerate(zip(new, value, strict=True)):
            if name in left:
                self.go((*path, place), one)
            else:
                self._do(PutIn(path, place, None, one))

    def _by_place(self, path: Path, old: list[Any], value: list[Any]) -> None:
        for place in range(len(old) - 1, len(value) - 1, -1):
            self._do(TakeOut((*path, place)))
        for place, one in enumerate(value):
            if place < len(old):
                self.go((*path, place), one)
            else:
                self._do(PutIn(path, place, None, one))


def _ids(entries: list[Any]) -> list[str]:
    found = [name for one in entries if (name := id_of(one)) is not None]
    return found if len(set(found)) == len(entries) else []
