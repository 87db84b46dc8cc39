"""One drill as an action finds it: locked, with its scenario, its clock, and a pen for its log."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from injects.msel import Msel
from scenarios.scenario import Scenario
from simulator.actor import Actor
from simulator.book import append, holds_stream, keep, lock_stream, not_before
from simulator.clock import DrillClock
from simulator.frozen import msel_of, scenario_of
from simulator.kinds import KINDS, drill_stream, staff_reader, team_reader
from simulator.refusal import Refusal
from simulator.rows import Drill, Team


@dataclass
class Scene:
    """What an action on one drill needs; ``time`` is the drill time of ``now``."""

    session: Session
    now: datetime
    actor: Actor
    drill: Drill
    _team_ids: list[str] = field(default_factory=list)
    _time: tuple[tuple[timedelta, datetime | None, int], timedelta] | None = None

    @property
    def clock(self) -> DrillClock:
        """Give the drill's clock as it stands."""
        return clock_of(self.drill)

    @property
    def time(self) -> timedelta:
        """Give the drill time of now."""
        drill = self.drill
        told = (drill.clock_base, drill.clock_since, drill.speed)
        # Asked for with every row of the log, while the clock itself is seldom set.
        if self._time is None or self._time[0] != told:
            self._time = (told, self.clock.drill_time(self.now))
        return self._time[1]

    @cached_property
    def scenario(self) -> Scenario:
        """Give the scenario the drill was made from."""
        return scenario_of(self.session, self.drill.scenario_digest)

    @cached_property
    def msel(self) -> Msel:
        """Give the scenario's injects with their order and followers."""
        return msel_of(self.session, self.drill.scenario_digest)

    @property
    def team_ids(self) -> list[str]:
        """Give the ids of all teams, in their order."""
        if not self._team_ids:
            query = select(Team.id).where(Team.drill_id == self.drill.id).order_by(Team.position)
            self._team_ids = list(self.session.scalars(query))
        return self._team_ids

    def chosen_teams(self, team_ids: Sequence[str] | None) -> list[str]:
        """Give the named teams, or all; refuse one that is not of this drill."""
        if team_ids is None:
            return list(self.team_ids)
        if not team_ids or set(team_ids) - set(self.team_ids):
            raise Refusal("not_found")
        return [team_id for team_id in self.team_ids if team_id in team_ids]

    def require_state(self, *states: str) -> None:
        """Refuse unless the drill is in one of *states*."""
        if self.drill.state not in states:
            raise Refusal("drill_not_in_state", state=self.drill.state)

    def require_name(self, typed: str) -> None:
        """Refuse unless the drill's name was typed: what cannot be undone asks for it."""
        if " ".join(typed.split()).casefold() != self.drill.name.casefold():
            raise Refusal("drill_name_differs", name=self.drill.name)

    def tell(self, kind: str, *, team: str | None = None, **payload: Any) -> None:
        """Append a row to the drill's log for those who hear of its kind."""
        append(
            self.session, stream=drill_stream(self.drill.id), kind=kind, actor=str(self.actor), wall_time=self.now,
            drill_time=self.time, team=team, payload=payload, readers=self._readers(kind, team),
        )  # fmt: skip

    def _readers(self, kind: str, team: str | None) -> tuple[str, ...]:
        audience, staff = KINDS[kind], staff_reader(self.drill.id)
        if audience == "everybody":
            return (*map(team_reader, self.team_ids), staff)
        if audience == "team" and team:
            return (team_reader(team), staff)
        return () if audience == "audit" else (staff,)


def clock_of(drill: Drill | Row[*tuple[Any, ...]]) -> DrillClock:
    """Give a drill's clock as its row, or the columns of its clock, have it."""
    return DrillClock(drill.clock_base, drill.clock_since, drill.speed)


def _require_drill(session: Session, drill_id: str) -> None:
    if session.get(Drill, drill_id) is None:
        raise Refusal("not_found")


def open_scene(session: Session, now: datetime, actor: Actor, drill_id: str | None) -> Scene:
    """Lock a drill for the rest of the transaction; refuse one that is not there."""
    if drill_id is None:
        raise Refusal("not_found")
    held = holds_stream(session, drill_stream(drill_id))
    # No stream begins for a drill that is not there.
    lock_stream(session, drill_stream(drill_id), before_first=lambda: _require_drill(session, drill_id))
    drill = session.get(Drill, drill_id, populate_existing=not held)
    if drill is None:
        raise Refusal("not_found")
    keep(session, drill)
    return Scene(session, not_before(session, drill_stream(drill_id), now), actor, drill)
