"""The facilitator's console: what happens next, who is in trouble, and every team by every inject."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.inject import FormField, Inject, Option
from scenarios.checking.texts import texts_in
from scenarios.scenario import Scenario
from simulator.actor import Actor
from simulator.ending import ENDEX_MARGIN
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream, staff_reader
from simulator.permission import can
from simulator.reading.clock import clock_view, milliseconds
from simulator.reading.evaluators import raters_before
from simulator.reading.inject import Words, sender_view
from simulator.reading.matrix import DeliveryFacts, cells_of, facts_of_deliveries, team_rows
from simulator.reading.members import members_view
from simulator.reading.pauses import count_pauses
from simulator.refusal import Refusal
from simulator.rows import Account, Delivery, Drill, FlagRow, Order, Reader, Response, Stream, Team
from simulator.scene import clock_of

MOST_UPCOMING = 4
GUESSING_SHOWN = timedelta(minutes=10)


def console_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give all that the console shows, and the number of the staff's stream that it is true for."""
    drill = drill_row(session, drill_id)
    scenario = scenario_of(session, drill.scenario_digest)
    say, time = Words(scenario, actor.language), clock_of(drill).drill_time(now)
    teams = list(session.scalars(select(Team).where(Team.drill_id == drill_id).order_by(Team.position)))
    deliveries = facts_of_deliveries(session, Delivery.drill_id == drill_id)
    cells = cells_of(session, deliveries, time)
    upcoming = _upcoming(scenario, say, deliveries)
    head = session.get(Stream, drill_stream(drill_id))
    by_inject: dict[str, list[DeliveryFacts]] = {}
    for one in deliveries:
        by_inject.setdefault(one.inject, []).append(one)
    return {
        "n": session.scalar(select(Reader.n).where(Reader.name == staff_reader(drill_id))) or 0,
        "drill": drill_view(session, drill, scenario, say),
        "clock": clock_view(drill, now),
        "guessing": _guessing(drill, now),
        "over": drill.state == "running" and time >= drill.duration,
        "ends_itself_at": milliseconds(drill.duration + ENDEX_MARGIN),
        "missing_words": _missing_words(scenario) if drill.state in ("draft", "ready") else {},
        "raters": raters_before(session, now, drill) if drill.state in ("draft", "ready") else None,
        "head": {"seq": head.seq, "hash": head.hash} if head else None,
        "msel": [_line(scenario, inject, say, by_inject.get(inject.id, ()), len(teams)) for inject in scenario.injects],
        "phases": [
            {"id": name, "title": say(phase.title), "at": milliseconds(phase.at)}
            for name, phase in scenario.phases.items()
        ],
        "teams": team_rows(session, scenario, teams, now, time, cells),
        "next": upcoming[0] if upcoming else None,
        "upcoming": upcoming,
        "orders": [_order_view(order, scenario, say, now) for order in _orders(session, drill_id)],
        "seats": {name: say(seat.title) for name, seat in scenario.seats.items()},
        "flags": {name: say(words) for name, words in scenario.flags.items()},
        "pauses": count_pauses(session, drill_id) if _runs(actor, drill_id) else 0,
    }


def _runs(actor: Actor, drill_id: str) -> bool:
    return any(can(role, "pauses_waiting") for role in actor.roles_in(drill_id))


