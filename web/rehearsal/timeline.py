"""The timeline as it is drawn: lanes for the whole team and each seat, a mark for each inject, a bar for each ask.

Lengths are units of the drawing, a thousand to its width; what is drawn follows from the rehearsal alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from textwrap import wrap

from markupsafe import Markup

from injects.inject import Inject
from injects.msel import Msel
from simulator.rehearsing.report import Report
from web.rehearsal.saying import MINUTE, clock
from web.words import N_, say

WIDTH, LEFT, ROW, TOP = 1000.0, 150.0, 22.0, 46.0
LABEL_LINES, LETTER, ICON = 3, 6.4, 16.0
# A panel with more marks than these is cut into several, in lengths that people count in.
MOST_MARKS, MOST_TICKS = 26, 15
LENGTHS = tuple(
    minutes * MINUTE for minutes in (5, 10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 360, 480, 720, 1440)
)
STEPS = tuple(minutes * MINUTE for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440))


@dataclass(frozen=True)
class Mark:
    """An inject in one lane: its bar, or ``width`` 0 where nothing waits for an answer; *late* ends its whisker.

    Its label stands in the bar, or behind it where the bar's end would go through it.
    """

    label: str
    icon: Markup
    told: str
    branch: bool
    begins: bool
    x: float
    y: float
    width: float
    late: float
    label_x: float


@dataclass(frozen=True)
class Lane:
    """A strip of the drawing with its name in lines."""

    name: tuple[str, ...]
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Panel:
    """One stretch of drill time: where its ticks and phases stand, and its lanes below each other."""

    title: str
    height: float
    ticks: tuple[tuple[float, str], ...]
    phases: tuple[tuple[float, float, str], ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class _Item:
    inject: Inject
    first: timedelta
    last: timedelta
    until: timedelta
    branch: bool


def panels_of(report: Report, language: str) -> list[Panel]:
    """Draw what came to any team, each inject at the earliest it came, in stretches of equal length."""
    items = list(_items(report))
    moment = timedelta(microseconds=1)
    ends = (max(item.until, item.last + moment) for item in items)
    end = max([report.played.scenario.duration, *ends])
    wanted = end / -(-max(len(items), 1) // MOST_MARKS)
    length = next((one for one in LENGTHS if one >= wanted), LENGTHS[-1])
    return [
        _Drawing(report, language, items, place * length, length).panel() for place in range(max(1, -(-end // length)))
    ]


def _items(report: Report) -> Iterator[_Item]:
    msel = Msel(report.played.scenario.injects)
    for inject in msel.injects:
        times = [one.at for run in report.runs for one in run.comings if one.inject == inject.id]
        if times:
            first = min(times)
            due = inject.ask.due if inject.ask else None
            yield _Item(inject, first, max(times), first + (due or timedelta(0)), _is_branch(msel, inject))


def _is_branch(msel: Msel, inject: Inject) -> bool:
    here: Inject | None = inject
    while here is not None:
        if here.if_ is not None:
            return True
        here = msel.by_id[here.after.inject] if here.after else None
    return False


class _Drawing:
    def __init__(
        self, report: Report, language: str, items: Sequence[_Item], start: timedelta, length: timedelta
    ) -> None:
        self.scenario = report.played.scenario
        self.language = language
        self.start = start
        self.length = length
        self.items = [item for item in items if item.first < start + length and self._ends(item) >= start]

    def _ends(self, item: _Item) -> timedelta:
        return max(item.last, item.until - timedelta(microseconds=1))

    def panel(self) -> Panel:
        lanes, y = [], TOP
        for name, items in self._lanes():
            lane = self._lane(name, items, y)
            lanes.append(lane)
            y += lane.height
        title = say(
            self.language, N_("Timeline from %(start)s to %(end)s"), start=clock(self.start),
            end=clock(self.start + self.length),
        )  # fmt: skip
        return Panel(title, y + 4, tuple(self._ticks()), tuple(self._phases()), tuple(lanes))

    def _x(self, at: timedelta) -> float:
        inside = min(max(at, self.start), self.start + self.length) - self.start
        return round(LEFT + (WIDTH - LEFT - 6) * (inside / self.length), 1)

    def _ticks(self) -> Iterator[tuple[float, str]]:
        step = next((one for one in STEPS if self.length / one <= MOST_TICKS), STEPS[-1])
        for place in range(self.length // step + 1):
            at = self.start + place * step
            seconds = at // timedelta(seconds=1)
            yield self._x(at), f"{seconds // 3600}:{seconds // 60 % 60:02}"

    def _phases(self) -> Iterator[tuple[float, float, str]]:
        phases = sorted(self.scenario.phases.values(), key=lambda phase: phase.at)
        ends = [*(phase.at for phase in phases[1:]), max(self.scenario.duration, self.start + self.length)]
        for phase, end in zip(phases, ends, strict=False):
            left, right = self._x(phase.at), self._x(end)
            if right - left > 1:
                title = phase.title.say(self.language, self.scenario.languages)
                yield left, right - left, _fitting(title, right - left)

    def _lanes(self) -> Iterator[tuple[str, list[_Item]]]:
        whole = [item for item in self.items if not item.inject.to]
        yield say(self.language, N_("Whole team")), whole
        for seat, named in self.scenario.seats.items():
            mine = [item for item in self.items if seat in item.inject.to]
            yield named.title.say(self.language, self.scenario.languages), mine

    def _lane(self, name: str, items: Sequence[_Item], y: float) -> Lane:
        ends: list[float] = []
        marks = []
        for item in sorted(items, key=lambda one: one.first):
            x, right = self._x(item.first), self._x(item.until)
            taken = max(right, x + ICON + 4 + LETTER * (len(item.inject.id) + 2 * item.branch)) + 4
            mark = self._mark(item, x, y, right - x)
            taken = max(taken, mark.label_x + LETTER * len(mark.label) + 4)
            row = next((place for place, end in enumerate(ends) if end <= x), len(ends))
            ends[row : row + 1] = [taken]
            marks.append(replace(mark, y=y + 4 + row * ROW))
        lines = tuple(wrap(name, 23)[:LABEL_LINES]) or ("",)
        return Lane(lines, y, max(len(ends) * ROW + 6, len(lines) * 13.0 + 8), tuple(marks))

    def _mark(self, item: _Item, x: float, y: float, width: float) -> Mark:
        title = item.inject.title.say(self.language, self.scenario.languages)
        told = f"{clock(item.first)} {item.inject.id} {title}"
        bar = width if item.inject.ask and item.inject.ask.due else 0.0
        label_x, letters = x + (31 if item.branch else 19), LETTER * len(item.inject.id)
        if label_x - 3 < x + bar < label_x + letters and x + bar + 3 + letters < WIDTH:
            label_x = round(x + bar + 3, 1)
        return Mark(
            item.inject.id, _icons()[item.inject.channel], told, item.branch, item.first >= self.start, x, y,
            bar, max(self._x(item.last), x), label_x,
        )  # fmt: skip


def _fitting(words: str, width: float) -> str:
    most = int(width / LETTER)
    return words if len(words) <= most else words[: most - 1] + "…" if most > 2 else ""


@cache
def _icons() -> dict[str, Markup]:
    # Our own file: nothing a person typed is in it.
    sprite = (files("web") / "static" / "icons.svg").read_text()
    found = re.findall(r'<symbol id="(\w+)"[^>]*>(.*?)</symbol>', sprite, re.DOTALL)
    return {name: Markup(drawn) for name, drawn in found}  # noqa: S704


def icon_of(channel: str) -> Markup:
    """Give the drawing of a channel, on a square of 24 units."""
    return _icons()[channel]
