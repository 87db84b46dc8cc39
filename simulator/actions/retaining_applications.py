"""Retention of programmes: applications never sent go soon, those that were sent a year after the last stage.

An organizer may hold a programme's back, while an appeal is open."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.application_scene import current_version
from simulator.frozen_call import call_of_programme
from simulator.kinds import programme_stream
from simulator.programme_scene import open_programme
from simulator.refusal import Refusal
from simulator.retention import KEEP_APPLICATIONS, KEEP_UNSENT, LONGEST_HOLD
from simulator.rows import Application, Decision, LogRow, Programme, Stage
from simulator.wiping_applications import wipe_applications

# One transaction wipes so many; the rest waits for the next.
AT_ONCE = 200


def overdue_applications(session: Session, now: datetime) -> dict[str, list[str]]:
    """Name, by programme, the applications that have been kept long enough."""
    found = {}
    called = select(Programme).where(Programme.call_digest.is_not(None)).order_by(Programme.created_at, Programme.id)
    for programme in session.scalars(called).all():
        if ids := _overdue(session, now, programme):
            found[programme.id] = ids
    return found


def _overdue(session: Session, now: datetime, programme: Programme) -> list[str]:
    ends = call_of_programme(session, programme).windows.applications.ends
    if ends >= now - KEEP_UNSENT:
        return []
    here = select(Application).where(Application.programme_id == programme.id, Application.erased_at.is_(None))
    held = session.scalars(here.order_by(Application.created_at, Application.id)).all()
    is_held = programme.keep_until is not None and programme.keep_until > now
    if not is_held and over_since(session, programme, ends) < now - KEEP_APPLICATIONS:
        return [one.id for one in held]
    return [one.id for one in held if current_version(session, one.id) is None]


def over_since(session: Session, programme: Programme, ends: datetime) -> datetime:
    """Give the instant from which what was sent is kept: the last stage's end; without one, the last row of the log."""
    finals = list(session.scalars(select(Stage.final_at).where(Stage.programme_id == programme.id)))
    known = [one for one in finals if one is not None]
    if finals and len(known) == len(finals):
        return max(*known, ends)
    last = session.scalar(select(func.max(LogRow.wall_time)).where(LogRow.stream == programme_stream(programme.id)))
    return max(ends, last or ends)


def let_applications_go(session: Session, now: datetime, actor: Actor, *, dry_run: bool) -> dict[str, int]:
    """Erase what has been kept long enough; gives how many, and how many are left for next time."""
    overdue = overdue_applications(session, now)
    number = sum(map(len, overdue.values()))
    if dry_run:
        return {"applications": number, "applications_left": 0}
    done = 0
    for programme_id, ids in overdue.items():
        today = ids[: AT_ONCE - done]
        if today:
            _let_go(session, now, actor, programme_id, today)
            done += len(today)
    return {"applications": done, "applications_left": number - done}


def hold_programme(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, until: datetime | None
) -> None:  # fmt: skip
    """Hold back until an instant what was sent to a programme; None lets it go at its time. Drafts are not held."""
    scene = open_programme(session, now, actor, programme_id)
    if until is not None and not now < until <= now + LONGEST_HOLD:
        raise Refusal("hold_outside", years=LONGEST_HOLD.days // 365)
    scene.programme.keep_until = until
    scene.tell("words_held", until=None if until is None else until.isoformat())


def _let_go(session: Session, now: datetime, actor: Actor, programme_id: str, ids: list[str]) -> None:
    scene = open_programme(session, now, actor, programme_id)
    wipe_applications(session, now, session.scalars(select(Application).where(Application.id.in_(ids))).all())
    held = select(Application.id).where(Application.programme_id == programme_id, Application.erased_at.is_(None))
    if session.scalar(held.limit(1)) is None:
        # What was said when things were decided may name people of any of them.
        said = update(Decision).where(Decision.scope == f"programme:{programme_id}")
        session.execute(said.values(note="", salt=""))
    scene.tell("applications_erased", applications=len(ids))
