"""What a bundle can be made of, for the shell: drills and programmes by id and name."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.rows import Drill, Programme


def bundle_subjects(session: Session, now: datetime, actor: Actor) -> list[dict[str, str]]:
    """Give every drill and programme: ``{what, id, name}``, by name."""
    found = [{"what": "programme", "id": one.id, "name": one.name} for one in session.scalars(select(Programme))]
    found += [{"what": "drill", "id": one.id, "name": one.name} for one in session.scalars(select(Drill))]
    return sorted(found, key=lambda one: (one["name"], one["what"], one["id"]))
