"""The facilitator's console: what happens next, who is in trouble, and every team by every inject."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.inject import Inject
from scenarios.scenario import Scenario
from simulator.actor import Actor
from simulator.ending import ENDEX_MARGIN
from simulator.frozen import scenario_of
from simulator.kinds import staff_reader
from simulator.playing import chosen_options
from simulator.reading.clock import clock_view, milliseconds
from simulator.reading.inject import Words, sender_view
from simulator.refusal import Refusal
from simulator.rows import (
    Account,
    Delivery,
    Draft,
    Drill,
    FlagRow,
    Order,
    Participant,
    Reader,
    Response,
    Team,
)
from simulator.scene import clock_of

SOON = timedelta(minutes=1)


def console_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give all that the console shows, and the number of the staff's stream that it is true for."""
    drill = drill_row(session, drill_id)
    scenario = scenario_of(session, drill.scenario_digest)
    say, time = Words(scenario, actor.language), clock_of(drill).drill_time(now)
    teams = list(session.scalars(select(Team).where(Team.drill_id == drill_id).order_by(Team.position)))
    deliveries = list(session.scalars(select(Delivery).where(Delivery.drill_id == drill_id)))
    cells = _cells(session, scenario, drill_id, deliveries, time)
    return {
        "n": session.scalar(select(Reader.n).where(Reader.name == staff_reader(drill_id))) or 0,
        "drill": drill_view(session, drill, scenario, say),
        "clock": clock_view(drill, now),
        "over": drill.state == "running" and time >= drill.duration,
        "ends_itself_at": milliseconds(drill.duration + ENDEX_MARGIN),
        "msel": [_line(scenario, inject, say, deliveries, len(teams)) for inject in scenario.injects],
        "phases": [
            {"id": name, "title": say(phase.title), "at": milliseconds(phase.at)}
            for name, phase in scenario.phases.items()
        ],
        "teams": [_team_row(session, team, now, cells.get(team.id, {})) for team in teams],
        "next": _next(scenario, say, deliveries, time),
        "orders": [_order_view(order, scenario, say, now) for order in _orders(session, drill_id)],
        "seats": {name: say(seat.title) for name, seat in scenario.seats.items()},
        "flags": {name: say(words) for name, words in scenario.flags.items()},
    }


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
        "started_at": drill.started_at, "lead": lead.name if lead else None, "published_at": drill.published_at,
    }  # fmt: skip


def _line(scenario: Scenario, inject: Inject, say: Words, deliveries: Iterable[Delivery], teams: int) -> dict[str, Any]:
    here = [delivery for delivery in deliveries if delivery.inject == inject.id]
    dues = [one.due_at for one in here if one.due_at is not None and one.state in ("planned", "held")]
    planned = min(dues) if dues else inject.at
    states: dict[str, int] = {}
    for one in here:
        states[one.state] = states.get(one.state, 0) + 1
    return {
        "id": inject.id, "title": say(inject.title), "channel": inject.channel, "priority": inject.priority,
        "from": sender_view(scenario, inject, say), "to": list(inject.to), "phase": inject.phase,
        "at": milliseconds(inject.at), "due_at": milliseconds(planned), "manual": inject.manual,
        "after": inject.after.inject if inject.after else None, "if": inject.if_, "optional": inject.optional,
        "ask": inject.ask.kind if inject.ask else None, "weight": inject.weight,
        "due": milliseconds(inject.ask.due) if inject.ask else None,
        "states": states, "teams": teams,
        "delivered": sum(one.delivered_at is not None for one in here),
        "answered": states.get("answered", 0),
        "note": say(inject.note), "expected": [say(one) for one in inject.expected], "body": say(inject.body),
        "script": say(inject.script),
    }  # fmt: skip


def _cells(
    session: Session, scenario: Scenario, drill_id: str, deliveries: Iterable[Delivery], time: timedelta
) -> dict[str, dict[str, dict[str, Any]]]:
    chosen = {
        delivery_id: chosen_options(content)
        for delivery_id, content in session.execute(
            select(Response.delivery_id, Response.content)
            .join(Delivery, Delivery.id == Response.delivery_id)
            .where(Delivery.drill_id == drill_id, Response.current)
        )
    }
    drafted = set(session.scalars(select(Draft.delivery_id).join(Delivery).where(Delivery.drill_id == drill_id)))
    cells: dict[str, dict[str, dict[str, Any]]] = {}
    for one in deliveries:
        cells.setdefault(one.team_id, {})[one.inject] = {
            "state": one.state, "reason": one.reason, "late": one.late,
            "received": one.received_at is not None, "opened": one.opened_at is not None,
            "drafted": one.id in drafted, "chosen": list(chosen.get(one.id, ())),
            "due_at": milliseconds(one.due_at), "delivered_at": milliseconds(one.delivered_at),
            "answered_at": milliseconds(one.answered_at), "deadline_at": milliseconds(one.deadline_at),
            "soon": one.state == "delivered" and one.deadline_at is not None and one.deadline_at - time < SOON,
        }  # fmt: skip
    return cells


def _team_row(session: Session, team: Team, now: datetime, cells: dict[str, dict[str, Any]]) -> dict[str, Any]:
    people = session.scalars(
        select(Participant).where(Participant.team_id == team.id, Participant.removed_at.is_(None))
    ).all()
    silent = None if team.online or team.contact_at is None else max(int((now - team.contact_at).total_seconds()), 0)
    return {
        "id": team.id, "name": team.name, "bot": team.bot, "language": team.language, "online": team.online,
        "silent_seconds": silent, "people": len(people), "here": sum(one.away_since is None for one in people),
        "cells": cells, "hotwash": team.hotwash_at is not None,
        "open": sum(cell["state"] == "delivered" and cell["deadline_at"] is not None for cell in cells.values()),
        "lapsed": sum(cell["state"] == "lapsed" for cell in cells.values()),
    }  # fmt: skip


def _next(scenario: Scenario, say: Words, deliveries: Iterable[Delivery], time: timedelta) -> dict[str, Any] | None:
    planned = [one for one in deliveries if one.state == "planned" and one.due_at is not None]
    if not planned:
        return None
    first = min(planned, key=lambda one: (one.due_at or time, one.position))
    together = [one for one in planned if one.inject == first.inject and one.due_at == first.due_at]
    return {
        "inject": first.inject, "title": say(scenario.inject(first.inject).title),
        "due_at": milliseconds(first.due_at), "teams": len(together),
    }  # fmt: skip


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
    deliveries = list(session.scalars(select(Delivery).where(Delivery.team_id == team_id).order_by(Delivery.position)))
    answers = {
        response.delivery_id: response
        for response in session.scalars(
            select(Response).join(Delivery).where(Delivery.team_id == team_id, Response.current)
        )
    }
    cells = _cells(session, scenario, drill_id, deliveries, time).get(team_id, {})
    return {
        "drill": drill_view(session, drill, scenario, say), "clock": clock_view(drill, now),
        "team": _team_row(session, team, now, cells),
        "flags": [say(scenario.flags.get(flag)) or flag for flag in session.scalars(
            select(FlagRow.flag).where(FlagRow.team_id == team_id).order_by(FlagRow.set_at))],
        "injects": [
            {
                "inject": one.inject, "title": say(scenario.inject(one.inject).title), "cell": cells[one.inject],
                "answer": answers[one.id].content if one.id in answers else None,
                "answer_state": answers[one.id].state if one.id in answers else None,
            }
            for one in deliveries
        ],
    }  # fmt: skip
