"""What a drill's print pack is made of: its frozen scenario with the files, its teams, and who reads which language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.reading.console import drill_row
from simulator.rows import AttachmentFile, Drill, Participant, SeatHolder, Team


def print_pack(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give the scenario itself, its files by name, and the teams in their order, with the languages of their seats.

    A seat has a language where all who hold it read the same. No name of a person and no blind code is among it:
    paper goes through many hands.
    """
    drill = drill_row(session, drill_id)
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "state": drill.state, "rehearsal": drill.rehearsal,
            "ai_allowed": drill.ai_allowed, "time_zone": drill.time_zone, "language": drill.language,
            "started_at": drill.started_at,
        },
        "scenario": scenario_of(session, drill.scenario_digest),
        "files": _files(session, drill),
        "teams": _teams(session, drill),
    }  # fmt: skip


def _files(session: Session, drill: Drill) -> Mapping[str, bytes]:
    query = select(AttachmentFile.name, AttachmentFile.content)
    return dict(session.execute(query.where(AttachmentFile.scenario_digest == drill.scenario_digest)).all())


def _teams(session: Session, drill: Drill) -> list[dict[str, Any]]:
    seats = _languages_of_seats(session, drill)
    teams = session.scalars(select(Team).where(Team.drill_id == drill.id).order_by(Team.position))
    return [
        {
            "id": team.id, "name": team.name, "language": team.language, "bot": team.bot,
            "seats": {seat: next(iter(read)) for seat, read in seats.get(team.id, {}).items() if len(read) == 1},
        }
        for team in teams
    ]  # fmt: skip


def _languages_of_seats(session: Session, drill: Drill) -> dict[str, dict[str, set[str]]]:
    query = (
        select(SeatHolder.team_id, SeatHolder.seat, Participant.language)
        .join(Participant, Participant.id == SeatHolder.participant_id)
        .join(Team, Team.id == SeatHolder.team_id)
        .where(Team.drill_id == drill.id, Participant.removed_at.is_(None))
    )
    found: dict[str, dict[str, set[str]]] = {}
    for team_id, seat, language in session.execute(query):
        found.setdefault(team_id, {}).setdefault(seat, set()).add(language)
    return found
