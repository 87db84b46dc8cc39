"""How much falls on each seat, and on each person where few people share the seats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from injects.load import WINDOW, Arrival, Span, load_of, span_of, windows_until, words_to_read
from injects.seats import has_badge, inbox_of
from injects.sharing import Shares, holders, one_seat_each, shared_evenly
from scenarios.scenario import Scenario
from simulator.rehearsing.runs import Run

SIZES = (3, 4, 6)
How = Literal["one_each", "evenly"]


@dataclass(frozen=True)
class PersonLoad:
    """What comes to one person, by stretches: the least and the most over all teams; she holds *seats*."""

    seats: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def asks(self) -> int:
        """Give the most asks in any one stretch."""
        return max(span.most.asks for span in self.spans)


@dataclass(frozen=True)
class Sharing:
    """A team of so many people, how the seats are shared among them, and what comes to each; the lead is first."""

    how: How
    people: tuple[PersonLoad, ...]


@dataclass(frozen=True)
class Loading:
    """What comes in each stretch of *window*: to the whole team, to each seat as if each had a holder, to people."""

    window: timedelta
    team: tuple[Span, ...]
    seats: tuple[tuple[str, tuple[Span, ...]], ...]
    sharings: tuple[Sharing, ...]


def loading_of(scenario: Scenario, runs: Sequence[Run], sizes: Iterable[int] = SIZES) -> Loading:
    """Give what comes to whom, over all teams of a rehearsal."""
    return _Loads(scenario, runs).loading(sizes)


class _Loads:
    def __init__(self, scenario: Scenario, runs: Sequence[Run]) -> None:
        self.scenario = scenario
        self.seats = tuple(scenario.seats)
        by_id = {inject.id: inject for inject in scenario.injects}
        words = {inject.id: words_to_read(inject) for inject in scenario.injects}
        self.runs = [[Arrival(one.at, by_id[one.inject], words[one.inject]) for one in run.comings] for run in runs]
        self.windows = windows_until(scenario.duration)

    def loading(self, sizes: Iterable[int]) -> Loading:
        each = one_seat_each(self.seats, len(self.seats))
        return Loading(
            window=WINDOW,
            team=self._spans(self.runs),
            seats=tuple(zip(self.seats, self._people(each), strict=True)),
            sharings=tuple(
                Sharing(
                    how, tuple(PersonLoad(*one) for one in zip(shares, self._people(shares), strict=True))
                )
                for size in sizes
                for how, shares in self._shares(size)
            ),
        )  # fmt: skip

    def _shares(self, size: int) -> Iterable[tuple[How, Shares]]:
        yield "one_each", one_seat_each(self.seats, size)
        if size < len(self.seats):
            yield "evenly", shared_evenly(self.seats, self._asked, size)

    @property
    def _asked(self) -> dict[str, set[str]]:
        asked: dict[str, set[str]] = {}
        for inject in self.scenario.injects:
            if inject.ask is not None and inject.to:
                for seat in inbox_of(inject, {seat: {seat} for seat in self.seats}, self.scenario.lead):
                    asked.setdefault(seat, set()).add(inject.id)
        return asked

    def _people(self, shares: Shares) -> list[tuple[Span, ...]]:
        held, lead = holders(shares, self.seats), self.scenario.lead
        return [
            self._spans(
                [[one for one in run if has_badge(str(number), one.inject, held, lead)] for run in self.runs]
            )
            for number in range(1, len(shares) + 1)
        ]  # fmt: skip

    def _spans(self, runs: Sequence[Sequence[Arrival]]) -> tuple[Span, ...]:
        return span_of([load_of(run, self.windows) for run in runs])
