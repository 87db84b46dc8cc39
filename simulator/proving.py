"""Whether it is she herself who sits there: by the password she has just typed, or by a sign-in a moment ago.

A browser that somebody left open must not be enough to lock its owner out (OWASP ASVS 5.0, 7.5.1).
"""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import Account, WebSession

FRESH = timedelta(minutes=5)


def has_just_signed_in(session: Session, actor: Actor, now: datetime) -> bool:
    """Say whether the session the actor asks by was opened less than `FRESH` ago."""
    began = session.scalar(select(WebSession.created_at).where(WebSession.id == actor.session_id))
    return began is not None and now - began < FRESH


def require_herself(session: Session, actor: Actor, now: datetime, known_hash: str | None) -> None:
    """Refuse whoever has neither just signed in nor typed a password; *known_hash* is the one that was checked."""
    if known_hash is None:
        if not has_just_signed_in(session, actor, now):
            raise Refusal("password_needed")
    elif session.get_one(Account, actor.id).password_hash != known_hash:
        raise Refusal("password_wrong")
