"""Who must leave: the sessions that end with this commit, and the sockets that every server process closes for it."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from simulator.rows import Departure, WebSession
from simulator.whispering import whisper

KEPT = timedelta(hours=1)
# The process that acted hears at once that there is something to read; the others look twice a second.
DEPARTURES = "departures"


def close_sockets(session: Session, now: datetime, who: str, session_id: str | None = None) -> None:
    """Let every server process close the sockets of *who* (``account:<id>``), or only those of one session.

    Whoever may still come in comes back by herself, with what she may see by then.
    """
    session.add(Departure(actor=who, session_id=session_id, at=now))
    whisper(session, DEPARTURES, "left")


def end_sessions(session: Session, now: datetime, who: str, *, except_for: str | None = None) -> int:
    """End the open sessions of *who*, and their sockets; gives how many. One session may be left."""
    kind, _sign, whose = who.partition(":")
    columns = {"account": WebSession.account_id, "applicant": WebSession.application_id}
    column = columns.get(kind, WebSession.participant_id)
    wanted = select(WebSession.id).where(column == whose, WebSession.revoked_at.is_(None))
    ids = [one for one in session.scalars(wanted) if one != except_for]
    session.execute(update(WebSession).where(WebSession.id.in_(ids)).values(revoked_at=now))
    for one in ids:
        close_sockets(session, now, who, one)
    return len(ids)
