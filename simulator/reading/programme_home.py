"""A programme's home: where each stage stands, what is next, and what waits for somebody."""

from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actor import Actor
from simulator.application_scene import phase_of
from simulator.frozen_call import call_of
from simulator.programme.awarding import appeals_until, open_appeals
from simulator.programme.findings import curing
from simulator.programme.selecting import scores_of
from simulator.programme.stage_ground import StageGround, eligibility_closed_at, programme_of, stage_ground
from simulator.rows import Application, Award, Decision, Drill, Mail, Programme, Stage

View = dict[str, Any]
Step = tuple[str, dict[str, Any]]


def programme_home(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> View:
    """Give where everything stands; *next* is a code with its parameters, of the whole and of each stage."""
    programme = programme_of(session, programme_id)
    call = call_of(session, programme.call_digest) if programme.call_digest else None
    counts = _applications(session, programme_id, now)
    return {
        "programme": {"id": programme.id, "name": programme.name, "keep_until": programme.keep_until},
        "call": call, "now": now, "counts": counts,
        "phase": phase_of(call, None, now) if call else None,
        "eligibility_closed_at": eligibility_closed_at(session, programme_id),
        "next": _next(session, programme, call, now, counts),
        "stages": [_stage(session, programme, one.id, now) for one in call.stages] if call else [],
        "decisions": _count(session, Decision, Decision.scope == f"programme:{programme_id}", Decision.state == "open"),
        "mails": _mails(session, programme_id), "meetings": bool(call and call.attendance),
    }  # fmt: skip


def head_of(session: Session, programme: Programme, call: Call) -> View:
    """Give what every page of a programme names."""
    states = session.execute(select(Stage.stage, Stage.state).where(Stage.programme_id == programme.id)).all()
    return {
        "id": programme.id, "name": programme.name, "call": call, "states": dict(states),
        "meetings": call.attendance is not None,
    }  # fmt: skip


def _applications(session: Session, programme_id: str, now: datetime) -> View:
    rows = session.scalars(
        select(Application).where(Application.programme_id == programme_id, Application.erased_at.is_(None))
    ).all()
    states = Counter(one.state for one in rows)
    return {
        "draft": states["draft"], "sent": sum(states.values()) - states["draft"], "open": states["sent"],
        "eligible": states["eligible"], "ineligible": states["ineligible"],
        "curing": sum(curing(one, now) for one in rows if one.state == "sent"),
    }  # fmt: skip


def _next(session: Session, programme: Programme, call: Call | None, now: datetime, counts: View) -> Step:
    """Say what the programme as a whole waits for, before its stages speak for themselves."""
    if call is None:
        return "open_call", {}
    phase = phase_of(call, None, now)
    if phase == "before":
        return "wait_opening", {"at": call.windows.applications.opens}
    if phase in ("open", "grace"):
        return "wait_closing", {"at": call.windows.applications.ends, "sent": counts["sent"]}
    if eligibility_closed_at(session, programme.id) is None:
        if not counts["sent"]:
            return "nobody_applied", {}
        return ("screen", {"left": counts["open"]}) if counts["open"] else ("close_eligibility", {})
    return "see_stages", {}


def _stage(session: Session, programme: Programme, stage: str, now: datetime) -> View:
    ground = stage_ground(session, programme, stage)
    offers = Counter(
        session.scalars(select(Award.state).where(Award.programme_id == programme.id, Award.stage == stage))
    )
    code, parameters = next_of_stage(session, ground, now)
    return {
        "id": stage, "title": ground.planned.title, "score": ground.planned.score, "state": ground.row.state,
        "next": (code, parameters), "offers": dict(offers), "appeals": open_appeals(session, ground),
    }  # fmt: skip


def next_of_stage(session: Session, ground: StageGround, now: datetime) -> Step:
    """Say what a stage waits for, as a code and its parameters."""
    row, planned = ground.row, ground.planned
    match row.state:
        case "planned":
            return _before(session, ground)
        case "open" if planned.score == "merit":
            return "rate_merit", {"left": scores_of(ground).missing}
        case "open":
            drills = _count(session, Drill, Drill.programme_id == ground.programme.id, Drill.stage == ground.id)
            return ("play_drills", {"n": drills}) if drills else ("link_drill", {})
        case "closed" if row.randomness is None and now < planned.randomness.at:
            return "wait_randomness", {"at": planned.randomness.at}
        case "closed":
            return ("enter_randomness", {}) if row.randomness is None else ("publish", {})
        case "provisional":
            until, left = appeals_until(ground), open_appeals(session, ground)
            if until is not None and now <= until:
                return "wait_appeals", {"at": until, "left": left}
            return ("decide_appeals", {"left": left}) if left else ("finish", {})
    waiting = _count(
        session, Award, Award.programme_id == ground.programme.id, Award.stage == ground.id, Award.state == "offered"
    )
    return ("wait_answers", {"left": waiting}) if waiting else ("done", {})


def _before(session: Session, ground: StageGround) -> Step:
    if eligibility_closed_at(session, ground.programme.id) is None:
        return "wait_eligibility", {}
    if ground.planned.open_to is not None:
        before = next(one for one in ground.call.stages if ground.planned.open_to in {a.id for a in one.awards})
        row = session.get(Stage, (ground.programme.id, before.id))
        if row is None or row.state != "final":
            return "wait_stage", {"stage": before.title}
    return "open_stage", {}


def _mails(session: Session, programme_id: str) -> View:
    mine = (Mail.programme_id == programme_id, Mail.sent_at.is_(None))
    return {
        "waiting": _count(session, Mail, *mine, Mail.due_at.is_not(None)),
        "given_up": _count(session, Mail, *mine, Mail.due_at.is_(None)),
    }  # fmt: skip


def _count(session: Session, row: Any, *conditions: Any) -> int:
    return session.scalar(select(func.count()).select_from(row).where(*conditions)) or 0
