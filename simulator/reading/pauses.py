"""How many ask for a pause, for those who run the drill; and for herself how her own wish stands."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import Drill, Participant, PauseRequest


def pauses_waiting(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> int:
    """Give how many people of a drill ask for a pause and wait for a word; never who."""
    if session.get(Drill, drill_id) is None:
        raise Refusal("not_found")
    return count_pauses(session, drill_id)


def count_pauses(session: Session, drill_id: str) -> int:
    """Count the wishes nobody has answered yet, of people who are still in the drill."""
    waiting = (
        select(func.count())
        .select_from(PauseRequest)
        .join(Participant, Participant.id == PauseRequest.participant_id)
        .where(PauseRequest.drill_id == drill_id, PauseRequest.answered_at.is_(None), Participant.removed_at.is_(None))
    )
    return session.scalar(waiting) or 0


def own_pause(session: Session, participant_id: str) -> str | None:
    """Say how her own wish stands: ``asked``, ``seen``, or None where there is none."""
    found = session.execute(
        select(PauseRequest.answered_at).where(PauseRequest.participant_id == participant_id)
    ).one_or_none()
    if found is None:
        return None
    return "asked" if found.answered_at is None else "seen"
