"""Programmes: what drills belong to; a role in one is a role in each of its drills."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.kinds import HOUSE_STREAM
from simulator.refusal import Refusal
from simulator.rows import Programme
from simulator.telling import tell_house

LONGEST_NAME = 120


def create_programme(session: Session, now: datetime, actor: Actor, *, name: str) -> str:
    """Make a programme; gives its id."""
    lock_stream(session, HOUSE_STREAM)
    clean = " ".join(name.split())
    if not clean or len(clean) > LONGEST_NAME or not clean.isprintable():
        raise Refusal("programme_needs_name", longest=LONGEST_NAME)
    if clean.casefold() in {taken.casefold() for taken in session.scalars(select(Programme.name))}:
        raise Refusal("programme_name_taken", name=clean)
    programme = Programme(name=clean, created_at=now)
    session.add(programme)
    session.flush()
    tell_house(session, now, actor, "programme_created", programme=programme.id)
    return programme.id
