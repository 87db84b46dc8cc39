"""What somebody has typed into a form, as operations on the text: nothing but what she has changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from scenarios.editing.operations import Move, Named, Operation, Remove, Rename, Set
from scenarios.node import Path
from web.editor.declaring import codes_of, declared
from web.editor.forms.changes import Change, changes
from web.editor.forms.choices import Choices
from web.editor.forms.typed import Places, Reader, Typed, typed_of
from web.editor.parts import TIMES, Part, shown, when_of
from web.editor.understanding import Understood

# What is named elsewhere by an id, by where it lies.
_NAMED: Mapping[Path, Named] = {
    ("seats",): "seat", ("characters",): "character", ("phases",): "phase", ("objectives",): "objective",
    ("rubric", "criteria"): "criterion", ("flags",): "flag", ("replies",): "reply", ("ask", "options"): "option",
    ("ask", "fields"): "field",
}  # fmt: skip


@dataclass(frozen=True)
class Changed:
    """The operations; the input each path came from; and the part as it was typed, for a form that is shown again."""

    operations: tuple[Operation, ...]
    places: Places
    part: Part


def changed(part: Part, known: Understood, typed: Typed, language: str) -> Changed:
    """Give what a form changes in its part; what nobody has touched stays as its author wrote it."""
    untouched = typed_of(shown(part, known, language))
    untouched["when"] = when_of(part.raw)
    before, _reader = _read(part, known, untouched, language)
    after, reader = _read(part, known, typed, language)
    if not part.line and typed.get("languages") != untouched.get("languages"):
        after |= {key: codes_of(after[key]) for key in ("languages",) if key in after}
    renames = tuple(_renames(part, before, reader.renamed))
    found = changes(before, after)
    if part.line:
        # A second time that the form does not show stands in the way of the one that was chosen.
        told = {change.path[:1] for change in found}
        found += [Change((key,), None) for key in TIMES if key in part.raw and key not in after and (key,) not in told]
    as_typed = replace(part, raw=after if part.line else {**part.raw, **dict.fromkeys(_keys(part)), **after})
    return Changed((*renames, *_operations(part, before, found)), reader.places, as_typed)


def _keys(part: Part) -> list[str]:
    return [one.key for one in part.fields]


def _read(part: Part, known: Understood, typed: Typed, language: str) -> tuple[dict[str, Any], Reader]:
    reader = Reader(typed, Choices(known.plain, language))
    told = reader.read_all(part.fields)
    return (_timed(told, typed.get("when")) if part.line else told), reader


def _timed(told: dict[str, Any], when: str | None) -> dict[str, Any]:
    kept = {key: value for key, value in told.items() if key not in TIMES or key == when}
    return kept | {"manual": True} if when == "manual" else kept


def _renames(part: Part, before: dict[str, Any], renamed: Mapping[Path, Mapping[str, str]]) -> Iterator[Operation]:
    """Give what has another id now, and let *before* have it too: no more than that has changed there."""
    for path, names in renamed.items():
        held = _at(before, path)
        there = list(held) if isinstance(held, dict) else [one.get("id") for one in held or ()]
        for old, new in names.items():
            if path in _NAMED and old in there and new not in there:
                _put(held, old, new)
                yield Rename(kind=_NAMED[path], old=old, new=new, inject=part.line or None)


def _put(held: Any, old: str, new: str) -> None:
    if isinstance(held, list):
        next(one for one in held if one.get("id") == old)["id"] = new
        return
    renamed = {new if key == old else key: value for key, value in held.items()}
    held.clear()
    held.update(renamed)


def _operations(part: Part, before: dict[str, Any], found: list[Change]) -> Iterator[Operation]:
    """Write changes as operations; the inject itself gets another id last, for all others name it by the one it had.

    Languages come last too: the texts that are written with them are then among those that were there.
    """
    start = ("injects", part.line) if part.line else ()
    last: list[Operation] = []
    for change in found:
        if part.line and change.path == ("id",) and change.value:
            last.append(Rename(kind="inject", old=part.line, new=str(change.value)))
        elif not part.line and change.path == ("languages",) and change.value:
            last += declared(part.raw.get("languages"), change.value)
        elif change.value is None:
            yield Remove(path=(*start, *change.path))
        else:
            yield Set(path=(*start, *change.path), value=change.value)
            if isinstance(change.value, dict) and isinstance(_at(before, change.path), dict):
                # Of a mapping only what differs is written: its order is an operation of its own.
                yield from _ordered((*start, *change.path), list(change.value))
    yield from last


def _ordered(path: Path, keys: list[str]) -> Iterator[Operation]:
    for key, behind in zip(reversed(keys), (None, *reversed(keys)), strict=False):
        yield Move(path=(*path, key), before=behind)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
