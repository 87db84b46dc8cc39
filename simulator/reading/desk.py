"""The evaluator's desk: what is ready to be rated, without names or other ratings (rules.md 33)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.desk import Desk
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.gate import standing_of
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.opening import desk_of
from simulator.desk.panel import declarations
from simulator.desk.queue import asked_of, own_unit, queue_of
from simulator.desk.rating import is_open, is_third
from simulator.desk.unit import Unit
from simulator.reading.desk_sheet import (
    Say,
    application_asked,
    criteria_view,
    response_asked,
    seen_before,
    words_of_call,
)
from simulator.reading.inject import Words
from simulator.refusal import Refusal
from simulator.rows import Account, Participant, Rating, Response, Team

View = dict[str, Any]


def rating_queue(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> View:
    """Give an evaluator all that is hers to rate, an inject at a time across teams, and how far she is.

    Teams go by their blind codes. Bot evaluators rate the bot teams, people rate the others: in a demo the open
    team is a person's whole queue. Before she has passed a calibration that is asked of her, there is nothing.
    """
    desk = desk_of(session, now, drill_id=drill_id)
    return _queue(desk, actor)


def merit_queue(session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str) -> View:
    """Give an evaluator the applications that are hers to rate, as ``rating_queue`` gives responses."""
    return _queue(desk_of(session, now, programme_id=programme_id, stage=stage), actor)


def rating_sheet(session: Session, now: datetime, actor: Actor, *, drill_id: str, response_id: str) -> View:
    """Give one response beside its ask, what was expected, the rubric, and the evaluator's own ratings of it.

    *seen* is what had reached that team before, without times; of what others chose it holds nothing.
    """
    desk = desk_of(session, now, drill_id=drill_id)
    response = session.get(Response, response_id)
    if not isinstance(desk, DrillDesk) or response is None:
        raise Refusal("not_found")
    unit = _own_unit(desk, actor, response_id)
    say = Words(desk.scenario, actor.language)
    author = session.get(Participant, response.participant_id) if response.participant_id else None
    language = author.language if author else session.get_one(Team, unit.whose).language
    return _sheet(desk, actor, unit, desk.scenario.rubric, say) | {
        "content": response.content, "language": language, "inject": response_asked(desk.scenario, unit.inject, say),
        "seen": seen_before(session, desk.scenario, unit.whose, response, say), "documents": [],
    }  # fmt: skip


def merit_sheet(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str, application_id: str
) -> View:
    """Give one application as an evaluator reads it: its answers and what its documents contain, without names."""
    desk = desk_of(session, now, programme_id=programme_id, stage=stage)
    if not isinstance(desk, MeritDesk):
        raise Refusal("not_found")
    unit = _own_unit(desk, actor, application_id)
    say = words_of_call(desk.call, actor.language)
    return _sheet(desk, actor, unit, desk.call.rubric, say) | {
        "language": unit.language, "seen": [],
        **application_asked(session, desk.call, desk.version_of(application_id), say),
    }  # fmt: skip


def _queue(desk: Desk, actor: Actor) -> View:
    gate = standing_of(desk, actor.id)
    mine = _own_ratings(desk, actor.id)
    ready = [unit for unit in queue_of(desk, actor.id) if unit.ready] if gate.may_rate else []
    title = _titles(desk, actor.language)
    entries = [
        {
            "response_id": unit.id, "inject": unit.inject, "position": unit.position, "code": unit.code,
            "title": title.get(unit.inject), "rated": len(mine.get(unit.id, {})), "of": len(unit.criteria),
        }
        for unit in ready
    ]  # fmt: skip
    return {
        "entries": entries,
        "done": sum(entry["rated"] == entry["of"] for entry in entries),
        "of": len(entries),
        "calibration_needed": not gate.may_rate,
        "place": place_view(desk, actor.language) | {"declared": _has_declared(desk, actor)},
    }


def place_view(desk: Desk, language: str) -> View:
    """Say what is rated at a desk, and whether its round is over."""
    if isinstance(desk, DrillDesk):
        name, drill = desk.drill.name, desk.drill
        return {
            "name": name, "exercise": True, "rehearsal": drill.rehearsal, "rated": bool(desk.criteria),
            "closed": desk.closed, "published": drill.published_at is not None, "state": drill.state,
        }  # fmt: skip
    call = desk.call if isinstance(desk, MeritDesk) else None
    title = call.title.say(language, call.languages) if call else ""
    return {
        "name": title, "exercise": False, "rehearsal": False, "rated": True, "closed": desk.closed, "published": False,
        "state": "ended",
    }  # fmt: skip


def _has_declared(desk: Desk, actor: Actor) -> bool:
    account = desk.session.get(Account, actor.id)
    return actor.id in declarations(desk) or account is None or account.bot


def _titles(desk: Desk, language: str) -> Mapping[str, str | None]:
    if isinstance(desk, DrillDesk):
        say = Words(desk.scenario, language)
        return {name: say(desk.scenario.inject(name).title) for name in desk.criteria}
    return {"": place_view(desk, language)["name"]}


def _own_unit(desk: Desk, actor: Actor, unit_id: str) -> Unit:
    unit = own_unit(desk, actor.id, unit_id)
    if not standing_of(desk, actor.id).may_rate:
        raise Refusal("calibration_needed")
    return unit


def _sheet(desk: Desk, actor: Actor, unit: Unit, rubric: Any, say: Say) -> View:
    own = _own_ratings(desk, actor.id).get(unit.id, {})
    asked = asked_of(desk, actor.id, unit)
    return {
        "response_id": unit.id, "code": unit.code, "levels": list(desk.levels),
        "criteria": criteria_view(rubric, unit.criteria, say, own),
        "quote_all": is_third(desk, actor.id, unit, asked), "open": is_open(desk, asked),
    }  # fmt: skip


def _own_ratings(desk: Desk, account_id: str) -> dict[str, dict[str, Rating]]:
    query = select(Rating).where(desk.here, Rating.account_id == account_id, Rating.current)
    found: dict[str, dict[str, Rating]] = {}
    for rating in desk.session.scalars(query):
        found.setdefault(getattr(rating, desk.rated), {})[rating.criterion] = rating
    return found
