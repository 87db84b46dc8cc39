"""Rating a response or an application, and publishing what follows from all ratings."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.opening import open_desk
from simulator.desk.rating import give_rating
from simulator.ending import hotwashes_ahead
from simulator.reading.results import standings_of
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
    """Make the standings a fact of the log; refused until every counted response has its ratings.

    A person or a script types the drill's *name* again; the program itself need not.
    """
    scene = open_scene(session, now, actor, drill_id)
    if name is not None:
        scene.require_name(name)
    scene.require_state("ended")
    if scene.drill.published_at is not None:
        raise Refusal("already_done", inject=scene.drill.name)
    standings = standings_of(session, scene.drill)
    if not standings:
        raise Refusal("drill_not_rated")
    # Where a deadline still runs, an answer can still come, or change: the team counts as one that waits.
    playing = [team_id for team_id, _opens_at in hotwashes_ahead(session, scene.drill)]
    waiting = [one for one in standings if one.rated < one.of or one.team in playing]
    if waiting:
        missing = sum(max(one.of - one.rated, one.team in playing) for one in waiting)
        raise Refusal("ratings_missing", missing=missing, teams=len(waiting))
    scene.drill.published_at = now
    places = [{"team": s.team, "place": s.place, "score": None if s.score is None else str(s.score)} for s in standings]
    scene.tell("standings_published", standings=places)
