"""The timeline: a lane for each seat, an inject as a mark where it comes and a bar as long as its time to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from web.editor.forms.choices import Choices
from web.editor.listing import EVERYBODY, Line, milliseconds_of
from web.editor.understanding import Understood
from web.facilitator.showing import t_plus
from web.words import say

# On the right there is room for the name of what comes at the very end.
WIDTH, LEFT, RIGHT = 1000, 168, 48
TOP, ROW, LEVEL = 44, 14, 22
# The letters of a lane's title, and a sign of times, phases and names at most; nearer than apart two are read as one.
_LETTERS, _SIGN, _NAME, _APART = 19, 6.5, 8.5, 10
# The line of a lane's title; of these the lowest lane has room for two.
_LINE = 16
# From the middle of a mark to its name.
BESIDE = 11
_TICKS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440)
MINUTE = 60_000


@dataclass(frozen=True)
class Mark:
    """An inject in one lane, in units of the picture."""

    line: Line
    x: float
    y: float
    width: float
    is_first: bool


@dataclass(frozen=True)
class Lane:
    """A seat's lane."""

    title: str
    lines: tuple[str, ...]
    y: float
    height: float


def timeline_of(known: Understood, lines: Sequence[Line], language: str) -> dict[str, Any]:
    """Lay the drill out: its phases, lanes and injects; those without a time are named beside it."""
    choices = Choices(known.plain, language)
    end = max([milliseconds_of(known.plain.get("duration")) or 0, *(line.at or 0 for line in lines), MINUTE])
    timed = [line for line in lines if line.at is not None]

    def x(time: int) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * min(max(time, 0), end) / end, 1)

    lanes, marks, y = [], [], float(TOP)
    names: list[tuple[str, str]] = [("", say(language, EVERYBODY)), *choices.of("seats")]
    for seat, title in names:
        own = [line for line in timed if (seat in line.to if seat else not line.to)]
        if not own and not seat:
            continue
        levels = _levels(own, x)
        height = ROW + LEVEL * (max(levels.values(), default=0) + 1)
        lanes.append(Lane(title, _in_lines(title, height), y, height))
        for line in own:
            width = x((line.at or 0) + (line.due or 0)) - x(line.at or 0)
            at_y = y + ROW / 2 + LEVEL * (levels[line.place] + 0.5)
            marks.append(Mark(line, x(line.at or 0), at_y, max(width, 0), seat == (line.to[0] if line.to else "")))
        y += height
    return {
        "width": WIDTH, "height": y + 8, "left": LEFT, "beside": BESIDE, "lanes": lanes, "marks": marks,
        "ticks": _told_ticks([(x(time), t_plus(time).removeprefix("T+")) for time in _ticks(end)]),
        "phases": _phases(choices, x, end),
        "without": [line for line in lines if line.at is None],
    }  # fmt: skip


def _in_lines(title: str, height: int) -> tuple[str, ...]:
    """Break a title into as many lines as its lane is high, two at least; what does not fit ends in dots."""
    return tuple(wrap(title, _LETTERS, max_lines=height // _LINE, placeholder="…", break_long_words=True))


def _in_width(title: str, width: float) -> str:
    """Give as much of a title as fits beside its edge, with dots where it is cut; of a few letters nobody has any."""
    most = int((width - 8) / _SIGN)
    if len(title) <= most:
        return title
    return f"{title[: most - 1].rstrip()}…" if most > 3 else ""


def _levels(lines: Sequence[Line], x: Any) -> dict[int, int]:
    """Give each inject of a lane the first level on which nothing lies beside it."""
    ends: list[float] = []
    found: dict[int, int] = {}
    for line in sorted(lines, key=lambda one: (one.at or 0, one.place)):
        begin = x(line.at or 0)
        level = next((number for number, end in enumerate(ends) if end <= begin), len(ends))
        reach = max(x((line.at or 0) + (line.due or 0)), begin + BESIDE + _NAME * len(line.id) + _APART)
        ends[level : level + 1] = [reach]
        found[line.place] = level
    return found


def _ticks(end: int) -> list[int]:
    step = next((minutes for minutes in _TICKS if end / (minutes * MINUTE) <= 12), max(_TICKS)) * MINUTE
    step *= max(1, -(-end // (step * 24)))
    return list(range(0, end + 1, step))


def _told_ticks(ticks: Sequence[tuple[float, str]]) -> list[dict[str, Any]]:
    """Give the lines of time with their words, from the last one back: a time too near to the next one is not said."""
    told: list[dict[str, Any]] = []
    room = float(WIDTH)
    for x, words in reversed(ticks):
        width = len(words) * _SIGN
        is_last = x + width > WIDTH
        begin = x - width if is_last else x
        fits = begin + width <= room
        told.append({"x": x, "words": words if fits else "", "is_last": is_last})
        room = begin - _APART if fits else room
    return told[::-1]


def _phases(choices: Choices, x: Any, end: int) -> list[dict[str, Any]]:
    written = choices.plain.get("phases")
    titles = dict(choices.of("phases"))
    begins = [
        (time, titles.get(id) or id)
        for id, one in (written.items() if isinstance(written, dict) else ())
        if isinstance(one, dict) and (time := milliseconds_of(one.get("at"))) is not None
    ]
    begins.sort()
    ends = [*(time for time, _title in begins[1:]), end]
    return [
        {"title": title, "words": _in_width(title, x(until) - x(begin)), "x": x(begin),
         "width": round(x(until) - x(begin), 1)}
        for (begin, title), until in zip(begins, ends, strict=False)
    ]  # fmt: skip
