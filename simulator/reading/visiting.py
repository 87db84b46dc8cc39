"""Who is on a line: the holder of a session with the instant it ends, and whose lines must close."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import token_digest
from simulator.kinds import team_reader
from simulator.reading.people import find_actor
from simulator.rows import Departure, Reader, WebSession


@dataclass(frozen=True)
class Visitor:
    """The holder of an open session, when it ends by itself, and how far the count of a participant's team has come."""

    actor: Actor
    ends_at: datetime
    n: int


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
    count = select(Reader.n).where(Reader.name == team_reader(found.team_id or ""))
    n = session.scalar(count) if found.kind == "participant" else None
    return Visitor(found, session.get_one(WebSession, token_digest(token)).expires_at, n or 0)


def departures_since(session: Session, now: datetime, actor: Actor, *, since: datetime) -> list[Leaver]:
    """Give whose sockets must close by what was committed from *since* on.

    Numbers are given out before the commit, and commits may pass each other: who asks again asks for a while that
    overlaps with the last one, and knows by their numbers what it has done.
    """
    rows = session.scalars(select(Departure).where(Departure.at >= since).order_by(Departure.id))
    return [Leaver(row.id, row.at, row.actor, row.session_id) for row in rows]
