"""What bot evaluators owe: a rating of every response of a bot team, on every criterion, once it is ready."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from simulator.actions.rating import rate_response
from simulator.actor import Actor
from simulator.bots.move import Move
from simulator.bots.pacing import rating_pace
from simulator.bots.rating import level_given, sentence_given
from simulator.bots.script import Script
from simulator.desk.drill_desk import ready_from
from simulator.frozen import rated_criteria
from simulator.permission import EVALUATOR
from simulator.rows import Account, Delivery, Drill, Grant, Rating, Response, Team


def rating_moves(session: Session, script: Script, drill: Drill) -> Iterator[Move]:
    """Give what the bot evaluators of a drill owe, whenever it is due."""
    evaluators = _evaluators(session, drill)
    if not evaluators or script.scenario.rubric is None:
        return
    responses, rated = _responses(session, drill), rated_criteria(session, drill.scenario_digest)
    for number, evaluator in enumerate(evaluators):
        given = _given(session, drill, evaluator)
        for row in responses:
            for place, criterion in enumerate(rated.get(row.inject, ())):
                if (row.id, criterion) not in given:
                    pace = rating_pace(script.seed, number, row.team, row.inject)
                    facts = partial(_facts, script, drill.id, number, evaluator.language, row, criterion)
                    order = (row.place, row.team, 10 + place)
                    yield Move(_ready_at(row) + pace, order, rate_response, evaluator, facts)


def _evaluators(session: Session, drill: Drill) -> list[Actor]:
    here = or_(Grant.scope == f"drill:{drill.id}", Grant.scope == "all")
    query = (
        select(Account.id, Account.name, Account.language)
        .join(Grant, Grant.account_id == Account.id)
        .where(Account.bot, Grant.role == EVALUATOR, here, Account.disabled_at.is_(None))
        .order_by(Account.email)
    )
    grants = frozenset({(EVALUATOR, f"drill:{drill.id}")})
    return [
        Actor("account", row.id, name=row.name, language=row.language, grants=grants) for row in session.execute(query)
    ]


def _responses(session: Session, drill: Drill) -> list[Row[Any]]:
    query = (
        select(
            Response.id, Response.content, Delivery.inject, Delivery.position.label("place"),
            Team.position.label("team"), Delivery.final, Delivery.deadline_at, Delivery.answered_at,
            Response.received_at,
        )
        .join(Delivery, Delivery.id == Response.delivery_id)
        .join(Team, Team.id == Delivery.team_id)
        .where(Delivery.drill_id == drill.id, Delivery.state == "answered", Team.bot)
        .where(Response.current, Response.erased_at.is_(None))
    )  # fmt: skip
    return list(session.execute(query))


def _given(session: Session, drill: Drill, evaluator: Actor) -> set[tuple[str, str]]:
    query = (
        select(Rating.response_id, Rating.criterion)
        .join(Response, Response.id == Rating.response_id)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .where(Delivery.drill_id == drill.id, Rating.account_id == evaluator.id, Rating.current)
    )
    return {(row.response_id, row.criterion) for row in session.execute(query)}


def _ready_at(row: Row[Any]) -> timedelta:
    return ready_from(row.final, row.deadline_at, row.received_at)


def _facts(
    script: Script, drill_id: str, number: int, language: str, row: Row[Any], criterion: str
) -> Mapping[str, Any]:
    aimed = script.level(row.team, row.inject)
    level = level_given(aimed, script.top, script.seed, number, row.team, row.inject, criterion)
    inject = script.injects[row.inject]
    return {
        "drill_id": drill_id, "response_id": row.id, "criterion": criterion, "level": script.scenario.levels[level],
        "sentence": sentence_given(script.scenario, inject, criterion, level, row.content, language),
    }  # fmt: skip