def _guessing(drill: Drill, now: datetime) -> dict[str, int] | None:
    """Give what is known of a recent guessing of codes, while there is something to guess."""
    if not drill.joining or drill.guessed_at is None or now - drill.guessed_at > GUESSING_SHOWN:
        return None
    return {"tries": drill.guesses or 0, "milliseconds": (now - drill.guessed_at) // timedelta(milliseconds=1)}


def drill_row(session: Session, drill_id: str) -> Drill:
    """Give a drill or refuse."""
    drill = session.get(Drill, drill_id)
    if drill is None:
        raise Refusal("not_found")
    return drill


def drill_view(session: Session, drill: Drill, scenario: Scenario, say: Words) -> dict[str, Any]:
    """Give a drill's own facts to the staff."""
    lead = session.get(Account, drill.lead_id) if drill.lead_id else None
    return {
        "id": drill.id, "name": drill.name, "title": say(scenario.title), "state": drill.state,
        "rehearsal": drill.rehearsal, "joining": drill.joining, "time_zone": drill.time_zone,
        "languages": list(scenario.languages), "language": drill.language, "rated": scenario.rated,
        "started_at": drill.started_at, "lead": lead.name if lead else None,
        "lead_id": drill.lead_id, "published_at": drill.published_at,
    }  # fmt: skip


def _line(scenario: Scenario, inject: Inject, say: Words, here: Sequence[DeliveryFacts], teams: int) -> dict[str, Any]:
    dues = [one.due_at for one in here if one.due_at is not None and one.state in ("planned", "held")]
    gone = [one.delivered_at for one in here if one.delivered_at is not None]
    planned = min(dues) if dues else inject.at
    states: dict[str, int] = {}
    for one in here:
        states[one.state] = states.get(one.state, 0) + 1
    return {
        "id": inject.id, "title": say(inject.title), "channel": inject.channel, "priority": inject.priority,
        "from": sender_view(scenario, inject, say), "to": list(inject.to), "phase": inject.phase,
        "at": milliseconds(inject.at), "due_at": milliseconds(planned), "manual": inject.manual,
        "after": inject.after.inject if inject.after else None,
        "after_delay": milliseconds(inject.after.delay) if inject.after else None,
        "if": inject.if_, "optional": inject.optional, "delivered_at": milliseconds(min(gone)) if gone else None,
        "ask": inject.ask.kind if inject.ask else None, "weight": inject.weight,
        "due": milliseconds(inject.ask.due) if inject.ask else None,
        "states": states, "teams": teams,
        "delivered": len(gone), "opened": sum(one.opened_at is not None for one in here),
        "answered": states.get("answered", 0),
        "note": say(inject.note), "expected": [say(one) for one in inject.expected], "body": say(inject.body),
        "script": say(inject.script), "prompt": say(inject.ask.prompt) if inject.ask else None,
        "options": [{"id": one.id, "label": say(one.label), "value": one.value} for one in _options(inject)],
    }  # fmt: skip


def _options(inject: Inject) -> Sequence[Option]:
    return inject.ask.options if inject.ask else ()


def _fields(inject: Inject) -> Sequence[FormField]:
    return inject.ask.fields if inject.ask else ()


def _upcoming(scenario: Scenario, say: Words, deliveries: Iterable[DeliveryFacts]) -> list[dict[str, Any]]:
    planned: dict[str, list[timedelta]] = {}
    for one in deliveries:
        if one.state == "planned" and one.due_at is not None:
            planned.setdefault(one.inject, []).append(one.due_at)
    # The sort keeps the file's order among those that fall due together.
    soonest = sorted(planned, key=lambda inject: min(planned[inject]))[:MOST_UPCOMING]
    return [_coming(scenario.inject(inject), say, planned[inject]) for inject in soonest]


def _coming(inject: Inject, say: Words, due: Sequence[timedelta]) -> dict[str, Any]:
    return {
        "inject": inject.id, "title": say(inject.title), "due_at": milliseconds(min(due)), "if": inject.if_,
        "teams": due.count(min(due)), "planned": len(due),
    }  # fmt: skip


def _missing_words(scenario: Scenario) -> dict[str, int]:
    missing = dict.fromkeys(scenario.languages, 0)
    for _path, text in texts_in(scenario, ()):
        for language in scenario.languages:
            missing[language] += bool(text.languages) and language not in text.languages
    return missing


def _orders(session: Session, drill_id: str) -> Iterable[Order]:
    return session.scalars(
        select(Order).where(Order.drill_id == drill_id, Order.state == "waiting").order_by(Order.runs_at)
    )


def _order_view(order: Order, scenario: Scenario, say: Words, now: datetime) -> dict[str, Any]:
    return {
        "id": order.id, "verb": order.verb, "inject": order.inject, "title": say(scenario.inject(order.inject).title),
        "teams": len(order.teams), "seconds": max((order.runs_at - now).total_seconds(), 0),
    }  # fmt: skip


def team_page(session: Session, now: datetime, actor: Actor, *, drill_id: str, team_id: str) -> dict[str, Any]:
    """Give the staff one team: its people, its flags, and what it answered, inject by inject."""
    drill, team = drill_row(session, drill_id), session.get(Team, team_id)
    if team is None or team.drill_id != drill_id:
        raise Refusal("not_found")
    scenario = scenario_of(session, drill.scenario_digest)
    say, time = Words(scenario, actor.language), clock_of(drill).drill_time(now)
    deliveries = facts_of_deliveries(session, Delivery.team_id == team_id)
    answers = {
        response.delivery_id: response
        for response in session.scalars(
            select(Response).join(Delivery).where(Delivery.team_id == team_id, Response.current)
        )
    }
    cells = cells_of(session, deliveries, time)
    row, mine = team_rows(session, scenario, [team], now, time, cells)[0], cells.get(team_id, {})
    unset = [flag for flag in scenario.flags if session.get(FlagRow, (team_id, flag)) is None]
    return {
        "drill": drill_view(session, drill, scenario, say), "clock": clock_view(drill, now),
        "team": row, "members": members_view(session, team_id), "lead": scenario.lead,
        "seats": {name: say(seat.title) for name, seat in scenario.seats.items()},
        "unset": {flag: say(scenario.flags[flag]) for flag in unset},
        "flags": [say(scenario.flags.get(flag)) or flag for flag in session.scalars(
            select(FlagRow.flag).where(FlagRow.team_id == team_id).order_by(FlagRow.set_at))],
        "injects": [
            {
                "inject": one.inject, "title": say(scenario.inject(one.inject).title), "cell": mine[one.inject],
                "options": {option.id: say(option.label) for option in _options(scenario.inject(one.inject))},
                "fields": {field.id: say(field.label) for field in _fields(scenario.inject(one.inject))},
                "answer": answers[one.id].content if one.id in answers else None,
                "answer_state": answers[one.id].state if one.id in answers else None,
                "answer_erased": one.id in answers and answers[one.id].erased_at is not None,
            }
            for one in deliveries
        ],
    }  # fmt: skip
