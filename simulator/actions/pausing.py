"""The wish for a pause: hers alone. Facilitators hear how many ask, nobody hears who, and no log tells of it."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from simulator.actions.joining import own_scene
from simulator.actor import Actor
from simulator.reading.pauses import count_pauses
from simulator.rows import PauseRequest
from simulator.scene import open_scene
from simulator.whispering import facilitators_room, whisper


def ask_pause(session: Session, now: datetime, actor: Actor) -> None:
    """Ask for a pause; no reason is asked, and who already waits goes on waiting."""
    scene, participant = own_scene(session, now, actor)
    own = PauseRequest.participant_id == participant.id
    if session.scalar(select(PauseRequest.id).where(own, PauseRequest.answered_at.is_(None))) is not None:
        return
    # One row a person and no history: how often somebody needed a pause is nobody's business.
    session.execute(delete(PauseRequest).where(own))
    session.add(PauseRequest(drill_id=scene.drill.id, participant_id=participant.id, asked_at=now))
    _tell_count(session, scene.drill.id)


def take_back_pause(session: Session, now: datetime, actor: Actor) -> None:
    """Take the wish back, or let it go once it was seen; nothing of it is left."""
    scene, participant = own_scene(session, now, actor)
    session.execute(delete(PauseRequest).where(PauseRequest.participant_id == participant.id))
    _tell_count(session, scene.drill.id)


def see_pauses(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """Let all who ask know that the facilitators have seen it."""
    open_scene(session, now, actor, drill_id)
    waiting = (PauseRequest.drill_id == drill_id, PauseRequest.answered_at.is_(None))
    asked = session.scalars(select(PauseRequest.participant_id).where(*waiting)).all()
    session.execute(update(PauseRequest).where(*waiting).values(answered_at=now))
    for participant_id in asked:
        whisper(session, f"participant:{participant_id}", "pause_seen", pause="seen")
    _tell_count(session, drill_id)


def _tell_count(session: Session, drill_id: str) -> None:
    session.flush()
    whisper(session, facilitators_room(drill_id), "pauses_changed", count=count_pauses(session, drill_id))
