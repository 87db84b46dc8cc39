"""Whether a serving process can do its work: the database answers, has this version's schema, and a clock that runs."""

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import text
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.terms import last_sign
from simulator.upgrading import newest_schema

# The owner notes that it lives each half second, on SQLite each five; beyond these another one should have it.
LONGEST_SILENCE = {"postgresql": timedelta(seconds=5), "sqlite": timedelta(seconds=12)}


_newest = cache(newest_schema)


def readiness(session: Session, now: datetime, actor: Actor) -> list[str]:
    """Name what is missing: ``schema``, or ``clock``; nothing where all is there. A database that is away raises."""
    if session.scalar(text("SELECT version_num FROM alembic_version")) != _newest():
        return ["schema"]
    sign = last_sign(session)
    lives = sign is not None and not sign.ended
    if not lives or sign is None or abs(sign.age) > LONGEST_SILENCE[session.get_bind().dialect.name]:
        return ["clock"]
    return []
