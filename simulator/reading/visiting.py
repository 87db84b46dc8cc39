"""Who is on a line: the holder of a session with the instant it ends, and whose lines must close."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import token_digest
from simulator.reading.people import find_actor
from simulator.rows import Departure, WebSession


@dataclass(frozen=True)
class Visitor:
    """The holder of an open session, and when it ends by itself."""

    actor: Actor
    ends_at: datetime


@dataclass(frozen=True)
class Leaver:
    """Whose sockets must close: ``account:<id>`` or ``participant:<id>``, in one session or in all."""

    id: int
    at: datetime
    who: str
    session_id: str | None


def find_visitor(session: Session, now: datetime, actor: Actor, *, token: str) -> Visitor | None:
    """Give who holds a session's token, and until when; None where it is over."""
    found = find_actor(session, now, actor, token=token)
    if found is None:
        return None
    return Visitor(found, session.get_one(WebSession, token_digest(token)).expires_at)


def departures_since(session: Session, now: datetime, actor: Actor, *, since: datetime) -> list[Leaver]:
    """Give whose sockets must close by what was committed from *since* on.

    Numbers are given out before the commit, and commits may pass each other: who asks again asks for a while that
    overlaps with the last one, and knows by their numbers what it has done.
    """
    rows = session.scalars(select(Departure).where(Departure.at >= since).order_by(Departure.id))
    return [Leaver(row.id, row.at, row.actor, row.session_id) for row in rows]
