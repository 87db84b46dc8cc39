"""Publishing an award by two people: the list becomes a fact, each team is told; later, after appeals, it is final."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scoring.selection.document import reason_document, selection_document
from simulator.digest import canonical
from simulator.mailing import write_to_lead
from simulator.programme.entrants import entrants_of
from simulator.programme.offering import awards_of, offer, offer_next
from simulator.programme.selecting import BELOW_CRITERION, Proposal, given, propose
from simulator.programme.stage_ground import StageGround, stage_of
from simulator.programme_scene import ProgrammeScene
from simulator.refusal import Refusal
from simulator.rows import Appeal, Application, Award, Decision
from simulator.two_people import Effect, Subject

DEROGATION = "derogation"


def list_digest(proposals: Sequence[Proposal]) -> str:
    """Give the SHA-256 of all the lists of a stage: what both people sign."""
    return hashlib.sha256(canonical([one.document for one in proposals]).encode()).hexdigest()


def _check_publish(scene: ProgrammeScene, subject: Subject) -> None:
    ground = stage_of(scene, str(subject.get("stage", "")))
    ground.require_state("closed")
    waiting = select(Decision.subject).where(
        Decision.scope == f"programme:{ground.programme.id}", Decision.kind == "derogate", Decision.state == "open"
    )
    if any(one.get("stage") == ground.id for one in scene.session.scalars(waiting)):
        raise Refusal("derogation_is_open")
    if list_digest(propose(ground)) != subject.get("list"):
        raise Refusal("list_has_changed")


def _publish(scene: ProgrammeScene, decision: Decision) -> None:
    ground = stage_of(scene, decision.subject["stage"])
    proposals = propose(ground)
    told: dict[str, str] = {}
    for proposal in proposals:
        told |= _keep(scene, ground, proposal, decision)
    ground.row.state, ground.row.provisional_at = "provisional", scene.now
    for one in entrants_of(ground):
        if one.id in told:
            _mail_result(scene, ground, one.application, told[one.id])


def _keep(scene: ProgrammeScene, ground: StageGround, proposal: Proposal, decision: Decision) -> dict[str, str]:
    seats, award = given(proposal), proposal.award
    changed = {str(one.subject["application"]): one.id for one in proposal.derogations}
    ranking = [*proposal.selection.ranking, *sorted(proposal.out)]
    states: dict[str, str] = {}
    for place, name in enumerate(ranking, 1):
        extra: dict[str, int] = {}
        why = _why(proposal, name)
        if name in changed:
            why = {"code": DEROGATION, "decision": changed[name], "computed": why}
            extra = {} if name in proposal.selection.seats or name not in seats else {"extra": seats[name]}
        waiting = name in proposal.selection.waitlist and name not in changed
        states[name] = "chosen" if name in seats else "waiting" if waiting else "out"
        scored = proposal.scores[name]
        reason = {
            "score": str(scored.score), "why": why,
            "criteria": {one: str(share) for one, share in sorted(scored.criteria.items())}, **extra,
        }  # fmt: skip
        size = next((one.size for one in proposal.candidates if one.id == name), 0)
        scene.session.add(
            Award(
                programme_id=ground.programme.id, stage=ground.id, award=award.id, application_id=name, place=place,
                seats=seats.get(name, size), state=states[name], reason=reason,
            )
        )  # fmt: skip
    scene.session.flush()
    document = selection_document(proposal.rules, proposal.selection)
    scene.tell(
        "awards_published", stage=ground.id, award=award.id, decision=decision.id, list=proposal.digest,
        signed=decision.subject["list"],
        randomness=proposal.rules.randomness, cut=proposal.document["cut"], band=list(proposal.band),
        candidates=proposal.document["candidates"], out=proposal.document["out"], seats=dict(sorted(seats.items())),
        computed=document["seats"], waitlist=document["waitlist"],
        relaxed=[[one["floor"], one["min"], one["to"], one["gained"]] for one in document["relaxed"]],
        certificate=document["certificate"], derogations=proposal.document["derogations"],
    )  # fmt: skip
    return states


def _why(proposal: Proposal, name: str) -> dict[str, Any]:
    if name in proposal.out:
        return {"code": BELOW_CRITERION, "criteria": list(proposal.out[name])}
    return _without_names(proposal, reason_document(proposal.selection.reasons[name]))


def _without_names(proposal: Proposal, why: dict[str, Any]) -> dict[str, Any]:
    """Leave out a value that is an institution's name: the team knows its own, and a row of facts need not."""
    if isinstance(why.get("because"), dict):
        return {**why, "because": _without_names(proposal, why["because"])}
    return {**why, "value": ""} if why.get("by") in proposal.free else why


