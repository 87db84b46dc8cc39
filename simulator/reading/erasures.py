"""What erasing somebody would take away, told before it is done; and whom of a drill something is held about."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actions.erasing import can_still_answer
from simulator.actions.retaining import ended_at
from simulator.actor import Actor
from simulator.reading.console import drill_row
from simulator.reading.held import participant_of
from simulator.reading.results import lost_by_erasing
from simulator.refusal import Refusal
from simulator.retention import KEEP_WORDS
from simulator.rows import Account, Delivery, Drill, Grant, HotwashNote, Participant, Rating, Response, Team, WebSession
from simulator.scene import Scene


def people_held(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give everybody of a drill, also who was taken out or erased, and how long their words are kept."""
    drill = drill_row(session, drill_id)
    teams = session.scalars(select(Team).where(Team.drill_id == drill_id).order_by(Team.position)).all()
    people: dict[str, list[Participant]] = {}
    of_drill = select(Participant).join(Team).where(Team.drill_id == drill_id)
    for one in session.scalars(of_drill.order_by(Participant.joined_at, Participant.id)):
        people.setdefault(one.team_id, []).append(one)
    over = drill.state == "ended"
    return {
        "drill": _drill_view(drill),
        "kept_until": max(ended_at(session, drill) + KEEP_WORDS, drill.keep_until or now) if over else None,
        "days": KEEP_WORDS.days,
        "teams": [
            {"id": team.id, "name": team.name, "bot": team.bot, "people": list(map(_person, people.get(team.id, ())))}
            for team in teams
        ],
    }


def _person(one: Participant) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "erased": one.erased_at is not None, "removed": one.removed_at is not None,
        "bot": one.bot,
    }  # fmt: skip


def _drill_view(drill: Drill) -> dict[str, Any]:
    return {
        "id": drill.id, "name": drill.name, "state": drill.state, "rehearsal": drill.rehearsal,
        "time_zone": drill.time_zone, "keep_until": drill.keep_until,
    }  # fmt: skip


def erasure_preview(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, participant_id: str
) -> dict[str, Any]:
    """Give how much erasing a participant takes away; ``unrated`` of her responses leave the score with it."""
    drill = drill_row(session, drill_id)
    one, team = participant_of(session, drill_id, participant_id)
    hers = select(func.count()).select_from(Response).where(Response.participant_id == one.id)
    notes = select(func.count()).select_from(HotwashNote).where(HotwashNote.participant_id == one.id)
    return {
        "drill": _drill_view(drill), "team": {"id": team.id, "name": team.name}, "person": _person(one),
        "responses": session.scalar(hers.where(Response.erased_at.is_(None))),
        "unrated": lost_by_erasing(session, drill, one.id),
        "notes": session.scalar(notes),
        "still_plays": can_still_answer(Scene(session, now, actor, drill), team.id),
        "held": drill.keep_until is not None and drill.keep_until > now,
    }  # fmt: skip


def account_erasure_preview(session: Session, now: datetime, actor: Actor, *, account_id: str) -> dict[str, Any]:
    """Give what erasing a member of staff takes away, and what stays under an id without a name."""
    one = session.get(Account, account_id)
    if one is None or one.bot:
        raise Refusal("not_found")

    def count(table: Any) -> int:
        return session.scalar(select(func.count()).select_from(table).where(table.account_id == one.id)) or 0

    return {
        "person": {"id": one.id, "name": one.name, "email": one.email, "erased": one.erased_at is not None},
        "disabled": one.disabled_at is not None, "oneself": one.id == actor.id,
        "roles": count(Grant), "sessions": count(WebSession), "ratings": count(Rating),
        "drills_led": session.scalar(select(func.count()).select_from(Drill).where(Drill.lead_id == one.id)),
        "typed": session.scalar(select(func.count()).select_from(Response).join(Delivery)
                                .where(Response.entered_by == one.id)),
    }  # fmt: skip
