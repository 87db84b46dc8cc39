"""Who may speak for the lead: she herself, or a deputy while she is away."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.scenario import Scenario
from simulator.rows import Participant, SeatHolder
from simulator.scene import Scene

ABSENCE = timedelta(seconds=60)


def acts_as_lead(scene: Scene, participant: Participant, seat: str) -> bool:
    """Say whether *participant* holds *seat*, or a deputy's while nobody in *seat* has been there for a minute.

    The word of a seat that nobody holds is the lead's (rules.md 2).
    """
    held = seats_of(scene, participant.team_id)
    seat = seat if seat in held else scene.scenario.lead
    if participant.id in held.get(seat, ()):
        return True
    if any(_is_here(scene, holder) for holder in held.get(seat, ())):
        return False
    deputies = [name for name, described in scene.scenario.seats.items() if described.deputy]
    return any(participant.id in held.get(deputy, ()) for deputy in deputies)


def speaks_for_team(session: Session, scenario: Scenario, participant: Participant) -> bool:
    """Say whether *participant* acts for her team after play, when nobody sits at a screen any more.

    The lead does; where nobody holds her seat a deputy, and where there is none either, anybody of the team.
    """
    held = _seats_of(session, participant.team_id)
    deputies = {who for name, seat in scenario.seats.items() if seat.deputy for who in held.get(name, ())}
    may = set(held.get(scenario.lead, ())) or deputies
    return not may or participant.id in may


def seats_of(scene: Scene, team_id: str) -> dict[str, list[str]]:
    """Give the holders of each seat of a team that somebody holds."""
    return _seats_of(scene.session, team_id)


def _seats_of(session: Session, team_id: str) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for row in session.scalars(select(SeatHolder).where(SeatHolder.team_id == team_id)):
        held.setdefault(row.seat, []).append(row.participant_id)
    return held


def _is_here(scene: Scene, participant_id: str) -> bool:
    away_since = scene.session.get_one(Participant, participant_id).away_since
    return away_since is None or scene.now - away_since < ABSENCE
