"""What the program does by itself: the tick of the clock's owner, outages, a clean stop, presence."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from simulator.actions.awards import expire_offers
from simulator.actions.running import pause_drill
from simulator.actor import PROGRAM, Actor
from simulator.leaving import KEPT
from simulator.presence import recount_presence
from simulator.refusal import Refusal
from simulator.rows import Delivery, Departure, Drill, Participant, Team
from simulator.scene import Scene, open_scene
from simulator.sweeping import ALIVE, bring_up, deliver_due, next_due_at

OUTAGE = timedelta(seconds=10)
HEARTBEAT = timedelta(seconds=1)


def tick(session: Session, now: datetime, actor: Actor) -> datetime | None:
    """Do what is due and give the next instant at which something will be.

    A silence of more than ten seconds since the last tick is an outage: open deadlines move by its length,
    due times do not (rules.md 8).
    """
    # Programmes are locked before drills, whoever comes.
    expire_offers(session, now, actor)
    silent = select(Drill.id).where(ALIVE, Drill.seen_at < now - OUTAGE).order_by(Drill.id)
    for drill_id in session.scalars(silent).all():
        _end_outage(open_scene(session, now, actor, drill_id))
    deliver_due(session, now)
    stale = ALIVE & (Drill.seen_at.is_(None) | (Drill.seen_at <= now - HEARTBEAT))
    session.execute(update(Drill).where(stale).values(seen_at=now))
    return next_due_at(session)


def _end_outage(scene: Scene) -> None:
    silence = scene.now - (scene.drill.seen_at or scene.now)
    if scene.drill.clock_since is None or silence <= OUTAGE:
        return
    length = silence * scene.drill.speed
    began = scene.time - length
    here = (Delivery.drill_id == scene.drill.id, Delivery.state.in_(("delivered", "answered")))
    for column in (Delivery.deadline_at, Delivery.closes_at):
        moved = update(Delivery).where(*here, column > began).values({column: column + length})
        scene.session.execute(moved, execution_options={"synchronize_session": False})
    scene.session.expire_all()
    scene.tell("outage_ended", milliseconds=silence // timedelta(milliseconds=1))


def catch_up(session: Session, now: datetime, drill_id: str) -> None:
    """Do for one drill what a tick at *now* would have done before it: a server's every action begins so.

    Without it an answer that is read after a stall, but before the next tick, would meet the deadlines of before.
    """
    if session.scalar(select(Drill.id).where(Drill.id == drill_id, ALIVE)) is None:
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


def note_presence(session: Session, now: datetime, actor: Actor, *, participant_id: str, present: bool) -> None:
    """Keep who is there. Only a team's last device going and its first returning are facts of the log."""
    participant = session.get(Participant, participant_id)
    if participant is None:
        raise Refusal("not_found")
    team = session.get_one(Team, participant.team_id)
    scene = open_scene(session, now, actor, team.drill_id)
    participant.away_since = None if present else now
    team.contact_at = now
    session.flush()
    recount_presence(scene, team.id)


def forget_presence(session: Session, now: datetime, actor: Actor) -> None:
    """Count everybody as away when a server starts: no socket outlives the process that held it."""
    there = select(Participant.id).join(Team).where(Participant.away_since.is_(None)).order_by(Team.drill_id)
    for participant_id in session.scalars(there).all():
        note_presence(session, now, actor, participant_id=participant_id, present=False)


def forget_departures(session: Session, now: datetime, actor: Actor) -> None:
    """Delete the departures that every process has long acted upon."""
    session.execute(delete(Departure).where(Departure.at < now - KEPT))
