"""Which levels of a drill count: in force, none that others still wait for, after an appeal the better ones."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.quality import qualities_by_criterion, rated_quality
from scoring.rubric import Rubric
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.queue import APPEAL
from simulator.desk.rating_state import awaited
from simulator.rows import Appeal, Assignment, Delivery, Drill, Rating, Response

# criterion → evaluator → level 0…top, None for *not observed*
ByEvaluator = Mapping[str, Mapping[str, int | None]]
Place = tuple[str, str]
RERATERS = 2


def counted_levels(session: Session, drill: Drill) -> dict[str, dict[str, dict[str, int | None]]]:
    """Give, by current response, the levels that count; one that waits for a third or a reopened rating has none."""
    desk = DrillDesk(session, drill.created_at, drill)
    places = {level: place for place, level in enumerate(desk.levels)}
    query = (
        select(Response.id, Delivery.team_id, Delivery.inject, Rating.criterion, Rating.account_id, Rating.level)
        .join(Rating, Rating.response_id == Response.id)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .where(Delivery.drill_id == drill.id, Response.current, Rating.current)
        .order_by(Rating.account_id)
    )
    place_of: dict[str, Place] = {}
    given: dict[str, dict[str, dict[str, int | None]]] = {}
    for response, team, inject, criterion, account, level in session.execute(query):
        place_of[response] = (team, inject)
        given.setdefault(response, {}).setdefault(criterion, {})[account] = None if level is None else places[level]
    asked, upheld = appealed(session, drill), upheld_places(session, drill)
    rubric = desk.scenario.rubric.rubric if desk.scenario.rubric else None
    waiting = awaited(desk)
    return {
        response: chosen(rubric, by, asked.get(place_of[response], frozenset()), place_of[response] in upheld)
        for response, by in given.items()
        if response not in waiting
    }


def appealed(session: Session, drill: Drill) -> dict[Place, frozenset[str]]:
    """Give, by team and inject, who was asked to rate it again on an appeal."""
    query = select(Assignment).where(Assignment.desk == f"drill:{drill.id}", Assignment.purpose == APPEAL)
    found: dict[Place, frozenset[str]] = {}
    for one in session.scalars(query):
        place = (one.team_id or "", one.inject or "")
        found[place] = found.get(place, frozenset()) | {one.account_id}
    return found


def upheld_places(session: Session, drill: Drill) -> frozenset[Place]:
    """Give the team and inject of each appeal that was upheld."""
    query = select(Appeal.team_id, Appeal.inject).where(Appeal.scope == f"drill:{drill.id}", Appeal.state == "upheld")
    return frozenset((team, inject) for team, inject in session.execute(query) if team and inject)


def chosen(
    rubric: Rubric | None, by: ByEvaluator, again: Iterable[str], upheld: bool
) -> dict[str, dict[str, int | None]]:
    """Give the first levels, or those given *again* where the appeal is upheld and they are better (rules.md 32).

    A response that nobody had rated before has only those given again.
    """
    asked = set(again)
    first, second = _of(by, asked, among=False), _of(by, asked, among=True)
    if not first or (upheld and rubric is not None and is_better(rubric, second, first)):
        return second
    return first


def came_to_more(rubric: Rubric, by: ByEvaluator, again: Iterable[str]) -> bool:
    """Say whether those who rated again came to more than the first, or to anything where there was nothing."""
    asked = set(again)
    first, second = _of(by, asked, among=False), _of(by, asked, among=True)
    return bool(second) and (not first or is_better(rubric, second, first))


def _of(by: ByEvaluator, asked: set[str], *, among: bool) -> dict[str, dict[str, int | None]]:
    found = {
        criterion: {account: level for account, level in levels.items() if (account in asked) is among}
        for criterion, levels in by.items()
    }
    return {criterion: levels for criterion, levels in found.items() if levels}


def is_better(rubric: Rubric, second: ByEvaluator, first: ByEvaluator) -> bool:
    """Say whether the levels given again are whole and come to a higher quality; lower ones never count."""
    whole = all(len(second.get(criterion, {})) >= RERATERS for criterion in first)
    if not whole:
        return False
    return (quality_of(rubric, second) or 0) > (quality_of(rubric, first) or 0)


def quality_of(rubric: Rubric, by: ByEvaluator) -> Fraction | None:
    """Give the quality 0…1 that levels come to, None where nothing was observed."""
    ratings = {criterion: tuple(levels.values()) for criterion, levels in by.items()}
    return rated_quality(qualities_by_criterion(ratings, rubric.top), rubric)
