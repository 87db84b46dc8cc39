"""What events speak of, read for all of them at once: sixty teams' deliveries in one statement, not in sixty."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import Result, Row, Select, select
from sqlalchemy.orm import Session

from injects.inject import Inject
from simulator.playing import deadline_of
from simulator.reading.clock import CLOCK
from simulator.reading.members import members_of
from simulator.rows import Delivery, Drill, Participant, Response, Team

Told = Mapping[str, Any]
ANSWERS = frozenset({"response_received", "response_taken_over", "response_late"})
NAMED = frozenset({
    "response_proposed", "participant_joined", "participant_returned", "participant_changed", "participant_moved",
    "participant_removed", "seats_taken",
})  # fmt: skip
# What the row itself says of a delivery's state just after it.
STATES = {
    "inject_delivered": "delivered", "inject_lapsed": "lapsed", "inject_withdrawn": "withdrawn",
    "inject_voided": "void", "inject_declined": "declined", "inject_held": "held", "inject_released": "planned",
    "inject_skipped": "skipped",
}  # fmt: skip


# Of a delivery what `Shown` holds, under names of its own beside a response's.
_SHOWN = tuple(
    column.label(f"delivery_{column.key}")
    for column in (Delivery.state, Delivery.final, Delivery.late, Delivery.delivered_at, Delivery.deadline_at)
)


@dataclass(frozen=True)
class Shown:
    """Of a delivery, what events tell."""

    state: str
    final: bool
    late: bool
    delivered_at: timedelta | None
    deadline_at: timedelta | None


class EventFacts:
    """What some log rows speak of; each kind of fact is read when it is first asked for, for all of the rows.

    *as_told*: the rows have just been told, and what they say themselves is not looked up; what becomes of it later,
    later events say. Else a delivery is as it is now. *teams* are the readers among whose rows these are, *drills* the
    columns `CLOCK` of drills that have been read.
    """

    def __init__(
        self,
        session: Session,
        rows: Iterable[Told] = (),
        teams: Collection[str] = (),
        *,
        drills: Iterable[Row[*tuple[Any, ...]]] = (),
        as_told: bool = False,
    ) -> None:
        self._session, self._rows, self._teams, self._as_told = session, list(rows), sorted(teams), as_told
        self._drills = {drill.id: drill for drill in drills}

    def delivery(self, row: Told, inject: Inject | None) -> Shown:
        """Give the delivery a row speaks of; *inject* is what its scenario has of it."""
        if self._speaks_for_itself(row):
            return _as_told(row, inject)
        if row["kind"] in ANSWERS:
            return Shown(*self.response(row)[-len(_SHOWN) :])
        return self._deliveries[row["team"], row["payload"]["inject"]]

    def _speaks_for_itself(self, row: Told) -> bool:
        return self._as_told and row["kind"] in STATES

    @cached_property
    def _deliveries(self) -> dict[tuple[str, str], Shown]:
        asked = [
            row for row in self._rows
            if row["team"] and "inject" in row["payload"] and row["kind"] not in ANSWERS
            and not self._speaks_for_itself(row)
        ]  # fmt: skip
        teams, injects = {row["team"] for row in asked}, {row["payload"]["inject"] for row in asked}
        query = select(Delivery.team_id, Delivery.inject, *_SHOWN).where(
            Delivery.team_id.in_(sorted(teams)), Delivery.inject.in_(sorted(injects))
        )
        return {(row[0], row[1]): Shown(*row[2:]) for row in self._read(query)}

    def response(self, row: Told) -> Row[*tuple[Any, ...]]:
        """Give the response a row speaks of, with its delivery as it is now."""
        return self._responses[row["payload"]["response"]]

    @cached_property
    def _responses(self) -> dict[str, Row[*tuple[Any, ...]]]:
        asked = sorted({row["payload"]["response"] for row in self._rows if row["kind"] in ANSWERS})
        query = (
            select(
                Response.id, Response.client_id, Response.version, Response.state, Response.content, Response.typed_at,
                Response.received_at, Response.received_wall, Response.erased_at, Participant.name, *_SHOWN,
            )
            .join(Delivery, Delivery.id == Response.delivery_id)
            .outerjoin(Participant, Participant.id == Response.participant_id)
            .where(Response.id.in_(asked))
        )  # fmt: skip
        return {response.id: response for response in self._read(query)}

    def name(self, participant_id: str) -> str | None:
        """Give a participant's name."""
        return self._names.get(participant_id)

    @cached_property
    def _names(self) -> dict[str, str]:
        asked = sorted({row["payload"]["participant"] for row in self._rows if row["kind"] in NAMED})
        query = select(Participant.id, Participant.name).where(Participant.id.in_(asked))
        return dict(self._read(query).all())

    def members(self, team_id: str) -> list[dict[str, Any]]:
        """Give who is in the team of a reader."""
        return self._members[team_id]

    @cached_property
    def _members(self) -> dict[str, list[dict[str, Any]]]:
        return members_of(self._session, self._teams)

    def team_name(self, team_id: str) -> str | None:
        """Give a team's name."""
        return self._team_names.get(team_id)

    @cached_property
    def _team_names(self) -> dict[str, str]:
        asked = sorted({row["team"] for row in self._rows if row["team"]})
        return dict(self._read(select(Team.id, Team.name).where(Team.id.in_(asked))).all())

    def deadlines(self, team_id: str) -> Mapping[str, timedelta | None]:
        """Give the deadlines of a reader's team by inject."""
        return self._deadlines.get(team_id, {})

    @cached_property
    def _deadlines(self) -> dict[str, dict[str, timedelta | None]]:
        query = select(Delivery.team_id, Delivery.inject, Delivery.deadline_at).order_by(Delivery.id)
        found: dict[str, dict[str, timedelta | None]] = {}
        there = Delivery.team_id.in_(self._teams), Delivery.deadline_at.is_not(None)
        for team_id, inject, deadline_at in self._read(query.where(*there)):
            found.setdefault(team_id, {})[inject] = deadline_at
        return found

    def drill(self, drill_id: str) -> Row[*tuple[Any, ...]]:
        """Give a drill's clock: it is told as it is now."""
        if drill_id not in self._drills:
            self._drills[drill_id] = self._read(select(*CLOCK).where(Drill.id == drill_id)).one()
        return self._drills[drill_id]

    def _read(self, query: Select[*tuple[Any, ...]]) -> Result[*tuple[Any, ...]]:
        # Below the ORM: views change nothing, so that it holds nothing back.
        return self._session.connection().execute(query)


def _as_told(row: Told, inject: Inject | None) -> Shown:
    state = STATES[row["kind"]]
    if state != "delivered" or inject is None:
        return Shown(state, final=False, late=False, delivered_at=None, deadline_at=None)
    at, late = row["drill_time"], row["payload"]["late"]
    return Shown(state, final=False, late=late, delivered_at=at, deadline_at=deadline_of(inject, at))
