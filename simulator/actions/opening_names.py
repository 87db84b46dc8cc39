"""Opening the names behind blind codes where responses resemble each other: deliberately, and noted."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.reading.similar import may_open, names_opened
from simulator.refusal import Refusal
from simulator.scene import open_scene


def open_names(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> None:
    """Show from now on which teams' responses resemble each other; refused before the register is closed."""
    scene = open_scene(session, now, actor, drill_id)
    if not may_open(scene.drill):
        raise Refusal("register_not_closed")
    if not names_opened(session, scene.drill):
        scene.tell("names_opened")
