"""Whether a seat gets anything to do, and no more at once than people can read and answer."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from scenarios.checking.check import Check
from scenarios.checking.paths import Paths
from scenarios.checking.planned import planned

MOST_OPEN = 3
APART = timedelta(seconds=30)
# As many as are looked back at; nobody plans more at one moment than this.
_FEW = 12
_MOST_SEATS = 50


def check_seats(check: Check) -> None:
    """Find seats that get no inject."""
    if any(not inject.to for _, inject in check.injects):
        return
    served = {seat for _, inject in check.injects for seat in inject.to}
    for seat in check.scenario.seats:
        if seat not in served:
            check.report_key(("seats", seat), "seat_without_inject", seat=seat)


def check_crowding(check: Check, paths: Paths) -> None:
    """Find moments at which one seat has too much before it, on any path that a team can take."""
    crowd = _Crowd(check, paths)
    for one in planned(check.scenario.injects):
        if one.certain:
            crowd.arrive(one.place, one.at)


class _Crowd:
    def __init__(self, check: Check, paths: Paths) -> None:
        self.check = check
        self.injects = check.scenario.injects
        self.seats = tuple(check.scenario.seats)[:_MOST_SEATS]
        self.paths = paths
        self.latest: dict[str, list[tuple[timedelta, int]]] = {}
        self.open: dict[str, list[tuple[timedelta, int]]] = {}
        self.full: set[str] = set()

    def arrive(self, place: int, at: timedelta) -> None:
        inject = self.injects[place]
        seats = tuple(dict.fromkeys(inject.to)) or self.seats
        self._check_close(place, at, seats)
        if inject.ask and inject.ask.due:
            self._check_open(place, at, at + inject.ask.due, seats)

    def _check_close(self, place: int, at: timedelta, seats: Iterable[str]) -> None:
        close: dict[tuple[timedelta, int], list[str]] = {}
        for seat in seats:
            recent = [one for one in self.latest.get(seat, []) if at - one[0] < APART][-_FEW:]
            for earlier in reversed(recent):
                if self.paths.together(place, earlier[1]):
                    close.setdefault(earlier, []).append(seat)
                    break
            self.latest[seat] = [*recent, (at, place)]
        for (before, other), crowded in close.items():
            seconds = int((at - before).total_seconds())
            names, earlier_id = ", ".join(crowded), self.injects[other].id
            self.check.report(("injects", place), "too_close", seat=names, inject=earlier_id, seconds=seconds)

    def _check_open(self, place: int, at: timedelta, end: timedelta, seats: Iterable[str]) -> None:
        crowded: list[str] = []
        for seat in seats:
            others = [one for one in self.open.get(seat, []) if one[0] > at]
            self.open[seat] = [*others, (end, place)]
            if not self._is_too_much(place, others):
                self.full.discard(seat)
            elif seat not in self.full:
                # Said once, when it begins: all that comes before it ends is the same finding.
                self.full.add(seat)
                crowded.append(seat)
        if crowded:
            count = MOST_OPEN + 1
            names = ", ".join(crowded)
            self.check.report(("injects", place), "too_many_open", seat=names, count=count, most=MOST_OPEN)

    def _is_too_much(self, place: int, others: list[tuple[timedelta, int]]) -> bool:
        # What does not come together with this one is in none of the two hundred sets.
        near = [other for _, other in others[-_FEW:] if self.paths.together(place, other)]
        return any(self.paths.together(place, *those) for those in combinations(near, MOST_OPEN))
