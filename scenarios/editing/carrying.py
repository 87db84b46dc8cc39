"""Steps on the text itself: each becomes splices at the marks of the pieces it concerns."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Any

from scenarios.editing.errors import path_words
from scenarios.editing.piece import Piece
from scenarios.editing.placing import copy, move, put_in, take_out
from scenarios.editing.replacing import as_json, replace
from scenarios.editing.sheet import Sheet, Slot, Splice
from scenarios.editing.steps import Copy, PutIn, Rekey, Replace, Step, TakeOut, applied
from scenarios.editing.writing import in_brackets, key_words
from scenarios.node import Path


def carry_out(sheet: Sheet, steps: Iterable[Step]) -> None:
    """Carry out steps, those that only write other words all at once; raise ``EditError`` or ``SharedError``."""
    for in_place, some in groupby(steps, key=lambda step: isinstance(step, Replace | Rekey)):
        alone = list(some)
        if in_place and len(alone) > 1 and not _nested(alone):
            _cut_together(sheet, alone)
            continue
        for step in alone:
            sheet.cut(splices_of(sheet, step))


def _cut_together(sheet: Sheet, steps: Sequence[Step]) -> None:
    """Write other words in places that do not hold each other, in few cuts: each reads the whole text anew."""
    _cut_all(sheet, [step for step in steps if not _may_lift(sheet, step)])
    left = [step for step in steps if _may_lift(sheet, step)]
    while left:
        # Of those that write the same brackets as lines one comes first; the others then stand in lines.
        first = {_outermost(sheet, step): step for step in reversed(left)}
        _cut_all(sheet, list(first.values()))
        done = {step.path for step in first.values()}
        left = [step for step in left if step.path not in done]


def _cut_all(sheet: Sheet, steps: Sequence[Step]) -> None:
    sheet.cut([splice for step in steps for splice in splices_of(sheet, step)])


def _outermost(sheet: Sheet, step: Step) -> Path:
    """Give the path of the outermost brackets around a place; its own where it stands in lines."""
    depths = range(1, len(step.path))
    return next((step.path[:depth] for depth in depths if sheet.find(step.path[:depth]).flow), step.path)


def _nested(steps: Sequence[Any]) -> bool:
    paths = sorted((step.path for step in steps), key=path_words)
    return any(later[: len(path)] == path for path, later in pairwise(paths))


def _may_lift(sheet: Sheet, step: Step) -> bool:
    if sheet.root.flow or not isinstance(step, Replace) or not _wants_lines(step.value):
        return False
    return sheet.slot(step.path).parent.flow


def splices_of(sheet: Sheet, step: Step) -> list[Splice]:
    """Give what a step comes to in the text as it stands."""
    if isinstance(step, PutIn):
        parent = sheet.find(step.path)
        sheet.refuse_alias(parent)
        if parent.flow and _wants_lines(step.value) and (lifted := _lifted(sheet, step, step.path)):
            return lifted
        return put_in(sheet, parent, step.place, step.key, step.value)
    slot = sheet.slot(step.path)
    match step:
        case Replace(path, value):
            if slot.parent.flow and _wants_lines(value) and (lifted := _lifted(sheet, step, path[:-1])):
                return lifted
            return replace(sheet, slot, value)
        case Rekey(_path, key):
            return [_rekeyed(sheet, slot, key)]
        case TakeOut():
            return take_out(sheet, slot)
        case Copy():
            return copy(sheet, slot)
    return move(sheet, slot, step.place)


def _rekeyed(sheet: Sheet, slot: Slot, key: str) -> Splice:
    old = slot.parent.entries[slot.place][0]
    quoted = old.style == '"' or as_json(sheet, slot.parent)
    return Splice(old.start, old.end, in_brackets(key, True) if quoted else key_words(key))


def _wants_lines(value: Any) -> bool:
    match value:
        case str():
            return "\n" in value
        case list():
            return any(map(_wants_lines, value))
        case dict():
            return any(map(_wants_lines, value.values()))
    return False


def _lifted(sheet: Sheet, step: Replace | PutIn, path: Path) -> list[Splice]:
    """Write the outermost brackets around a place as lines, so that long words can stand in lines of their own."""
    for depth in range(1, len(path) + 1):
        slot = sheet.slot(path[:depth])
        if slot.piece.flow and not slot.parent.flow:
            if "#" in sheet.text[slot.piece.start : slot.piece.end] or _has_names(slot.piece):
                return []
            value = applied({"": slot.piece.plain()}, [_below(step, depth)])[""]
            return replace(sheet, slot, value)
    return []


def _below(step: Replace | PutIn, depth: int) -> Step:
    path = ("", *step.path[depth:])
    return Replace(path, step.value) if isinstance(step, Replace) else PutIn(path, step.place, step.key, step.value)


def _has_names(piece: Piece) -> bool:
    inside = [*piece.items, *(value for _key, value in piece.entries)]
    return piece.kind == "alias" or piece.anchor is not None or any(map(_has_names, inside))
