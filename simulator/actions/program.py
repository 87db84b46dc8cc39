"""What the program does by itself: the tick of the clock's owner, outages, a clean stop."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlalchemy.orm import Session

from simulator.actions.awards import expire_offers
from simulator.actions.running import pause_drill
from simulator.actor import PROGRAM, Actor
from simulator.agenda import Agenda
from simulator.columns import MILLISECOND
from simulator.database import wait_at_most
from simulator.leaving import KEPT
from simulator.rows import Delivery, Departure, Drill
from simulator.scene import Scene, open_scene
from simulator.sweeping import ALIVE, bring_up, deliver_due, next_due_at, read_agenda, sweep_drill
from simulator.terms import fence

OUTAGE = timedelta(seconds=10)
HEARTBEAT = timedelta(seconds=1)
# How long the clock waits for one drill's turn before it looks after the others.
TURN = timedelta(seconds=2)

_LIVING = select(Drill.id).where(Drill.id == bindparam("drill_id"), ALIVE)


def tick(session: Session, now: datetime, actor: Actor) -> datetime | None:
    """Do what is due in all drills, and give the next instant at which something will be: virtual time's clock.

    A silence of more than ten seconds since the last tick is an outage: open deadlines move by its length,
    due times do not (rules.md 8).
    """
    # Programmes are locked before drills, whoever comes.
    expire_offers(session, now, actor)
    for drill_id in _silent(session, now):
        _end_outage(open_scene(session, now, actor, drill_id))
    deliver_due(session, now)
    _note_seen(session, now)
    return next_due_at(session)


def look_ahead(session: Session, now: datetime, actor: Actor, *, until: datetime | None = None) -> Agenda:
    """Give what the clock's owner has to do now, or *until* a later instant, and when she has to look again."""
    return read_agenda(session, now if until is None else max(now, until), unseen_since=now - OUTAGE)


def tick_drill(session: Session, now: datetime, actor: Actor, *, epoch: int, which: str) -> None:
    """Do what is due in one drill, as the clock's owner: what fails in one drill, or waits, holds no other."""
    fence(session, epoch)
    wait_at_most(session, TURN)
    _end_outage(open_scene(session, now, actor, which))
    sweep_drill(session, now, which)
    session.execute(update(Drill).where(Drill.id == which, ALIVE).values(seen_at=now))


def note_time(session: Session, now: datetime, actor: Actor, *, epoch: int) -> None:
    """Note, as the clock's owner, up to when each drill was seen; and let expire what has an end of its own."""
    fence(session, epoch)
    expire_offers(session, now, actor)
    # Where an action has a drill's turn just now, that has brought it up to date: nobody waits for it.
    free = select(Drill.id).where(ALIVE).order_by(Drill.id).with_for_update(skip_locked=True, key_share=True)
    _note_seen(session, now, Drill.id.in_(session.scalars(free).all()))


def _silent(session: Session, now: datetime) -> Sequence[str]:
    return session.scalars(select(Drill.id).where(ALIVE, Drill.seen_at < now - OUTAGE).order_by(Drill.id)).all()


def _note_seen(session: Session, now: datetime, *which: ColumnElement[bool]) -> None:
    stale = ALIVE & (Drill.seen_at.is_(None) | (Drill.seen_at <= now - HEARTBEAT))
    session.execute(update(Drill).where(stale, *which).values(seen_at=now))


def _end_outage(scene: Scene) -> None:
    silence = scene.now - (scene.drill.seen_at or scene.now)
    if scene.drill.clock_since is None or silence <= OUTAGE:
        return
    # As the log will tell it: whoever recomputes a deadline from there finds this one.
    silence = silence // MILLISECOND * MILLISECOND
    length = silence * scene.drill.speed
    began = scene.time - length
    here = (Delivery.drill_id == scene.drill.id, Delivery.state.in_(("delivered", "answered")))
    for column in (Delivery.deadline_at, Delivery.closes_at):
        moved = update(Delivery).where(*here, column > began).values({column: column + length})
        scene.session.execute(moved, execution_options={"synchronize_session": False})
    scene.session.expire_all()
    scene.tell("outage_ended", milliseconds=silence // MILLISECOND)


def catch_up(session: Session, now: datetime, drill_id: str) -> None:
    """Do for one drill what a tick at *now* would have done before it: a server's every action begins so.

    Without it an answer that is read after a stall, but before the next tick, would meet the deadlines of before.
    """
    if session.connection().execute(_LIVING, {"drill_id": drill_id}).first() is None:
        return
    scene = open_scene(session, now, PROGRAM, drill_id)
    if scene.drill.seen_at is not None and now - scene.drill.seen_at > OUTAGE:
        _end_outage(scene)
        scene.drill.seen_at = now
    bring_up(session, now, drill_id)


def pause_all(session: Session, now: datetime, actor: Actor) -> int:
    """Pause every running drill before a clean stop of the program; says how many."""
    running = list(session.scalars(select(Drill.id).where(Drill.state == "running").order_by(Drill.id)))
    for drill_id in running:
        pause_drill(session, now, actor, drill_id=drill_id)
    return len(running)


def forget_departures(session: Session, now: datetime, actor: Actor) -> None:
    """Delete the departures that every process has long acted upon."""
    session.execute(delete(Departure).where(Departure.at < now - KEPT))
