"""Where a team, or one of its seats, has nothing to do for long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from injects.seats import inbox_of
from injects.silence import Silence, longest_silence
from scenarios.scenario import Scenario
from simulator.rehearsing.runs import Run


@dataclass(frozen=True)
class Quiet:
    """The longest silence of one team, or of one of its seats, between STARTEX and the end of play."""

    team: str
    seat: str | None
    silence: Silence


@dataclass(frozen=True)
class Quiets:
    """The longest silence of each team as a whole, and of each of its seats as if each had a holder."""

    teams: tuple[Quiet, ...]
    seats: tuple[Quiet, ...]

    @property
    def longest(self) -> Quiet:
        """Give the longest silence of a whole team; of equal ones the first team's."""
        return _longest(self.teams)

    @property
    def longest_by_seat(self) -> tuple[Quiet, ...]:
        """Give for each seat the longest silence it has in any team."""
        names = dict.fromkeys(one.seat for one in self.seats)
        return tuple(_longest([one for one in self.seats if one.seat == name]) for name in names)


def quiets_of(scenario: Scenario, runs: Sequence[Run]) -> Quiets:
    """Give where nothing comes and nothing waits for an answer."""
    seats = tuple(scenario.seats)
    held = {seat: {seat} for seat in seats}
    inboxes = {inject.id: inbox_of(inject, held, scenario.lead) for inject in scenario.injects}
    busy = {run.team: [(inboxes[one.inject], (one.at, one.until)) for one in run.comings] for run in runs}
    return Quiets(
        teams=tuple(
            Quiet(team, None, longest_silence((stretch for _inbox, stretch in told), scenario.duration))
            for team, told in busy.items()
        ),
        seats=tuple(
            Quiet(team, seat, _silence_of(seat, told, scenario.duration))
            for team, told in busy.items()
            for seat in seats
        ),
    )


def _silence_of(
    seat: str, told: Sequence[tuple[frozenset[str], tuple[timedelta, timedelta]]], end: timedelta
) -> Silence:
    return longest_silence((stretch for inbox, stretch in told if seat in inbox), end)


def _longest(found: Sequence[Quiet]) -> Quiet:
    return max(found, key=lambda one: one.silence.length)
