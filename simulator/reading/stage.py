"""One stage as organizers read it: scores, drills, the proposal, what was published, offers and appeals."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.programme.awarding import appeals_scope, appeals_until, list_digest
from simulator.programme.drill_scores import counts, delivered_share, drills_of
from simulator.programme.entrants import Entrant, entrants_of
from simulator.programme.offering import awards_of, waiting_of
from simulator.programme.rerating import rerated
from simulator.programme.selecting import Proposal, derogations_of, given, propose, scores_of
from simulator.programme.stage_ground import StageGround, programme_of, stage_ground
from simulator.reading.decisions import decisions
from simulator.reading.programme_home import head_of, next_of_stage
from simulator.refusal import Refusal
from simulator.rows import Account, Appeal, Application, ApplicationVersion, Award, Drill, Team

View = dict[str, Any]


def stage_page(session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str) -> View:
    """Give all of a stage; the selection is run here where it can be, and is shown as a proposal."""
    programme = programme_of(session, programme_id)
    ground = stage_ground(session, programme, stage)
    entrants = {one.id: one for one in entrants_of(ground)}
    proposals, refused = _proposals(ground)
    return {
        "programme": head_of(session, programme, ground.call), "call": ground.call, "planned": ground.planned,
        "state": ground.row.state, "now": now, "next": next_of_stage(session, ground, now),
        "randomness": ground.row.randomness, "entrants": len(entrants),
        "scores": _scores(ground, entrants) if ground.row.state in ("open", "closed") else None,
        "drills": _drills(ground), "others": _other_drills(ground),
        "proposals": [_proposal(one, entrants) for one in proposals], "refused": refused,
        "list": list_digest(proposals) if proposals else None,
        "awards": [_award(session, ground, one.id, entrants) for one in ground.planned.awards],
        "derogations": [
            {"note": one.note, "at": one.ended_at, **one.subject, "code": _code(session, one.subject["application"])}
            for award in ground.planned.awards for one in derogations_of(ground, award.id)
        ],
        "decisions": decisions(session, now, actor, programme_id=programme_id),
        "appeals": appeals_of(session, ground), "appeals_until": appeals_until(ground),
        "people": _people(entrants),
    }  # fmt: skip


def _people(entrants: Mapping[str, Entrant]) -> list[View]:
    return [
        {"id": one.id, "code": one.application.code, "size": one.size, "attributes": dict(one.attributes)}
        for one in entrants.values()
    ]


def _scores(ground: StageGround, entrants: Mapping[str, Entrant]) -> list[View]:
    """Give how far each has come, without any score until all are in: who sees them early could still rate."""
    try:
        scores = scores_of(ground)
    except Refusal:
        return []
    whole = not scores.missing
    return [
        {
            "id": one.application, "code": entrants[one.application].application.code, "rated": one.rated, "of": one.of,
            "score": one.score if whole else None, "below": list(one.below) if whole else [],
        }
        for one in scores.scored if one.application in entrants
    ]  # fmt: skip


def _proposals(ground: StageGround) -> tuple[tuple[Proposal, ...], Refusal | None]:
    if ground.row.state != "closed" or ground.row.randomness is None:
        return (), None
    try:
        return propose(ground), None
    except Refusal as refusal:
        return (), refusal


def _proposal(one: Proposal, entrants: Mapping[str, Entrant]) -> View:
    seats = given(one)
    ranking = [*one.selection.ranking, *sorted(one.out)]
    return {
        "award": one.award, "cut": one.cut, "seats": sum(seats.values()), "digest": one.digest, "rules": one.rules,
        "relaxed": one.selection.relaxed, "certificate": one.selection.certificate,
        "rows": [
            {
                "id": name, "code": entrants[name].application.code, "place": place if name not in one.out else None,
                "score": one.scores[name].score, "size": entrants[name].size, "seats": seats.get(name, 0),
                "computed": one.selection.seats.get(name, 0), "reason": one.selection.reasons.get(name),
                "below": list(one.out.get(name, ())), "tied": name in one.band,
                "attributes": dict(entrants[name].attributes),
            }
            for place, name in enumerate(ranking, 1)
        ],
    }  # fmt: skip


def _drills(ground: StageGround) -> list[View]:
    if ground.planned.score != "drill":
        return []
    session = ground.session
    found = []
    for one in drills_of(ground):
        here = select(func.count()).select_from(Team).where(Team.drill_id == one.id)
        found.append(
            {
                "id": one.id, "name": one.name, "state": one.state, "teams": session.scalar(here),
                "final": one.published_at is not None, "provisional": one.provisional_at is not None,
                "counts": counts(ground, one),
                "share": delivered_share(ground, one) if one.state == "ended" else None,
            }
        )  # fmt: skip
    return found


def _other_drills(ground: StageGround) -> list[View]:
    query = select(Drill.id, Drill.name).where(
        Drill.programme_id == ground.programme.id, Drill.stage.is_(None), Drill.rehearsal.is_(False),
        Drill.state.in_(("draft", "ready")),
    )  # fmt: skip
    return [{"id": one, "name": name} for one, name in ground.session.execute(query.order_by(Drill.created_at))]


def _award(session: Session, ground: StageGround, award: str, entrants: Mapping[str, Entrant]) -> View:
    rows = awards_of(ground, award)
    line = {one.id: place for place, one in enumerate(waiting_of(ground, award), 1)}
    planned = ground.planned.award(award)
    return {
        "planned": planned, "rows": [_award_row(session, ground, one, line.get(one.id)) for one in rows],
        "held": sum(one.seats for one in rows if one.state in ("chosen", "offered", "accepted")),
        "accepted": sum(one.seats for one in rows if one.state == "accepted"),
    }  # fmt: skip


def _award_row(session: Session, ground: StageGround, one: Award, line: int | None) -> View:
    application = session.get_one(Application, one.application_id)
    version = session.scalar(
        select(ApplicationVersion).where(
            ApplicationVersion.application_id == one.application_id, ApplicationVersion.current
        )
    )
    members = version.content["members"] if version and not application.erased_at else []
    people = one.people or {}
    named = [members[at]["name"] for at in people.get("members", ()) if at < len(members)]
    alternate = people.get("alternate")
    return {
        "id": one.id, "application_id": one.application_id, "code": application.code, "place": one.place, "line": line,
        "seats": one.seats, "state": one.state, "reason": one.reason, "expires_at": one.expires_at,
        "answered_at": one.answered_at, "people": named, "confirmed": bool(people.get("confirmed")),
        "alternate": members[alternate]["name"] if alternate is not None and alternate < len(members) else None,
    }  # fmt: skip


def appeals_of(session: Session, ground: StageGround) -> list[View]:
    """Give the appeals of a stage, the undecided first."""
    names = dict(session.execute(select(Account.id, Account.name)).all())
    query = select(Appeal).where(Appeal.scope == appeals_scope(ground)).order_by(Appeal.filed_at)
    told = [
        {
            "id": one.id, "code": _code(session, one.application_id or ""), "application_id": one.application_id,
            "ground": one.ground, "words": one.words, "filed_at": one.filed_at, "state": one.state,
            "reason": one.reason, "note": one.note, "decided_by": names.get(one.decided_by or ""),
            "rerated": rerated(ground, one.application_id or ""),
        }
        for one in session.scalars(query)
    ]  # fmt: skip
    return sorted(told, key=lambda one: one["state"] != "open")


def _code(session: Session, application_id: str) -> str:
    found = session.get(Application, application_id)
    return found.code if found else ""