def _mail_result(scene: ProgrammeScene, ground: StageGround, application: Application, state: str) -> None:
    say = application.language
    until = appeals_until(ground)
    write_to_lead(
        scene.session, scene.now, application, "result", call=ground.call.title.say(say, ground.call.languages),
        stage=ground.planned.title.say(say, ground.call.languages), state=state,
        until=None if until is None else until.isoformat(),
    )  # fmt: skip


def appeals_until(ground: StageGround) -> datetime | None:
    """Give until when a team may appeal; None before it was told, and where the call takes no appeals."""
    if ground.call.appeals is None or ground.row.provisional_at is None:
        return None
    return ground.row.provisional_at + ground.call.windows.appeals


def appeals_scope(ground: StageGround) -> str:
    """Name what appeals of a stage are about."""
    return f"programme:{ground.programme.id}:{ground.id}"


def _check_finish(scene: ProgrammeScene, subject: Subject) -> None:
    ground = stage_of(scene, str(subject.get("stage", "")))
    ground.require_state("provisional")
    until = appeals_until(ground)
    if until is not None and scene.now <= until:
        raise Refusal("appeals_window_open", at=until)
    waiting = (
        select(func.count()).select_from(Appeal).where(Appeal.scope == appeals_scope(ground), Appeal.state == "open")
    )
    left = scene.session.scalar(waiting) or 0
    if left:
        raise Refusal("appeals_open", left=left)


def _finish(scene: ProgrammeScene, decision: Decision) -> None:
    ground = stage_of(scene, decision.subject["stage"])
    ground.row.state, ground.row.final_at = "final", scene.now
    upheld = _uphold(scene, ground)
    scene.tell("awards_final", stage=ground.id, decision=decision.id, upheld=upheld)
    for planned in ground.planned.awards:
        for one in awards_of(ground, planned.id, "chosen"):
            offer(scene, ground, one, one.seats)
        offer_next(scene, ground, planned)


def _uphold(scene: ProgrammeScene, ground: StageGround) -> list[str]:
    """Put whose appeal was upheld first on the waitlist, or give a seat more than there were, as the call says."""
    query = (
        select(Appeal.application_id)
        .join(Application, Application.id == Appeal.application_id)
        .where(Appeal.scope == appeals_scope(ground), Appeal.state == "upheld", Application.erased_at.is_(None))
    )
    named = {name for name in scene.session.scalars(query) if name}
    done = []
    for planned in ground.planned.awards:
        for one in awards_of(ground, planned.id, "waiting", "out"):
            if one.application_id not in named:
                continue
            adds = ground.call.appeals is not None and ground.call.appeals.upheld == "adds_seat"
            one.state = "chosen" if adds else "waiting"
            one.seats = one.seats or _size(ground, planned.kind, one.application_id)
            one.reason = {**one.reason, "upheld": True, **({"extra": one.seats} if adds else {})}
            done.append(one.application_id)
    scene.session.flush()
    return sorted(set(done))


def _size(ground: StageGround, kind: str, application_id: str) -> int:
    mine = next((one for one in entrants_of(ground) if one.id == application_id), None)
    return mine.size if mine is not None and kind == "scholarship" else 1


def _check_derogate(scene: ProgrammeScene, subject: Subject) -> None:
    """*subject* names stage, award, application, and the seats it is given; 0 takes away what the rules gave."""
    ground = stage_of(scene, str(subject.get("stage", "")))
    if ground.call.derogation is None:
        raise Refusal("no_derogation")
    ground.require_state("closed")
    award = next((one for one in ground.planned.awards if one.id == subject.get("award")), None)
    entrant = next((one for one in entrants_of(ground) if one.id == subject.get("application")), None)
    seats = subject.get("seats")
    if award is None or entrant is None or set(subject) != {"stage", "award", "application", "seats"}:
        raise Refusal("not_found")
    most = entrant.size if award.kind == "scholarship" else 1
    if not isinstance(seats, int) or not 0 <= seats <= most:
        raise Refusal("seats_outside", most=most)


def _derogate(scene: ProgrammeScene, decision: Decision) -> None:
    scene.tell("derogation_made", decision=decision.id, **decision.subject)


PUBLISH_AWARDS = Effect("programme", _check_publish, _publish)
FINISH_AWARDS = Effect("programme", _check_finish, _finish)
DEROGATE = Effect("programme", _check_derogate, _derogate, words=True)


def open_appeals(session: Session, ground: StageGround) -> int:
    """Count the appeals of a stage that nobody has decided."""
    here = select(func.count()).select_from(Appeal)
    return session.scalar(here.where(Appeal.scope == appeals_scope(ground), Appeal.state == "open")) or 0
