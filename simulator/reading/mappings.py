"""What somebody of the staff has said of the columns of lists, for whoever imports the next one of their shape: her."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.rows import ColumnMapping


def own_mappings(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give the actor's own mappings, the latest used first: ``signature``, ``mapping``, ``used_at``."""
    query = select(ColumnMapping).where(ColumnMapping.account_id == actor.id)
    found = session.scalars(query.order_by(ColumnMapping.used_at.desc(), ColumnMapping.signature))
    return [{"signature": one.signature, "mapping": dict(one.mapping), "used_at": one.used_at} for one in found]
