"""What each team went through, told from what happened in the engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from simulator.bots.reach import Seen
from simulator.rehearsing.rehearsal import Happening, Rehearsal

_CLOSING = ("response_received", "response_taken_over", "inject_lapsed", "inject_voided")


@dataclass(frozen=True)
class Coming:
    """An inject that reached a team; it kept the team busy *until* it was answered or closed, or not at all."""

    inject: str
    at: timedelta
    until: timedelta
    state: str
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """One team's play: what came, in order; why what did not come was left out; its flags; the weight of its path."""

    team: str
    comings: tuple[Coming, ...]
    skipped: Mapping[str, str]
    flags: frozenset[str]
    weight: int

    @property
    def seen(self) -> Seen:
        """Give what was reached."""
        return Seen(
            delivered=frozenset(one.inject for one in self.comings),
            skipped=frozenset(name for name, reason in self.skipped.items() if reason == "condition_false"),
            answered=frozenset(one.inject for one in self.comings if one.state == "answered"),
            lapsed=frozenset(one.inject for one in self.comings if one.state == "lapsed"),
            flags=self.flags,
            chosen={one.inject: one.chosen for one in self.comings if one.chosen},
        )


@dataclass
class _Told:
    delivered: dict[str, timedelta] = field(default_factory=dict)
    closed: dict[str, Happening] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)


def runs_of(played: Rehearsal) -> tuple[Run, ...]:
    """Give what each team went through, in the order of the teams."""
    told = {team: _Told() for team in played.teams}
    for one in played.happenings:
        if one.team is not None:
            _note(told[one.team], one)
    weights = {inject.id: inject.weight for inject in played.scenario.injects}
    # Nobody hears of what never fell due: when play ends it is simply left.
    return tuple(
        Run(
            team=team,
            comings=tuple(_coming(played, mine, inject, at) for inject, at in mine.delivered.items()),
            skipped={
                inject: mine.skipped.get(inject, "never_due")
                for inject, state in played.states[team].items()
                if state == "skipped"
            },
            flags=frozenset(mine.flags),
            weight=sum(weights[inject] for inject in mine.delivered),
        )
        for team, mine in told.items()
    )


def _note(told: _Told, one: Happening) -> None:
    if one.flag is not None:
        told.flags.add(one.flag)
    elif one.inject is not None and one.kind == "inject_delivered":
        told.delivered[one.inject] = one.at
    elif one.inject is not None and one.kind == "inject_skipped":
        told.skipped[one.inject] = one.reason or ""
    elif one.inject is not None and one.kind in _CLOSING:
        told.closed[one.inject] = one


def _coming(played: Rehearsal, told: _Told, inject: str, at: timedelta) -> Coming:
    asks = played.scenario.inject(inject).ask is not None
    closed = told.closed.get(inject)
    if closed is not None:
        return Coming(inject, at, closed.at, closed.state or "", closed.chosen)
    # What has no deadline waits until the end of play.
    return Coming(inject, at, max(at, played.scenario.duration) if asks else at, "delivered")
