"""The house's own log: what happened to accounts, rights and programmes; ids only, for the audit."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import append
from simulator.kinds import HOUSE_STREAM


def tell_house(session: Session, now: datetime, actor: Actor, kind: str, **payload: Any) -> None:
    """Append a row to the house's chain; nobody is told of it. The payload holds ids and states, never words."""
    append(session, stream=HOUSE_STREAM, kind=kind, actor=str(actor), wall_time=now, payload=payload)
