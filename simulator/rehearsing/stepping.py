"""A drill from STARTEX to its last rating in one transaction: from instant to instant, bots first, then what is due."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.bots.move import Move
from simulator.bots.moves import moves_in
from simulator.bots.playing_style import Style
from simulator.frozen import msel_of
from simulator.permission import require
from simulator.rows import Delivery, Drill, Participant, Response
from simulator.scene import clock_of
from simulator.sweeping import deliver_due, next_due_at


def rehearse_drill(session: Session, now: datetime, actor: Actor, *, drill_id: str, seed: str, style: Style) -> None:
    """Play a started drill until nothing will ever be due again."""
    drill = session.get_one(Drill, drill_id)
    agenda = moves_in(session, drill, seed, style, thorough=False, rate=False)
    awaited = {inject.after.inject for inject in msel_of(session, drill.scenario_digest).injects if inject.after}
    due_at = next_due_at(session)
    while instant := _earliest(due_at, clock_of(drill).instant(agenda[0].at) if agenda else None):
        now = max(now, instant)
        made = _let_bots_move(session, now, drill, agenda)
        agenda = agenda[len(made) :]
        if any(move.inject in awaited for move in made):
            due_at = next_due_at(session)
        if due_at is not None and due_at <= now:
            deliver_due(session, now)
            # What was delivered or came to an end changes what bots owe; nothing else does.
            agenda = moves_in(session, drill, seed, style, thorough=False, rate=False)
            due_at = next_due_at(session)
    _let_bots_rate(session, now, drill, seed, style)


def _earliest(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant is not None), default=None)


def _let_bots_move(session: Session, now: datetime, drill: Drill, agenda: list[Move]) -> list[Move]:
    time = clock_of(drill).drill_time(now)
    due = [move for move in agenda if move.at <= time]
    for move in due:
        _make(session, now, move)
    return due


def _let_bots_rate(session: Session, now: datetime, drill: Drill, seed: str, style: Style) -> None:
    # Held until all is rated: else each rating would read them again.
    held = [session.scalars(select(rows)).all() for rows in (Response, Delivery, Participant)]
    later = now + timedelta(minutes=1)
    with session.no_autoflush:
        for move in moves_in(session, drill, seed, style, thorough=False, rate=True):
            _make(session, later, move)
    del held


def _make(session: Session, now: datetime, move: Move) -> None:
    facts = move.facts()
    require(move.actor, move.action.__name__, facts.get("drill_id"))
    move.action(session, now, move.actor, **facts)
