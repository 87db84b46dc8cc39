"""Which desk is meant, and the way to it: locked for an action, as it is for a view."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.desk import Desk
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.merit_desk import MeritDesk
from simulator.programme_scene import ProgrammeScene
from simulator.refusal import Refusal
from simulator.rows import Drill, Programme
from simulator.scene import Scene
from simulator.two_people import Ground, open_ground


def open_desk(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None, programme_id: str | None = None,
    stage: str | None = None,
) -> tuple[Ground, Desk]:  # fmt: skip
    """Lock what a desk belongs to for the rest of the transaction; refuse a desk that is not there."""
    _scope, ground = open_ground(session, now, actor, drill_id=drill_id, programme_id=programme_id)
    if isinstance(ground, Scene):
        return ground, DrillDesk(session, now, ground.drill)
    return ground, MeritDesk(session, now, ground.programme, stage or "")


def desk_of(
    session: Session, now: datetime, *, drill_id: str | None = None, programme_id: str | None = None,
    stage: str | None = None,
) -> Desk:  # fmt: skip
    """Find a desk to look at; refuse one that is not there."""
    drill = session.get(Drill, drill_id) if drill_id else None
    if drill is not None:
        return DrillDesk(session, now, drill)
    programme = session.get(Programme, programme_id) if programme_id and not drill_id else None
    if programme is None:
        raise Refusal("not_found")
    return MeritDesk(session, now, programme, stage or "")


def tell(ground: Ground, desk: Desk, kind: str, *, whose: str | None = None, **payload: Any) -> None:
    """Append a row to the log of the drill or the programme; *whose* is the team or the application it concerns."""
    if isinstance(ground, ProgrammeScene):
        about = {} if whose is None else {"application": whose}
        return ground.tell(kind, desk=desk.name, **about, **payload)
    return ground.tell(kind, team=whose, **payload)
