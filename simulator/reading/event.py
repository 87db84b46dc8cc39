"""One log row as one reader sees it: the payload of a socket event, and of the catch-up after a cut line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.scenario import Scenario
from simulator.columns import EPOCH, MILLISECOND
from simulator.playing import chosen_options
from simulator.reading.clock import clock_view, milliseconds
from simulator.reading.inject import inject_view
from simulator.reading.shapes import shape_of_event, shaped
from simulator.rows import Delivery, Drill, Participant, Response, SeatHolder, Team


@dataclass(frozen=True)
class Lens:
    """Whose eyes a row is seen with: her drill, her language, and her team, or none for the staff."""

    session: Session
    now: datetime
    drill: Drill
    scenario: Scenario
    language: str
    team_id: str | None

    def delivery(self, row: Mapping[str, Any]) -> Delivery:
        """Give the delivery a row speaks of."""
        query = select(Delivery).where(Delivery.team_id == row["team"], Delivery.inject == row["payload"]["inject"])
        return self.session.scalars(query).one()


_TOLD = ("inject", "reason", "seconds", "joining", "order", "verb", "teams", "flag")


def event_view(lens: Lens, row: Mapping[str, Any], n: int) -> dict[str, Any]:
    """Give the event: its number for this reader, its kind, both times, and what this reader is told."""
    shape = shape_of_event(row["kind"], for_team=lens.team_id is not None)
    return shaped(shape, _view(lens, row, n), row["kind"])  # type: ignore[no-any-return]


def _view(lens: Lens, row: Mapping[str, Any], n: int) -> dict[str, Any]:
    told = row["payload"]
    view = {
        "n": n,
        "kind": row["kind"],
        "at": (row["wall_time"] - EPOCH) // MILLISECOND,
        "drill_time": milliseconds(row["drill_time"]),
        "team": row["team"],
    }
    details = _DETAILS.get(row["kind"])
    if details is not None:
        return view | details(lens, row)
    return view | {key: told[key] for key in _TOLD if key in told}


def _clock(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"clock": clock_view(lens.drill, lens.now)}


def _outage(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    if lens.team_id is None:
        return _clock(lens, row) | {"milliseconds": row["payload"]["milliseconds"]}
    query = select(Delivery).where(Delivery.team_id == lens.team_id, Delivery.deadline_at.is_not(None))
    deadlines = {one.inject: milliseconds(one.deadline_at) for one in lens.session.scalars(query)}
    return _clock(lens, row) | {"milliseconds": row["payload"]["milliseconds"], "deadlines": deadlines}


def _delivered(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    delivery = lens.delivery(row)
    times = {
        "delivered_at": milliseconds(delivery.delivered_at), "deadline_at": milliseconds(delivery.deadline_at),
        "late": delivery.late,
    }  # fmt: skip
    if lens.team_id is None:
        return _cell(lens, row) | times
    inject = lens.scenario.inject(delivery.inject)
    return {
        "inject": inject_view(lens.scenario, inject, lens.language, delivery.team_id),
        "state": delivery.state,
    } | times


def _cell(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "inject": row["payload"]["inject"],
        "reason": row["payload"].get("reason"),
        "state": lens.delivery(row).state,
    }


def _answer(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    response = lens.session.get_one(Response, row["payload"]["response"])
    if lens.team_id is None:
        return _cell(lens, row) | {"answer": response.state, "chosen": list(chosen_options(response.content))}
    delivery = lens.delivery(row)
    return {
        "inject": delivery.inject, "state": delivery.state, "final": delivery.final,
        "response": response_view(lens.session, response),
    }  # fmt: skip


def response_view(session: Session, response: Response) -> dict[str, Any]:
    """Give a response to the team that sent it."""
    author = session.get(Participant, response.participant_id) if response.participant_id else None
    return {
        "id": response.client_id,
        "version": response.version,
        "state": response.state,
        "content": response.content,
        "by": author.name if author else None,
        "received_at": (response.received_wall - EPOCH) // MILLISECOND,
        "drill_time": milliseconds(response.received_at),
        "erased": response.erased_at is not None,
    }


def _proposed(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"inject": row["payload"]["inject"], "by": _name(lens.session, row["payload"]["participant"])}


def _member(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    participant = row["payload"]["participant"]
    view: dict[str, Any] = {"participant": participant, "name": _name(lens.session, participant)}
    if lens.team_id is None:
        return view
    return view | {"members": members_view(lens.session, lens.team_id)}


def _name(session: Session, participant_id: str) -> str | None:
    found = session.get(Participant, participant_id)
    return found.name if found else None


def members_view(session: Session, team_id: str) -> list[dict[str, Any]]:
    """Give who is in a team, in the order they joined, with their seats and whether they are there."""
    seats: dict[str, list[str]] = {}
    for holder in session.scalars(select(SeatHolder).where(SeatHolder.team_id == team_id)):
        seats.setdefault(holder.participant_id, []).append(holder.seat)
    there = select(Participant).where(Participant.team_id == team_id, Participant.removed_at.is_(None))
    return [
        {"id": one.id, "name": one.name, "seats": seats.get(one.id, []), "here": one.away_since is None}
        for one in session.scalars(there.order_by(Participant.joined_at, Participant.id))
    ]


def _team(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    team = lens.session.get(Team, row["team"])
    return {"name": team.name if team else None}


def _rating(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"response": row["payload"]["response"]}


_DETAILS: dict[str, Callable[[Lens, Mapping[str, Any]], dict[str, Any]]] = {
    "drill_started": _clock,
    "drill_paused": _clock,
    "drill_stopped": _clock,
    "drill_resumed": _clock,
    "drill_ended": _clock,
    "speed_changed": _clock,
    "outage_ended": _outage,
    "inject_delivered": _delivered,
    "inject_received": _cell,
    "inject_opened": _cell,
    "inject_declined": _cell,
    "inject_lapsed": _cell,
    "inject_withdrawn": _cell,
    "inject_voided": _cell,
    "inject_held": _cell,
    "inject_released": _cell,
    "inject_skipped": _cell,
    "response_received": _answer,
    "response_taken_over": _answer,
    "response_late": _answer,
    "response_proposed": _proposed,
    "participant_joined": _member,
    "participant_returned": _member,
    "participant_changed": _member,
    "participant_moved": _member,
    "participant_removed": _member,
    "seats_taken": _member,
    "team_connected": _team,
    "team_disconnected": _team,
    "team_renamed": _team,
    "rating_given": _rating,
}
