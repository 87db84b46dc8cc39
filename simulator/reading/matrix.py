"""The console's matrix: one row per team, one cell per inject, and what tells that a team is in trouble."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy import Row as SqlRow
from sqlalchemy.orm import Session

from scenarios.scenario import Scenario
from simulator.playing import chosen_options
from simulator.reading.clock import milliseconds
from simulator.rows import Delivery, Draft, Participant, Response, SeatHolder, Team

SOON = timedelta(minutes=1)

Cells = dict[str, dict[str, Any]]
DeliveryFacts = SqlRow[Any]


def facts_of_deliveries(session: Session, which: ColumnElement[bool]) -> Sequence[DeliveryFacts]:
    """Give all columns of deliveries in the injects' order, as plain rows: a console reads thousands at a time."""
    return session.execute(select(*Delivery.__table__.columns).where(which).order_by(Delivery.position)).all()


def cells_of(session: Session, deliveries: Sequence[DeliveryFacts], time: timedelta) -> dict[str, Cells]:
    """Give every delivery's cell, by team and inject."""
    chosen: dict[int, tuple[str, ...]] = {}
    late: set[int] = set()
    answers = select(Response.delivery_id, Response.content, Response.current, Response.state)
    for delivery_id, content, current, state in session.execute(answers.where(_among(deliveries, Response))):
        if current:
            chosen[delivery_id] = chosen_options(content)
        if state == "late":
            late.add(delivery_id)
    drafted = set(session.scalars(select(Draft.delivery_id).where(_among(deliveries, Draft))))
    cells: dict[str, Cells] = {}
    for one in deliveries:
        cells.setdefault(one.team_id, {})[one.inject] = _times(one) | {
            "state": one.state, "reason": one.reason, "late": one.late, "late_answer": one.id in late,
            "received": one.received_at is not None, "opened": one.opened_at is not None,
            "drafted": one.id in drafted, "chosen": list(chosen.get(one.id, ())),
            "soon": one.state == "delivered" and one.deadline_at is not None and one.deadline_at - time < SOON,
        }  # fmt: skip
    return cells


def _among(deliveries: Sequence[DeliveryFacts], row: type[Response] | type[Draft]) -> Any:
    # By team rather than by id: a list of thousands is slow, and longer than an engine takes.
    teams = {one.team_id for one in deliveries}
    return row.delivery_id.in_(select(Delivery.id).where(Delivery.team_id.in_(teams)))


def _times(one: DeliveryFacts) -> dict[str, Any]:
    return {
        "due_at": milliseconds(one.due_at), "delivered_at": milliseconds(one.delivered_at),
        "answered_at": milliseconds(one.answered_at), "deadline_at": milliseconds(one.deadline_at),
        "closed_at": milliseconds(one.closes_at) if one.state == "lapsed" else None,
    }  # fmt: skip


def team_rows(
    session: Session, scenario: Scenario, teams: Iterable[Team], now: datetime, time: timedelta, cells: dict[str, Cells]
) -> list[dict[str, Any]]:
    """Give the teams' rows, in the teams' order, with as many queries for sixty as for one."""
    found = list(teams)
    ids = [team.id for team in found]
    people: dict[str, list[Participant]] = {}
    there = select(Participant).where(Participant.team_id.in_(ids), Participant.removed_at.is_(None))
    for one in session.scalars(there):
        people.setdefault(one.team_id, []).append(one)
    held = select(SeatHolder.team_id).where(SeatHolder.team_id.in_(ids), SeatHolder.seat == scenario.lead)
    led = set(session.scalars(held))
    return [
        _row(team, people.get(team.id, []), now, time, cells.get(team.id, {})) | {"led": team.id in led}
        for team in found
    ]


def _row(team: Team, people: Sequence[Participant], now: datetime, time: timedelta, cells: Cells) -> dict[str, Any]:
    silent = None if team.online or team.contact_at is None else max(int((now - team.contact_at).total_seconds()), 0)
    unopened = {
        inject: milliseconds(time) - cell["delivered_at"]
        for inject, cell in cells.items()
        if cell["state"] == "delivered" and not cell["opened"]
    }
    return {
        "id": team.id, "name": team.name, "bot": team.bot, "language": team.language, "online": team.online,
        "silent_seconds": silent, "people": len(people), "here": sum(one.away_since is None for one in people),
        "cells": cells, "hotwash": team.hotwash_at is not None, "unopened": unopened,
        "open": sum(cell["state"] == "delivered" and cell["deadline_at"] is not None for cell in cells.values()),
        "lapsed": sum(cell["state"] == "lapsed" for cell in cells.values()),
    }  # fmt: skip
