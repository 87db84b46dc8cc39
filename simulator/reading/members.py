"""Who is in a team, with their seats, and whether they are there."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.rows import Participant, SeatHolder


def members_view(session: Session, team_id: str) -> list[dict[str, Any]]:
    """Give who is in a team, in the order they joined, with their seats and whether they are there."""
    return members_of(session, [team_id])[team_id]


def members_of(session: Session, team_ids: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Give by team what `members_view` gives of one."""
    seats: dict[tuple[str, str], list[str]] = {}
    held = select(SeatHolder.team_id, SeatHolder.participant_id, SeatHolder.seat)
    for team_id, participant_id, seat in session.execute(held.where(SeatHolder.team_id.in_(team_ids))):
        seats.setdefault((team_id, participant_id), []).append(seat)
    there = select(Participant.team_id, Participant.id, Participant.name, Participant.away_since)
    there = there.where(Participant.team_id.in_(team_ids), Participant.removed_at.is_(None))
    members: dict[str, list[dict[str, Any]]] = {team_id: [] for team_id in team_ids}
    for team_id, participant_id, name, away_since in session.execute(
        there.order_by(Participant.joined_at, Participant.id)
    ):
        member_seats = seats.get((team_id, participant_id), [])
        members[team_id].append({"id": participant_id, "name": name, "seats": member_seats, "here": away_since is None})
    return members
