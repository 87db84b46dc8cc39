"""Moving the times of many injects at once, each written as its author writes times."""

import re
from datetime import timedelta
from typing import Any

from injects.duration import parse_duration, write_duration
from scenarios.editing.errors import EditError
from scenarios.editing.operations import Shift
from scenarios.editing.places import inject_path
from scenarios.editing.steps import Replace, Step, at

_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_CLOCK_MOST = timedelta(hours=1000)


def plan_shift(document: Any, operation: Shift) -> list[Step]:
    """Give the steps of a shift; raise ``EditError`` where a time would lie before STARTEX, or past the end."""
    by = timedelta(seconds=operation.seconds)
    end = _length(document.get("duration"))
    steps: list[Step] = []
    for inject in dict.fromkeys(operation.injects):
        path = inject_path(document, inject)
        written = at(document, path).get("at")
        length = _length(written)
        if length is None:
            continue
        later = length + by
        if later < timedelta(0):
            raise EditError("edit_before_start", inject=inject, at=written_like(written, length))
        if end is not None and later >= end:
            raise EditError("edit_past_end", inject=inject, duration=str(document["duration"]))
        steps.append(Replace((*path, "at"), written_like(written, later)))
    if not steps:
        raise EditError("edit_nothing_to_shift")
    return steps


def _length(written: Any) -> timedelta | None:
    try:
        return parse_duration(written)
    except ValueError:
        return None


def written_like(written: Any, length: timedelta) -> str:
    """Write a length as another one is written: as a clock, or in the units it has, finer ones only where needed."""
    words = str(written)
    if ":" in words and length < _CLOCK_MOST:
        return _as_clock(words, length)
    units = [unit for unit in _UNITS if unit in words]
    if not units:
        return write_duration(length) if length else "0m"
    rest = int(length.total_seconds())
    parts = []
    for unit in list(_UNITS)[list(_UNITS).index(units[0]) :]:
        count, rest = divmod(rest, _UNITS[unit])
        if count:
            parts.append(f"{count}{unit}")
    shown = "".join(parts) or f"0{units[-1]}"
    return shown if _reads_as(shown, length) else write_duration(length)


def _as_clock(words: str, length: timedelta) -> str:
    seconds = int(length.total_seconds())
    hours = f"{seconds // 3600:0{len(re.split(':', words)[0])}d}"
    return f"{hours}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _reads_as(shown: str, length: timedelta) -> bool:
    return _length(shown) == length
