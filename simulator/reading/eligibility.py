"""Eligibility as staff read it: what waits for whom, and one application beside the rules."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.application_content import filled_attributes
from simulator.frozen_call import call_of_programme
from simulator.programme.findings import (
    curing,
    eligibility_desk,
    findings_of,
    may_check,
    outcome_of,
    round_of,
)
from simulator.programme.stage_ground import eligibility_closed_at, programme_of
from simulator.reading.programme_home import head_of
from simulator.refusal import Refusal
from simulator.rows import Account, Application, ApplicationVersion, Declaration, Eligibility

View = dict[str, Any]
SETTLED = ("eligible", "ineligible")


def eligibility_list(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> View:
    """Give a line per application that was sent; *waits* says what of it the reader can do."""
    programme = programme_of(session, programme_id)
    call = call_of_programme(session, programme)
    query = (
        select(Application, ApplicationVersion)
        .join(ApplicationVersion, ApplicationVersion.application_id == Application.id)
        .where(Application.programme_id == programme_id, ApplicationVersion.current, Application.erased_at.is_(None))
        .order_by(Application.code)
    )
    rows = session.execute(query).all()
    found = _findings(session, programme_id)
    lines = []
    for application, version in rows:
        mine = found.get(application.id, [])
        outcome = outcome_of([one for one in mine if one.version == round_of(application)])
        own = any(one.account_id == actor.id for one in outcome.findings)
        lines.append(
            {
                "id": application.id, "code": application.code, "state": application.state,
                "complete": version.complete,
                "language": application.language, "attributes": filled_attributes(call, version.content),
                "members": len(version.content["members"]), "found": len(outcome.findings), "mine": own,
                "third": outcome.third and outcome.verdict is None, "cure_until": application.cure_until,
                "curing": curing(application, now), "round": round_of(application), "in_grace": version.in_grace,
                "waits": _waits(application, outcome.third, len(outcome.findings), own, now),
            }
        )  # fmt: skip
    declared = session.get(Declaration, (eligibility_desk(programme_id), actor.id))
    return {
        "programme": head_of(session, programme, call), "call": call, "lines": lines,
        "declared": declared is not None, "institution": declared.institution if declared else None,
        "opens_at": call.windows.applications.ends, "is_open": now > call.windows.applications.ends,
        "closed_at": eligibility_closed_at(session, programme_id),
        "left": sum(one["state"] not in SETTLED for one in lines),
    }  # fmt: skip


def _findings(session: Session, programme_id: str) -> Mapping[str, list[Eligibility]]:
    query = select(Eligibility).join(Application).where(Application.programme_id == programme_id, Eligibility.current)
    found: dict[str, list[Eligibility]] = {}
    for one in session.scalars(query.order_by(Eligibility.found_at, Eligibility.id)):
        found.setdefault(one.application_id, []).append(one)
    return found


def _waits(application: Application, third: bool, count: int, own: bool, now: datetime) -> str:
    if application.state in SETTLED:
        return "settled"
    if curing(application, now):
        return "team"
    if own:
        return "others"
    return "third" if third else "first" if count == 0 else "second"


def eligibility_sheet(session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str) -> View:
    """Give what the reader found of an application, and what she can do; others' findings only once hers is in."""
    programme, application = programme_of(session, programme_id), session.get(Application, application_id)
    if application is None or application.programme_id != programme_id:
        raise Refusal("not_found")
    call = call_of_programme(session, programme)
    findings = findings_of(session, application)
    outcome = outcome_of(findings)
    mine = next((one for one in findings if one.account_id == actor.id), None)
    shown = mine is not None or application.state in SETTLED or outcome.third
    names = dict(session.execute(select(Account.id, Account.name)).all())
    closed = eligibility_closed_at(session, programme_id) is not None
    refused = may_check(session, call, application, actor.id)
    return {
        "programme": head_of(session, programme, call), "mine": None if mine is None else _told(mine, names),
        "findings": [_told(one, names) for one in findings] if shown else [], "found": len(findings),
        "third": outcome.third, "settled": application.state in SETTLED, "refused": refused,
        "round": round_of(application),
        "curing": curing(application, now), "now": now,
        "may_find": not (
            closed or refused or application.state in SETTLED or curing(application, now)
            or now <= call.windows.applications.ends or (mine is not None and len(findings) >= 2)
        ),
        "may_cure": call.windows.cure is not None and application.cure_until is None,
    }  # fmt: skip


def _told(one: Eligibility, names: Mapping[str, str]) -> View:
    return {
        "who": names.get(one.account_id, ""), "verdict": one.verdict, "reasons": one.reasons, "note": one.note,
        "at": one.found_at,
    }  # fmt: skip
