"""Open sessions: one begins with a new token, and ends at a word of its owner or of whoever takes her out."""

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import new_token, token_digest
from simulator.leaving import close_sockets, end_sessions
from simulator.refusal import Refusal
from simulator.rows import Account, Application, Participant, WebSession
from simulator.session_life import SEEN_EVERY, SESSION_LIFE
from simulator.telling import tell_house

LONGEST_BROWSER = 80


def open_account_session(session: Session, now: datetime, actor: Actor, *, account_id: str, browser: str = "") -> str:
    """Open a session for an account that has proved itself; gives its token, of which a digest is kept.

    *browser* is a short name such as ``Firefox, Android``, by which its owner knows it again.
    """
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None:
        raise Refusal("not_found")
    tell_house(session, now, actor, "session_opened", account=account_id)
    return _new_session(session, now, browser, account_id=account_id)


def open_participant_session(
    session: Session, now: datetime, actor: Actor, *, participant_id: str, browser: str = ""
) -> str:
    """Open a session for a participant who has just joined or come back; gives its token."""
    participant = session.get(Participant, participant_id)
    if participant is None or participant.removed_at is not None:
        raise Refusal("not_found")
    return _new_session(session, now, browser, participant_id=participant_id)


def open_applicant_session(
    session: Session, now: datetime, actor: Actor, *, application_id: str, browser: str = ""
) -> str:
    """Open a session for the lead of an application who has just begun or come back; gives its token."""
    application = session.get(Application, application_id)
    if application is None or application.erased_at is not None:
        raise Refusal("not_found")
    return _new_session(session, now, browser, application_id=application_id)


def _new_session(session: Session, now: datetime, browser: str, **whose: str) -> str:
    token = new_token()
    session.add(
        WebSession(
            token_digest=token_digest(token), browser=browser[:LONGEST_BROWSER], created_at=now, seen_at=now,
            expires_at=now + SESSION_LIFE, **whose,
        )
    )  # fmt: skip
    return token


def close_session(session: Session, now: datetime, actor: Actor, *, token: str) -> None:
    """End one session and its sockets; an unknown token is as good as ended."""
    row = session.get(WebSession, token_digest(token))
    if row is not None and row.revoked_at is None:
        row.revoked_at = now
        close_sockets(session, now, _owner(row), row.id)


def end_own_session(session: Session, now: datetime, actor: Actor, *, session_id: str) -> None:
    """End one of the actor's own sessions, wherever it is open."""
    wanted = select(WebSession).where(WebSession.id == session_id, WebSession.account_id == actor.id)
    row = session.scalar(wanted)
    if row is None:
        raise Refusal("not_found")
    if row.revoked_at is None:
        row.revoked_at = now
        close_sockets(session, now, str(actor), row.id)


def end_own_other_sessions(session: Session, now: datetime, actor: Actor) -> int:
    """End all sessions of the actor but the one she asks by; gives how many."""
    return end_sessions(session, now, str(actor), except_for=actor.session_id)


def end_account_sessions(session: Session, now: datetime, actor: Actor, *, account_id: str) -> int:
    """End all sessions of an account; gives how many. Who may still come in signs in again."""
    if session.get(Account, account_id) is None:
        raise Refusal("not_found")
    ended = end_sessions(session, now, f"account:{account_id}")
    tell_house(session, now, actor, "sessions_ended", account=account_id, ended=ended)
    return ended


def end_account_session(session: Session, now: datetime, actor: Actor, *, account_id: str, session_id: str) -> None:
    """End one session of an account; one that is over stays so."""
    wanted = select(WebSession).where(WebSession.id == session_id, WebSession.account_id == account_id)
    row = session.scalar(wanted)
    if row is None:
        raise Refusal("not_found")
    if row.revoked_at is None:
        row.revoked_at = now
        close_sockets(session, now, f"account:{account_id}", row.id)
        tell_house(session, now, actor, "sessions_ended", account=account_id, ended=1)


def note_seen(session: Session, now: datetime, actor: Actor, *, session_id: str) -> None:
    """Note that a session is in use, at most once in five minutes."""
    long_ago = or_(WebSession.seen_at.is_(None), WebSession.seen_at <= now - SEEN_EVERY)
    session.execute(update(WebSession).where(WebSession.id == session_id, long_ago).values(seen_at=now))


def renew_token(session: Session, now: datetime, actor: Actor) -> str:
    """Give the session the actor asks by another token; the one before opens nothing any more.

    Its sockets close too: one may be a stranger's who had the token before. Her own pages come back by themselves.
    """
    token = new_token()
    close_sockets(session, now, str(actor), actor.session_id)
    session.execute(
        update(WebSession).where(WebSession.id == actor.session_id).values(token_digest=token_digest(token))
    )
    return token


def _owner(row: WebSession) -> str:
    if row.application_id:
        return f"applicant:{row.application_id}"
    return f"account:{row.account_id}" if row.account_id else f"participant:{row.participant_id}"
