"""What happened in a rehearsal, in order, with names instead of ids: the same run gives the same, byte for byte."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.scenario import Scenario
from scoring.standings import Standing
from simulator.actor import Actor
from simulator.bots.covering import Cover
from simulator.digest import canonical
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.playing import chosen_options
from simulator.reading.results import standings_of
from simulator.rows import Delivery, Drill, LogRow, Response, Team

TOLD = (
    "drill_started", "inject_delivered", "response_received", "response_taken_over", "inject_lapsed", "inject_skipped",
    "inject_voided", "flag_set", "drill_ended",
)  # fmt: skip

STATES = {
    "inject_delivered": "delivered",
    "response_received": "answered",
    "response_taken_over": "answered",
    "inject_lapsed": "lapsed",
    "inject_skipped": "skipped",
    "inject_voided": "void",
}


@dataclass(frozen=True)
class Happening:
    """One thing that happened at a drill time; *chosen* and *words* are of a response, *words* as a digest."""

    at: timedelta
    kind: str
    team: str | None = None
    inject: str | None = None
    chosen: tuple[str, ...] = ()
    words: str | None = None
    state: str | None = None
    flag: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Rehearsal:
    """All that happened; *states* gives what became of every inject by team; standings name the teams.

    *cover* is the plan that was followed, where one was.
    """

    scenario: Scenario
    teams: tuple[str, ...]
    happenings: tuple[Happening, ...]
    states: Mapping[str, Mapping[str, str]]
    standings: tuple[Standing, ...]
    cover: Cover | None = None


def rehearsal_of(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> Rehearsal:
    """Gather what happened in a drill that has been rehearsed."""
    drill = session.get_one(Drill, drill_id)
    teams = select(Team.id, Team.name).where(Team.drill_id == drill_id).order_by(Team.position)
    names: dict[str, str] = {row.id: row.name for row in session.execute(teams)}
    states: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    rows = select(Delivery.team_id, Delivery.inject, Delivery.state).where(Delivery.drill_id == drill_id)
    for team_id, inject, state in session.execute(rows.order_by(Delivery.position)):
        states[names[team_id]][inject] = state
    return Rehearsal(
        scenario=scenario_of(session, drill.scenario_digest),
        teams=tuple(names.values()),
        happenings=tuple(_happenings(session, drill_id, names)),
        states=states,
        standings=_standings(session, drill, names),
    )


def _happenings(session: Session, drill_id: str, names: Mapping[str, str]) -> Iterator[Happening]:
    contents = {row.id: row.content for row in session.execute(select(Response.id, Response.content))}
    query = select(LogRow).where(LogRow.stream == drill_stream(drill_id), LogRow.kind.in_(TOLD)).order_by(LogRow.seq)
    for row in session.scalars(query):
        content = contents.get(row.payload.get("response", ""))
        yield Happening(
            at=row.drill_time or timedelta(0), kind=row.kind, team=names.get(row.team or ""),
            inject=row.payload.get("inject"), chosen=chosen_options(content) if content else (),
            words=_words_digest(content) if content else None,
            state=STATES.get(row.kind), flag=row.payload.get("flag"), reason=row.payload.get("reason"),
        )  # fmt: skip


def _words_digest(content: Mapping[str, Any]) -> str | None:
    words = {name: content[name] for name in ("text", "fields", "rationale") if name in content}
    return hashlib.sha256(canonical(words).encode()).hexdigest()[:16] if words else None


def _standings(session: Session, drill: Drill, names: Mapping[str, str]) -> tuple[Standing, ...]:
    found = [replace(standing, team=names[standing.team]) for standing in standings_of(session, drill)]
    return tuple(sorted(found, key=lambda one: (one.place is None, one.place or 0, one.team)))
