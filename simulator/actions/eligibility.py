"""Eligibility: two of the staff find independently, a third decides where they differ; a formal defect is mended."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actor import Actor
from simulator.columns import MILLISECOND
from simulator.curing import open_cure
from simulator.digest import salted_digest
from simulator.frozen_call import call_of_programme
from simulator.mailing import write_to_lead
from simulator.programme.findings import (
    ELIGIBLE,
    FORMAL,
    INELIGIBLE,
    VERDICTS,
    check_reasons,
    curing,
    eligibility_desk,
    findings_of,
    may_check,
    outcome_of,
    round_of,
)
from simulator.programme.stage_ground import eligibility_closed_at
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Application, Declaration, Eligibility

LONGEST_NOTE, LONGEST_INSTITUTION = 1000, 200


def declare_institution(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, institution: str = ""
) -> None:
    """Say where one works, before one checks anybody: nobody checks an application of her own institution."""
    scene = open_programme(session, now, actor, programme_id)
    house = " ".join(institution.split())
    if len(house) > LONGEST_INSTITUTION:
        raise Refusal("declaration_too_long", longest=LONGEST_INSTITUTION)
    key = (eligibility_desk(programme_id), actor.id)
    declared = session.get(Declaration, key) or Declaration(desk=key[0], account_id=actor.id, languages=[])
    declared.institution, declared.declared_at = house or None, now
    session.add(declared)
    scene.tell("reading_declared", desk=key[0], account=actor.id, languages=[])


def find_eligibility(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str, verdict: str,
    reasons: Sequence[Sequence[str]] = (), note: str = "",
) -> str | None:  # fmt: skip
    """Say what one found: ``eligible``, ``ineligible``, or ``formal``, with reasons; gives what is settled by it.

    *reasons* are pairs of a rule and its code; for ``formal`` of ``part`` and the part to mend. Until two agree, one
    may change one's own. Where two differ, a third decides, and says why.
    """
    scene = open_programme(session, now, actor, programme_id)
    call = call_of_programme(session, scene.programme)
    application = checkable(scene, call, application_id)
    if refused := may_check(session, call, application, actor.id):
        raise Refusal(refused)
    if verdict not in VERDICTS:
        raise Refusal("not_found")
    if verdict == FORMAL and (call.windows.cure is None or application.cure_until is not None):
        raise Refusal("no_cure_window")
    pairs, words = check_reasons(call, verdict, reasons), note.strip()
    if len(words) > LONGEST_NOTE:
        raise Refusal("note_too_long", longest=LONGEST_NOTE)
    _keep(scene, application, verdict, pairs, words)
    outcome = outcome_of(findings_of(session, application))
    if outcome.verdict is not None:
        _settle(scene, call, application, outcome.verdict)
    return outcome.verdict


def close_eligibility(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, int]:
    """Tell every team whether it is eligible, all at one moment; refused until all are settled. Gives how many."""
    scene = open_programme(session, now, actor, programme_id)
    call = call_of_programme(session, scene.programme)
    _require_open(scene, call)
    sent = list(session.scalars(_sent(programme_id)))
    left = [one for one in sent if one.state not in (ELIGIBLE, INELIGIBLE)]
    if left:
        raise Refusal("eligibility_unsettled", left=len(left))
    counts = {verdict: sum(one.state == verdict for one in sent) for verdict in (ELIGIBLE, INELIGIBLE)}
    scene.tell("eligibility_closed", **counts)
    for one in sent:
        _mail_result(scene, call, one)
    return counts


def checkable(scene: ProgrammeScene, call: Call, application_id: str) -> Application:
    """Find an application that can be checked now; refuse one that is not there, still changes, or is settled."""
    application = scene.session.get(Application, application_id, populate_existing=True)
    if application is None or application.programme_id != scene.programme.id or application.erased_at is not None:
        raise Refusal("not_found")
    _require_open(scene, call)
    if application.state == "draft":
        raise Refusal("application_not_sent")
    if application.state in (ELIGIBLE, INELIGIBLE):
        raise Refusal("eligibility_settled")
    if curing(application, scene.now):
        raise Refusal("cure_is_open", at=application.cure_until)
    return application


def _require_open(scene: ProgrammeScene, call: Call) -> None:
    ends = call.windows.applications.ends
    if scene.now <= ends:
        raise Refusal("applications_still_open", at=ends)
    if eligibility_closed_at(scene.session, scene.programme.id) is not None:
        raise Refusal("eligibility_is_closed")


def _keep(scene: ProgrammeScene, application: Application, verdict: str, reasons: list[list[str]], note: str) -> None:
    session, round_ = scene.session, round_of(application)
    findings = findings_of(session, application)
    mine = next((one for one in findings if one.account_id == scene.actor.id), None)
    if mine is None and len(findings) == 2 and not note:
        raise Refusal("third_needs_words")
    if mine is not None and len(findings) == 2:
        # Both are in and differ: who could now read the other's must not follow her.
        raise Refusal("third_needed")
    if mine is None:
        mine = Eligibility(application_id=application.id, account_id=scene.actor.id, version=round_)
        session.add(mine)
    mine.verdict, mine.reasons, mine.note = verdict, reasons, note
    # Who came last must be told also from who came in the same instant: the third decides.
    mine.found_at = max((scene.now, *(one.found_at + MILLISECOND for one in findings if one is not mine)))
    session.flush()
    scene.tell(
        "eligibility_found", application=application.id, account=scene.actor.id, verdict=verdict, reasons=reasons,
        round=round_, note=salted_digest(application.salt, [mine.id, note]) if note else None,
    )  # fmt: skip


def _settle(scene: ProgrammeScene, call: Call, application: Application, verdict: str) -> None:
    if verdict == FORMAL and call.windows.cure is not None:
        named = [
            part for one in findings_of(scene.session, application) if one.verdict == FORMAL for _, part in one.reasons
        ]
        open_cure(scene, application, scene.now + call.windows.cure, list(dict.fromkeys(named)))
        return
    application.state = verdict
    scene.tell("eligibility_settled", application=application.id, verdict=verdict)


def _sent(programme_id: str) -> Select[Application]:
    here = select(Application).where(Application.programme_id == programme_id, Application.state != "draft")
    return here.where(Application.erased_at.is_(None)).order_by(Application.code)


def _mail_result(scene: ProgrammeScene, call: Call, application: Application) -> None:
    say = application.language
    known = {(rule.id, code): words for rule in call.eligibility for code, words in rule.reasons.items()}
    reasons = [
        call_reason.say(say, call.languages)
        for one in findings_of(scene.session, application) if one.verdict == application.state
        for rule, code in one.reasons
        if (call_reason := known.get((rule, code))) is not None
    ]  # fmt: skip
    write_to_lead(
        scene.session, scene.now, application, f"found_{application.state}", call=call.title.say(say, call.languages),
        reasons=list(dict.fromkeys(reasons)),
    )  # fmt: skip
