"""Rating a response, and publishing what follows from all ratings."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.ending import hotwashes_ahead
from simulator.frozen import rated_criteria
from simulator.reading.desk import is_in_queue_of, is_ready_to_rate
from simulator.reading.results import standings_of
from simulator.refusal import Refusal
from simulator.rows import Delivery, Rating, Response
from simulator.scene import Scene, open_scene

LONGEST_SENTENCE = 1000


def rate_response(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, response_id: str, criterion: str,
    level: str | None, sentence: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Give a level to one criterion of a response; an empty level means *not observed* and needs a sentence.

    A later rating by the same evaluator replaces the earlier one; every version is kept.
    """
    scene = open_scene(session, now, actor, drill_id)
    response, delivery = _rateable(scene, response_id)
    rubric = scene.scenario.rubric
    if rubric is None or criterion not in rated_criteria(session, scene.drill.scenario_digest).get(delivery.inject, ()):
        raise Refusal("criterion_not_rated", criterion=criterion)
    if level is not None and level not in rubric.levels:
        raise Refusal("level_outside_rubric", level=level, levels=", ".join(rubric.levels))
    words = sentence.strip()
    if level is None and not words:
        raise Refusal("sentence_missing")
    if len(words) > LONGEST_SENTENCE:
        raise Refusal("sentence_too_long", longest=LONGEST_SENTENCE)
    if scene.drill.published_at is not None:
        raise Refusal("standings_are_published")
    before = _current_rating(scene, response, criterion)
    if before is not None and (before.level, before.sentence) == (level, words):
        # A browser that did not hear our answer says the same again: nothing new was said.
        return {"version": before.version}
    rating = _replace(scene, before, response, criterion, level, words)
    scene.tell(
        "rating_given", team=delivery.team_id, response=response.id, criterion=criterion, level=level,
        version=rating.version,
    )  # fmt: skip
    return {"version": rating.version}


def _rateable(scene: Scene, response_id: str) -> tuple[Response, Delivery]:
    response = scene.session.get(Response, response_id)
    delivery = scene.session.get(Delivery, response.delivery_id) if response else None
    if response is None or delivery is None or delivery.drill_id != scene.drill.id:
        raise Refusal("not_found")
    if not is_in_queue_of(scene.session, scene.actor, delivery):
        raise Refusal("not_found")
    if response.erased_at is not None:
        raise Refusal("response_erased")
    if not is_ready_to_rate(response, delivery, scene.time):
        raise Refusal("response_not_ready")
    return response, delivery


def _current_rating(scene: Scene, response: Response, criterion: str) -> Rating | None:
    return scene.session.scalar(
        select(Rating).where(
            Rating.response_id == response.id, Rating.criterion == criterion,
            Rating.account_id == scene.actor.id, Rating.current,
        )
    )  # fmt: skip


def _replace(
    scene: Scene, before: Rating | None, response: Response, criterion: str, level: str | None, sentence: str
) -> Rating:
    version = 1
    if before is not None:
        before.current, version = False, before.version + 1
        scene.session.flush()
    rating = Rating(
        response_id=response.id, criterion=criterion, account_id=scene.actor.id, version=version,
        level=level, sentence=sentence, given_at=scene.now,
    )  # fmt: skip
    scene.session.add(rating)
    return rating


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
