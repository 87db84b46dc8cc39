"""What a bundle can be made of, and what its chain ends with now."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.bundle.scope import hides_names, scope_of
from simulator.chain import check_chain
from simulator.rows import Drill, Programme


def bundle_subjects(session: Session, now: datetime, actor: Actor) -> list[dict[str, str]]:
    """Give every drill and programme: ``{what, id, name}``, by name."""
    found = [{"what": "programme", "id": one.id, "name": one.name} for one in session.scalars(select(Programme))]
    found += [{"what": "drill", "id": one.id, "name": one.name} for one in session.scalars(select(Drill))]
    return sorted(found, key=lambda one: (one["name"], one["what"], one["id"]))


def bundle_page(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None
) -> dict[str, Any]:
    """Give what an organizer sees before she takes a bundle: what it is of, and its own chain computed anew."""
    scope = scope_of(session, drill_id=drill_id, programme_id=programme_id)
    found = check_chain(session, scope.streams[0])
    if scope.programme:
        of = {"what": "programme", "name": session.get_one(Programme, scope.programme).name, "rehearsal": False}
    else:
        drill = session.get_one(Drill, scope.drills[0])
        of = {"what": "drill", "name": drill.name, "rehearsal": drill.rehearsal}
    return {
        "of": {**of, "id": scope.programme or scope.drills[0]}, "drills": len(scope.drills),
        "blind": hides_names(session, scope),
        "chain": {"length": found.length, "hash": found.hash, "broken_at": found.broken_at},
    }  # fmt: skip
