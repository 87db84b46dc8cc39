"""What a bundle can be made of, and what its chain ends with now."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.chain import check_chain
from simulator.kinds import drill_stream
from simulator.reading.console import drill_row
from simulator.rows import Drill, Programme


def bundle_subjects(session: Session, now: datetime, actor: Actor) -> list[dict[str, str]]:
    """Give every drill and programme: ``{what, id, name}``, by name."""
    found = [{"what": "programme", "id": one.id, "name": one.name} for one in session.scalars(select(Programme))]
    found += [{"what": "drill", "id": one.id, "name": one.name} for one in session.scalars(select(Drill))]
    return sorted(found, key=lambda one: (one["name"], one["what"], one["id"]))


def bundle_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give what an organizer sees before she takes a bundle of a drill: its name, and its chain computed anew."""
    drill, found = drill_row(session, drill_id), check_chain(session, drill_stream(drill_id))
    return {
        "drill": {"id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal},
        "chain": {"length": found.length, "hash": found.hash, "broken_at": found.broken_at},
    }
