"""The evaluator's desk: responses that are ready to be rated, without names or other ratings (rules.md 33)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.inject import Inject
from scenarios.scenario import RubricDocument, Scenario
from simulator.actor import Actor
from simulator.frozen import rated_criteria, scenario_of
from simulator.reading.inject import Words, sender_view
from simulator.refusal import Refusal
from simulator.rows import Account, Delivery, Drill, Participant, Rating, Response, Team
from simulator.scene import clock_of


def is_ready_to_rate(response: Response, delivery: Delivery, time: timedelta) -> bool:
    """Say whether a response counts, can no longer be replaced, and still has its words."""
    if not response.current or delivery.state != "answered" or response.erased_at is not None:
        return False
    return delivery.final or delivery.deadline_at is None or time > delivery.deadline_at


def rating_queue(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give an evaluator all that is hers to rate, an inject at a time across teams, and how far she is.

    Teams go by their blind codes. Bot evaluators rate the bot teams, people rate the others: in a demo the open
    team is a person's whole queue.
    """
    drill = session.get(Drill, drill_id)
    if drill is None:
        raise Refusal("not_found")
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, actor.language)
    time = clock_of(drill).drill_time(now)
    mine, criteria = _own_ratings(session, actor, drill_id), rated_criteria(session, drill.scenario_digest)
    entries = []
    for response, delivery, team in _candidates(session, drill_id, evaluator_is_bot=_is_bot(session, actor)):
        inject = scenario.inject(delivery.inject)
        if inject.id not in criteria or not is_ready_to_rate(response, delivery, time):
            continue
        given = mine.get(response.id, {})
        entries.append(
            {
                "response_id": response.id, "inject": inject.id, "position": delivery.position, "code": team.blind_code,
                "title": say(inject.title), "rated": len(given), "of": len(criteria[inject.id]),
            }
        )  # fmt: skip
    entries.sort(key=lambda entry: (entry["position"], entry["code"]))
    done = sum(entry["rated"] == entry["of"] for entry in entries)
    return {
        "entries": entries,
        "done": done,
        "of": len(entries),
        "drill": {
            "id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "rated": bool(criteria),
            "published": drill.published_at is not None,
        },
    }  # fmt: skip


def rating_sheet(session: Session, now: datetime, actor: Actor, *, drill_id: str, response_id: str) -> dict[str, Any]:
    """Give one response beside its ask, what was expected, the rubric, and the evaluator's own ratings of it."""
    drill, response = session.get(Drill, drill_id), session.get(Response, response_id)
    delivery = session.get(Delivery, response.delivery_id) if response else None
    if drill is None or response is None or delivery is None or delivery.drill_id != drill_id:
        raise Refusal("not_found")
    if not is_in_queue_of(session, actor, delivery):
        raise Refusal("not_found")
    if response.erased_at is not None:
        raise Refusal("response_erased")
    if not is_ready_to_rate(response, delivery, clock_of(drill).drill_time(now)):
        raise Refusal("response_not_ready")
    scenario = scenario_of(session, drill.scenario_digest)
    say, inject = Words(scenario, actor.language), scenario.inject(delivery.inject)
    team = session.get_one(Team, delivery.team_id)
    author = session.get(Participant, response.participant_id) if response.participant_id else None
    ratings = _own_ratings(session, actor, drill_id).get(response_id, {})
    rated = rated_criteria(session, drill.scenario_digest).get(inject.id, ())
    return {
        "response_id": response.id, "code": team.blind_code, "content": response.content,
        "language": author.language if author else team.language,
        "inject": _asked(scenario, inject, say), "criteria": _criteria(scenario.rubric, rated, say, ratings),
        "levels": list(scenario.rubric.levels) if scenario.rubric else [],
    }  # fmt: skip


def _asked(scenario: Scenario, inject: Inject, say: Words) -> dict[str, Any]:
    ask = inject.ask
    if ask is None:
        raise Refusal("nothing_asked")
    return {
        "id": inject.id, "title": say(inject.title), "body": say(inject.body), "channel": inject.channel,
        "from": sender_view(scenario, inject, say), "kind": ask.kind, "prompt": say(ask.prompt),
        "expected": [say(one) for one in inject.expected],
        "options": [{"id": one.id, "label": say(one.label)} for one in ask.options],
        "fields": [
            {
                "id": one.id, "label": say(one.label), "kind": one.kind,
                "options": {entry.id: say(entry.label) for entry in one.options},
                "columns": [{"id": entry.id, "label": say(entry.label)} for entry in one.columns],
            }
            for one in ask.fields
        ],
        "benchmarks": [{"level": one.level, "text": say(one.text)} for one in ask.benchmarks],
    }  # fmt: skip


def _criteria(
    rubric: RubricDocument | None, rated: Sequence[str], say: Words, ratings: Mapping[str, Rating]
) -> list[dict[str, Any]]:
    if rubric is None:
        return []
    return [
        {
            "id": name, "title": say(rubric.criteria[name].title),
            "anchors": {level: say(rubric.criteria[name].levels.get(level)) for level in rubric.levels},
            "level": ratings[name].level if name in ratings else None,
            "sentence": ratings[name].sentence if name in ratings else "",
            "given": name in ratings,
        }
        for name in rated
    ]  # fmt: skip


def _candidates(session: Session, drill_id: str, *, evaluator_is_bot: bool) -> list[tuple[Response, Delivery, Team]]:
    query = (
        select(Response, Delivery, Team)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .join(Team, Team.id == Delivery.team_id)
        .where(Delivery.drill_id == drill_id, Response.current, Delivery.state == "answered")
        .where(Team.bot.is_(evaluator_is_bot))
    )
    return [(response, delivery, team) for response, delivery, team in session.execute(query)]


def _own_ratings(session: Session, actor: Actor, drill_id: str) -> dict[str, dict[str, Rating]]:
    query = (
        select(Response.id, Rating)
        .join(Rating, Rating.response_id == Response.id)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .where(Delivery.drill_id == drill_id, Rating.account_id == actor.id, Rating.current)
    )
    found: dict[str, dict[str, Rating]] = {}
    for response_id, rating in session.execute(query):
        found.setdefault(response_id, {})[rating.criterion] = rating
    return found


def is_in_queue_of(session: Session, actor: Actor, delivery: Delivery) -> bool:
    """Say whether an evaluator is given what a delivery's team sent; what is not hers she may not even find."""
    drill = session.get_one(Drill, delivery.drill_id)
    rated = delivery.inject in rated_criteria(session, drill.scenario_digest)
    return rated and session.get_one(Team, delivery.team_id).bot == _is_bot(session, actor)


def _is_bot(session: Session, actor: Actor) -> bool:
    account = session.get(Account, actor.id)
    return account is not None and account.bot
