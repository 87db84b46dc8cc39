"""Why a team was decided upon as it was: levels with their anchors, the sentences, the place, the rule that decided."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actor import Actor
from simulator.application_scene import current_version, own_application_scene
from simulator.frozen_call import call_of_programme
from simulator.programme.awarding import appeals_scope, appeals_until
from simulator.programme.entrants import entrants_of
from simulator.programme.findings import findings_of
from simulator.programme.offering import awards_of, waiting_of
from simulator.programme.rerating import again_by
from simulator.programme.stage_ground import StageGround, eligibility_closed_at, programme_of, stage_ground
from simulator.reading.programme_home import head_of
from simulator.refusal import Refusal
from simulator.rows import Appeal, Application, Award, Programme, Rating, Stage

View = dict[str, Any]
TOLD = ("provisional", "final")


def decision_sheet(session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str) -> View:
    """Give the sheet of one application to organizers, as its team reads it."""
    programme = programme_of(session, programme_id)
    application = session.get(Application, application_id)
    if application is None or application.programme_id != programme_id:
        raise Refusal("not_found")
    call = call_of_programme(session, programme)
    return sheet_of(session, programme, call, application, now) | {"programme": head_of(session, programme, call)}


def own_results(session: Session, now: datetime, actor: Actor) -> View:
    """Give a lead what was decided about her own application, as far as it has been told."""
    scene = own_application_scene(session, now, actor, lock=False)
    programme = programme_of(session, scene.application.programme_id)
    return sheet_of(session, programme, scene.call, scene.application, now)


def sheet_of(session: Session, programme: Programme, call: Call, application: Application, now: datetime) -> View:
    """Give eligibility once it was told, then each stage that has told its result; evaluators have no names in it."""
    version = current_version(session, application.id)
    members = version.content["members"] if version is not None and application.erased_at is None else []
    told = eligibility_closed_at(session, programme.id) is not None
    return {
        "id": application.id, "code": application.code, "language": application.language, "call": call, "now": now,
        "programme_id": programme.id, "state": application.state if told else "sent",
        "found": _found(session, application) if told else [],
        "members": [{"at": place, "name": one["name"]} for place, one in enumerate(members)],
        "stages": [
            _stage(session, ground, application)
            for one in call.stages if (ground := stage_ground(session, programme, one.id)).row.state in TOLD
        ],
    }  # fmt: skip


def _found(session: Session, application: Application) -> list[tuple[str, str]]:
    agreed = [one for one in findings_of(session, application) if one.verdict == application.state]
    return list(dict.fromkeys((rule, code) for one in agreed for rule, code in one.reasons))


def _stage(session: Session, ground: StageGround, application: Application) -> View:
    rows = session.scalars(
        select(Award).where(
            Award.programme_id == ground.programme.id, Award.stage == ground.id, Award.application_id == application.id
        )
    ).all()
    mine = next((one for one in entrants_of(ground) if one.id == application.id), None)
    appeal = session.scalar(
        select(Appeal).where(Appeal.scope == appeals_scope(ground), Appeal.application_id == application.id)
    )
    return {
        "id": ground.id, "title": ground.planned.title, "score": ground.planned.score, "state": ground.row.state,
        "threshold": ground.planned.threshold, "randomness": ground.row.randomness,
        "appeals_until": appeals_until(ground),
        "appeal": None if appeal is None else {
            "state": appeal.state, "ground": appeal.ground, "words": appeal.words, "reason": appeal.reason,
            "note": appeal.note, "filed_at": appeal.filed_at,
        },
        "criteria": _criteria(session, ground, application) if ground.planned.score == "merit" else [],
        "awards": [_award(ground, one) for one in rows], "members": list(mine.members) if mine is not None else [],
    }  # fmt: skip


def _award(ground: StageGround, one: Award) -> View:
    line = [row.id for row in waiting_of(ground, one.award)]
    ranked = sum(row.reason["why"]["code"] != "below_criterion" for row in awards_of(ground, one.award))
    people = one.people or {}
    return {
        "id": one.id, "award": ground.planned.award(one.award), "state": one.state, "seats": one.seats,
        "place": one.place, "of": ranked, "score": Decimal(one.reason["score"]), "why": one.reason["why"],
        "upheld": bool(one.reason.get("upheld")), "line": line.index(one.id) + 1 if one.id in line else None,
        "expires_at": one.expires_at, "people": people.get("members"), "alternate": people.get("alternate"),
        "confirmed": bool(people.get("confirmed")),
    }  # fmt: skip


def _criteria(session: Session, ground: StageGround, application: Application) -> list[View]:
    """Give each criterion with every level it was given and its sentence, in an order that tells nobody's hand."""
    rubric = ground.call.rubric
    if rubric is None:
        return []
    given: Mapping[str, list[Rating]] = {name: [] for name in rubric.criteria}
    for one in session.scalars(select(Rating).where(Rating.application_id == application.id, Rating.current)):
        if one.criterion in given:
            given[one.criterion].append(one)
    # What was given again belongs to the appeal, which says what came of it.
    again = again_by(session, ground, application.id)
    places = {level: place for place, level in enumerate(rubric.levels)}
    first = {
        name: sorted(
            (one for one in ratings if one.account_id not in again),
            key=lambda one: (places.get(one.level or "", -1), one.sentence),
        )
        for name, ratings in given.items()
    }
    return [
        {
            "id": name, "criterion": criterion, "weight": criterion.weight, "threshold": criterion.threshold,
            "levels": [
                {"level": one.level, "anchor": criterion.levels.get(one.level or ""), "sentence": one.sentence}
                for one in first[name]
            ],
        }
        for name, criterion in rubric.criteria.items()
    ]  # fmt: skip


def told_stages(session: Session, programme_id: str) -> list[str]:
    """Name the stages whose results were told."""
    query = select(Stage.stage).where(Stage.programme_id == programme_id, Stage.state.in_(TOLD))
    return list(session.scalars(query))
