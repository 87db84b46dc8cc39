"""What observers see: the story as it was ten minutes ago; no team by name, no words of anybody (domain.md 1.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.clock import DrillClock
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.reading.clock import milliseconds
from simulator.reading.console import drill_row
from simulator.reading.inject import Words, inject_view
from simulator.reading.shapes import WATCHED, shaped
from simulator.rows import Drill, LogRow, Team

DELAY = timedelta(minutes=10)
# A count over fewer teams would tell what single teams do.
FEWEST = 5
STATES: Mapping[str, str] = {
    "drill_prepared": "ready", "drill_started": "running", "drill_resumed": "running", "drill_paused": "paused",
    "drill_stopped": "paused", "drill_ended": "ended",
}  # fmt: skip
_ANSWERED = ("response_received", "response_taken_over")
_KINDS = (*STATES, *_ANSWERED, "speed_changed", "inject_delivered", "inject_withdrawn")


@dataclass
class _Then:
    """The drill as its log told it up to an instant; teams are kept as ids, and only counted."""

    state: str = "draft"
    clock: DrillClock = field(default_factory=lambda: DrillClock(timedelta(0), None, 1))
    delivered_at: dict[str, timedelta] = field(default_factory=dict)
    reached: dict[str, set[str]] = field(default_factory=dict)
    answered: dict[str, set[str]] = field(default_factory=dict)
    withdrawn: dict[str, set[str]] = field(default_factory=dict)


def watch_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give the injects that had reached a team ten minutes ago, as the teams read them, and how many had answered.

    *reached* and *answered* are None where fewer than five teams play, or have got the inject.
    """
    drill, as_of = drill_row(session, drill_id), now - DELAY
    then = _then(_rows(session, drill_id, as_of))
    scenario = scenario_of(session, drill.scenario_digest)
    many = len(session.scalars(select(Team.id).where(Team.drill_id == drill_id)).all()) >= FEWEST
    place = {inject.id: position for position, inject in enumerate(scenario.injects)}
    shown = sorted(then.delivered_at, key=lambda inject: (then.delivered_at[inject], place[inject]))
    page = {
        "drill": _drill(drill, Words(scenario, actor.language)), "as_of": as_of, "state": then.state,
        "drill_time": milliseconds(then.clock.drill_time(as_of)),
        "injects": [
            # The drill's own order of options: a team's would tell which team's it is.
            inject_view(scenario, scenario.inject(inject), actor.language, drill_id) | _counts(then, inject, many=many)
            for inject in shown
        ],
    }  # fmt: skip
    return shaped(WATCHED, page, "watch_page")  # type: ignore[no-any-return]


def _rows(session: Session, drill_id: str, as_of: datetime) -> Sequence[LogRow]:
    here = (LogRow.stream == drill_stream(drill_id), LogRow.kind.in_(_KINDS), LogRow.wall_time <= as_of)
    return session.scalars(select(LogRow).where(*here).order_by(LogRow.seq)).all()


def _then(rows: Iterable[LogRow]) -> _Then:
    then = _Then()
    for row in rows:
        if row.kind in STATES or row.kind == "speed_changed":
            _turn(then, row)
            continue
        inject, team = row.payload["inject"], row.team or ""
        if row.kind == "inject_delivered":
            then.delivered_at.setdefault(inject, row.drill_time or timedelta(0))
            then.reached.setdefault(inject, set()).add(team)
        else:
            (then.answered if row.kind in _ANSWERED else then.withdrawn).setdefault(inject, set()).add(team)
    return then


def _turn(then: _Then, row: LogRow) -> None:
    then.state = STATES.get(row.kind, then.state)
    goes = then.state in ("running", "ended") if row.kind in STATES else then.clock.since is not None
    speed = row.payload.get("speed", then.clock.speed)
    then.clock = DrillClock(row.drill_time or timedelta(0), row.wall_time if goes else None, speed)


def _drill(drill: Drill, say: Words) -> dict[str, Any]:
    return {
        "id": drill.id, "name": drill.name, "title": say(say.scenario.title), "rehearsal": drill.rehearsal,
        "time_zone": drill.time_zone, "content_note": say(say.scenario.content_note),
    }  # fmt: skip


def _counts(then: _Then, inject: str, *, many: bool) -> dict[str, Any]:
    reached = then.reached[inject]
    told = many and len(reached) >= FEWEST
    return {
        "delivered_at": milliseconds(then.delivered_at[inject]),
        "withdrawn": reached <= then.withdrawn.get(inject, set()),
        "reached": len(reached) if told else None,
        "answered": len(then.answered.get(inject, set())) if told else None,
    }
