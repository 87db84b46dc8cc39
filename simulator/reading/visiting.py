"""Who is on a line: the holder of a session with the instant it ends, and whose lines must close."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, literal, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import token_digest
from simulator.kinds import team_reader
from simulator.reading.people import find_actor, is_open, participant_as_actor
from simulator.rows import Departure, Participant, Reader, Team, WebSession


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


# Read below the ORM: a thousand people come back at once when a line is mended.
_HELD = (
    select(
        WebSession.id.label("session_id"), WebSession.account_id, WebSession.created_at, WebSession.seen_at,
        WebSession.expires_at, WebSession.revoked_at, Participant.id, Participant.name, Participant.language,
        Participant.removed_at, Participant.team_id, Team.drill_id, Reader.n,
    )
    .outerjoin(Participant, Participant.id == WebSession.participant_id)
    .outerjoin(Team, Team.id == Participant.team_id)
    .outerjoin(Reader, Reader.name == literal(team_reader("")) + Participant.team_id)
    .where(WebSession.token_digest == bindparam("digest"))
)  # fmt: skip


def find_visitor(session: Session, now: datetime, actor: Actor, *, token: str) -> Visitor | None:
    """Give who holds a session's token, and until when; None where it is over."""
    held = session.connection().execute(_HELD, {"digest": token_digest(token)}).first()
    if held is None or not is_open(held, now) or held.removed_at is not None:
        return None
    if held.id is None:
        found = find_actor(session, now, actor, token=token)
    else:
        found = replace(participant_as_actor(held, held.drill_id), session_id=held.session_id)
    return None if found is None else Visitor(found, held.expires_at, held.n or 0)


def departures_since(session: Session, now: datetime, actor: Actor, *, since: datetime) -> list[Leaver]:
    """Give whose sockets must close by what was committed from *since* on.

    Numbers are given out before the commit, and commits may pass each other: who asks again asks for a while that
    overlaps with the last one, and knows by their numbers what it has done.
    """
    rows = session.scalars(select(Departure).where(Departure.at >= since).order_by(Departure.id))
    return [Leaver(row.id, row.at, row.actor, row.session_id) for row in rows]
