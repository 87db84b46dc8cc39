"""What standings follow from, as plain rows and rules: for files that anybody can compute from again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.record import ANSWERED, LATE, Record
from scoring.rules import InjectRule, Rules, Tie
from simulator.actor import Actor
from simulator.counted_ratings import counted_levels
from simulator.frozen import scenario_of
from simulator.records import records_of, rules_of_drill
from simulator.refusal import Refusal
from simulator.rows import Delivery, Drill, Response
from simulator.shown_names import shown_names

Given = dict[tuple[str, str], list[tuple[str, int, str | None]]]


def ratings_table(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give a row per rating (team, inject, criterion, rater, level, value, state, seconds) and the rules of score.

    Raters are numbers, the same evaluator has the same one throughout. A level is None where it was *not observed*;
    where nobody has rated yet, criterion and rater are None too. What was not delivered has no row.
    """
    drill = session.get(Drill, drill_id)
    if drill is None:
        raise Refusal("not_found")
    rules = rules_of_drill(session, drill)
    if rules is None:
        raise Refusal("drill_not_rated")
    names = shown_names(session, drill)
    given = _given(session, drill)
    rows = [row for record in records_of(session, drill) for row in _rows(record, names[record.team], given)]
    return {
        "drill": {"id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal},
        "rows": rows,
        "rules": rules_document(rules, names),
    }


def _given(session: Session, drill: Drill) -> Given:
    levels = counted_levels(session, drill)
    query = select(Response.id, Delivery.team_id, Delivery.inject).join(Delivery).where(Response.id.in_(levels))
    places = {response: (team, inject) for response, team, inject in session.execute(query)}
    raters = {account for by in levels.values() for of in by.values() for account in of}
    number = {account: place for place, account in enumerate(sorted(raters), start=1)}
    rubric = scenario_of(session, drill.scenario_digest).rubric
    names = rubric.levels if rubric else ()
    return {
        places[response]: [
            (criterion, number[account], None if level is None else names[level])
            for criterion, of in sorted(by.items())
            for account, level in of.items()
        ]
        for response, by in levels.items()
    }


def _rows(record: Record, team: str, given: Given) -> Iterable[dict[str, Any]]:
    answered = record.state in (ANSWERED, LATE)
    told = {
        "team": team, "inject": record.inject, "value": record.value, "state": record.state,
        "seconds": _number(record.seconds),
    }  # fmt: skip
    ratings: Sequence[tuple[str, int, str | None]] = given.get((record.team, record.inject), []) if answered else []
    for criterion, rater, level in ratings:
        yield told | {"criterion": criterion, "rater": rater, "level": level}
    if not ratings:
        yield told | {"criterion": None, "rater": None, "level": None}


def rules_document(rules: Rules, names: dict[str, str]) -> dict[str, Any]:
    """Give rules in the shape of a standings rules file, with teams by the names of *names*."""
    return {
        "levels": list(rules.rubric.levels),
        "criteria": {name: {"weight": _number(one.weight)} for name, one in rules.rubric.criteria.items()},
        "injects": {name: _inject(rule) for name, rule in rules.injects.items()},
        "time_weight": _number(rules.time_weight),
        "ratings": rules.ratings_needed,
        "penalties": {names[team]: _number(points) for team, points in rules.penalties.items()},
        "ties": [_tie(tie) for tie in rules.ties],
    } | ({"randomness": rules.randomness} if rules.randomness else {})


def _inject(rule: InjectRule) -> dict[str, Any]:
    told = {"weight": rule.weight, "due": rule.due, "target": rule.target}
    return {name: _number(value) for name, value in told.items() if value is not None} | {
        "criteria": list(rule.criteria)
    }


def _tie(tie: Tie) -> str | dict[str, list[str]]:
    return tie if isinstance(tie, str) else {"criteria": list(tie)}


def _number(value: int | Fraction | None) -> int | float | None:
    # Weights are whole and lengths whole microseconds, so a decimal says them exactly.
    if value is None or isinstance(value, int):
        return value
    return int(value) if value.denominator == 1 else float(value)
