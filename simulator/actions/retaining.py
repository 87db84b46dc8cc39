"""Retention: what has been kept for as long as its purpose needs it goes, by itself; an organizer may hold a drill."""

from datetime import datetime
from typing import Any

from sqlalchemy import Delete, delete, func, or_, select, update
from sqlalchemy.orm import Session

from simulator.actions.retaining_applications import let_applications_go
from simulator.actor import Actor
from simulator.kinds import drill_stream
from simulator.refusal import Refusal
from simulator.retention import (
    KEEP_DEPARTURES,
    KEEP_LINKS,
    KEEP_MAILS,
    KEEP_PAUSES,
    KEEP_SESSIONS,
    KEEP_WORDS,
    LONGEST_HOLD,
)
from simulator.rows import (
    ApiToken,
    Appeal,
    Decision,
    Delivery,
    Departure,
    Drill,
    LogRow,
    Mail,
    OneUseLink,
    Participant,
    PauseRequest,
    RecoveryCode,
    Response,
    Team,
    WebSession,
)
from simulator.scene import open_scene
from simulator.scrubbing import ask_scrubbing, ask_scrubbing_again
from simulator.telling import tell_house
from simulator.wiping import wipe_participants, wipe_responses

# A drill's words are one transaction; a live drill beside it should not wait for many of them.
DRILLS_AT_ONCE = 3


def retain(session: Session, now: datetime, actor: Actor, *, dry_run: bool = False) -> dict[str, int]:
    """Let go of what has been kept long enough; gives how much of each, and how much is left for next time.

    A dry run counts and changes nothing.
    """
    done = {name: _go(session, gone, dry_run=dry_run) for name, gone in _outlived(now).items()}
    overdue = overdue_drills(session, now)
    today = overdue if dry_run else overdue[:DRILLS_AT_ONCE]
    applications = let_applications_go(session, now, actor, dry_run=dry_run)
    counts = [_wipe_drill(session, now, actor, one, dry_run=dry_run) for one in today]
    done |= {
        "drills": len(counts),
        "participants": sum(people for people, _responses in counts),
        "responses": sum(responses for _people, responses in counts),
        "applications": applications["applications"],
        "left": len(overdue) - len(counts) + applications["applications_left"],
    }
    if not dry_run:
        _note(session, now, actor, done)
    return done


def _note(session: Session, now: datetime, actor: Actor, done: dict[str, int]) -> None:
    # Departures come and go with every session; a row a day that says nothing else would be noise.
    told = {name: n for name, n in done.items() if n and name not in ("departures", "left")}
    if told:
        tell_house(session, now, actor, "retention_kept", **told)
        ask_scrubbing(session)
    else:
        ask_scrubbing_again(session)


def _outlived(now: datetime) -> dict[str, Delete]:
    over = or_(WebSession.revoked_at < now - KEEP_SESSIONS, WebSession.expires_at < now - KEEP_SESSIONS)
    used = or_(OneUseLink.used_at < now - KEEP_LINKS, OneUseLink.expires_at < now - KEEP_LINKS)
    ended = or_(ApiToken.revoked_at < now - KEEP_LINKS, ApiToken.expires_at < now - KEEP_LINKS)
    return {
        "sessions": delete(WebSession).where(over),
        "links": delete(OneUseLink).where(used),
        "tokens": delete(ApiToken).where(ended),
        "recovery_codes": delete(RecoveryCode).where(RecoveryCode.used_at < now - KEEP_LINKS),
        "departures": delete(Departure).where(Departure.at < now - KEEP_DEPARTURES),
        "mails": delete(Mail).where(Mail.written_at < now - KEEP_MAILS),
        "pause_requests": delete(PauseRequest).where(PauseRequest.asked_at < now - KEEP_PAUSES),
    }


def _go(session: Session, gone: Delete, *, dry_run: bool) -> int:
    if dry_run:
        condition: Any = gone.whereclause
        return session.scalar(select(func.count()).select_from(gone.table).where(condition)) or 0
    return session.execute(gone).rowcount  # type: ignore[attr-defined, no-any-return]


def overdue_drills(session: Session, now: datetime) -> list[str]:
    """Name the drills whose words have been kept long enough since ENDEX, or since anything last happened in them."""
    has_words = select(Participant.id).join(Team).where(Team.drill_id == Drill.id, Participant.erased_at.is_(None))
    free = or_(Drill.keep_until.is_(None), Drill.keep_until <= now)
    old = select(Drill).where(has_words.exists(), free, Drill.created_at < now - KEEP_WORDS).order_by(Drill.created_at)
    return [one.id for one in session.scalars(old) if ended_at(session, one) < now - KEEP_WORDS]


def ended_at(session: Session, drill: Drill) -> datetime:
    """Give the instant from which a drill's words are kept: ENDEX; without one, its last row of the log."""
    rows = select(func.max(LogRow.wall_time)).where(LogRow.stream == drill_stream(drill.id))
    end = session.scalar(rows.where(LogRow.kind == "drill_ended"))
    return end or session.scalar(rows) or drill.created_at


def _wipe_drill(session: Session, now: datetime, actor: Actor, drill_id: str, *, dry_run: bool) -> tuple[int, int]:
    people = select(Participant).join(Team).where(Team.drill_id == drill_id, Participant.erased_at.is_(None))
    words = select(Response).join(Delivery).where(Delivery.drill_id == drill_id, Response.erased_at.is_(None))
    if dry_run:
        return len(session.scalars(people).all()), len(session.scalars(words).all())
    scene = open_scene(session, now, actor, drill_id)
    everybody = session.scalars(people.order_by(Participant.id)).all()
    # Also what belongs to nobody: a draft taken over, an answer typed in for a team.
    responses = wipe_responses(session, now, session.scalars(words.order_by(Response.id)).all())
    for at in range(0, len(everybody), 500):
        wipe_participants(session, now, everybody[at : at + 500])
    _forget_reasons(session, drill_id)
    scene.tell("words_erased", participants=len(everybody), responses=responses)
    return len(everybody), responses


def _forget_reasons(session: Session, drill_id: str) -> None:
    """Take what was said in appeals and decisions of a drill; codes, numbers and who signed stay."""
    scope = f"drill:{drill_id}"
    session.execute(update(Appeal).where(Appeal.scope == scope).values(words="", note="", salt=""))
    session.execute(update(Decision).where(Decision.scope == scope).values(note="", salt=""))


def hold_words(session: Session, now: datetime, actor: Actor, *, drill_id: str, until: datetime | None) -> None:
    """Hold a drill's words back until an instant, while an appeal is open; None lets them go at their time."""
    scene = open_scene(session, now, actor, drill_id)
    if until is not None and not now < until <= now + LONGEST_HOLD:
        raise Refusal("hold_outside", years=LONGEST_HOLD.days // 365)
    scene.drill.keep_until = until
    scene.tell("words_held", until=None if until is None else until.isoformat())
