"""Rating a response or an application, and publishing what follows from all ratings."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.opening import open_desk
from simulator.desk.rating import give_rating
from simulator.publishing import publish_at_once
from simulator.refusal import Refusal
from simulator.rows import Response
from simulator.scene import open_scene


def rate_response(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, response_id: str, criterion: str,
    level: str | None, sentence: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Give a level to one criterion of a response; an empty level means *not observed* and needs a sentence.

    A later rating by the same evaluator replaces the earlier one; every version is kept.
    """
    ground, desk = open_desk(session, now, actor, drill_id=drill_id)
    response = session.get(Response, response_id)
    content = response.content if response is not None else {}
    return give_rating(ground, desk, response_id, content, criterion, level, sentence)


def rate_application(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str, application_id: str,
    criterion: str, level: str | None, sentence: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Give a level to one criterion of an application, under the same rules as a response."""
    ground, desk = open_desk(session, now, actor, drill_id=None, programme_id=programme_id, stage=stage)
    if not isinstance(desk, MeritDesk):
        raise Refusal("not_found")
    content = desk.version_of(application_id).content
    return give_rating(ground, desk, application_id, content, criterion, level, sentence)


def publish_standings(session: Session, now: datetime, actor: Actor, *, drill_id: str, name: str | None = None) -> None:
    """Make the standings a fact of the log in one step; refused until every counted response has its ratings.

    So it is where nobody has asked for two people (`simulator/publishing.py`). A person or a script types the drill's
    *name* again; the program itself need not.
    """
    scene = open_scene(session, now, actor, drill_id)
    if name is not None:
        scene.require_name(name)
    publish_at_once(scene)
