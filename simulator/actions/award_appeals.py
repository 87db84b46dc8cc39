"""Appeals against a stage's result: filed by a team's lead on a named ground, decided by somebody who did not rate."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import salted_digest
from simulator.mailing import write_to_lead
from simulator.programme.awarding import appeals_scope, appeals_until
from simulator.programme.rerating import ask_again, rerated
from simulator.programme.stage_ground import StageGround, stage_of
from simulator.programme_scene import open_programme
from simulator.refusal import Refusal
from simulator.rows import Appeal, Application, Eligibility, Rating, Team
from simulator.rows.play import Delivery, Response

LONGEST_WORDS, LONGEST_NOTE = 4000, 1000
# These two need a re-rating, and its result decides between them.
HIGHER, NOT_HIGHER = "rated_higher", "rated_not_higher"
UPHELD = (HIGHER, "error_found", "rule_not_applied", "interest_found", "incident_found", "language_found")
REJECTED = (NOT_HIGHER, "no_error", "not_a_ground", "nothing_shown")


def appeal_award(session: Session, now: datetime, actor: Actor, *, stage: str, ground: str, words: str = "") -> str:
    """Appeal against what one was told in a stage, within the window and on a ground that the call names."""
    scene = open_programme(session, now, actor, actor.programme_id)
    here = stage_of(scene, stage)
    here.require_state("provisional")
    until = appeals_until(here)
    if here.call.appeals is None or until is None:
        raise Refusal("no_appeals")
    if now > until:
        raise Refusal("appeals_window_over", at=until)
    if ground not in {one.id for one in here.call.appeals.grounds}:
        raise Refusal("not_found")
    said = words.strip()
    if not said or len(said) > LONGEST_WORDS:
        raise Refusal("appeal_needs_words", longest=LONGEST_WORDS)
    mine = select(Appeal.id).where(Appeal.scope == appeals_scope(here), Appeal.application_id == actor.id)
    if session.scalar(mine) is not None:
        raise Refusal("appeal_is_filed")
    appeal = Appeal(
        scope=appeals_scope(here), application_id=actor.id, ground=ground, words=said, filed_at=now
    )  # fmt: skip
    session.add(appeal)
    session.flush()
    digest = salted_digest(appeal.salt, said)
    scene.tell("appeal_filed", appeal=appeal.id, stage=stage, application=actor.id, ground=ground, words=digest)
    return appeal.id


def decide_award_appeal(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, appeal_id: str, reason: str, note: str = ""
) -> None:
    """Decide an appeal by a coded *reason*, which says whether it is upheld; whoever rated that team may not."""
    scene = open_programme(session, now, actor, programme_id)
    appeal = session.get(Appeal, appeal_id, populate_existing=True)
    scope, _sign, stage = (appeal.scope if appeal else "").rpartition(":")
    if appeal is None or scope != f"programme:{programme_id}":
        raise Refusal("not_found")
    here = stage_of(scene, stage)
    if appeal.state != "open":
        raise Refusal("appeal_is_decided")
    if reason not in (*UPHELD, *REJECTED):
        raise Refusal("reason_unknown", reasons=", ".join((*UPHELD, *REJECTED)))
    if len(note.strip()) > LONGEST_NOTE:
        raise Refusal("note_too_long", longest=LONGEST_NOTE)
    _check_rerating(here, appeal.application_id or "", reason)
    if _has_judged(session, actor.id, appeal.application_id or ""):
        raise Refusal("appeal_by_others")
    appeal.state = "upheld" if reason in UPHELD else "rejected"
    appeal.reason, appeal.note, appeal.decided_by, appeal.decided_at = reason, note.strip(), actor.id, now
    scene.tell(
        "appeal_decided", appeal=appeal.id, stage=stage, application=appeal.application_id, state=appeal.state,
        reason=reason, note=salted_digest(appeal.salt, appeal.note) if appeal.note else None,
    )  # fmt: skip
    application = session.get_one(Application, appeal.application_id)
    title = here.call.title.say(application.language, here.call.languages)
    write_to_lead(session, now, application, "appeal_decided", call=title, state=appeal.state, note=appeal.note)


def rerate_application(session: Session, now: datetime, actor: Actor, *, programme_id: str, appeal_id: str) -> int:
    """Let others rate an application again, blind, before its appeal is decided; gives how many were asked."""
    scene = open_programme(session, now, actor, programme_id)
    appeal = session.get(Appeal, appeal_id, populate_existing=True)
    scope, _sign, stage = (appeal.scope if appeal else "").rpartition(":")
    if appeal is None or scope != f"programme:{programme_id}":
        raise Refusal("not_found")
    here = stage_of(scene, stage)
    if here.planned.score != "merit":
        raise Refusal("not_found")
    if appeal.state != "open":
        raise Refusal("appeal_is_decided")
    return ask_again(scene, here, appeal.application_id or "")


def _check_rerating(here: StageGround, application_id: str, reason: str) -> None:
    """Refuse a decision before a re-rating is whole, and one by it that its result does not bear out."""
    found = rerated(here, application_id)
    if found is not None and found.missing:
        raise Refusal("award_rerating_waits", left=found.missing)
    if reason in (HIGHER, NOT_HIGHER) and (found is None or found.higher is not (reason == HIGHER)):
        raise Refusal("rerating_says_otherwise")


def _has_judged(session: Session, account_id: str, application_id: str) -> bool:
    """Say whether somebody has rated a team, its application or its responses, or found on its eligibility."""
    of_team = (
        select(Rating.id)
        .join(Response, Rating.response_id == Response.id)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .join(Team, Team.id == Delivery.team_id)
        .where(Rating.account_id == account_id, Team.application_id == application_id)
    )
    asked = (
        select(Rating.id).where(Rating.account_id == account_id, Rating.application_id == application_id), of_team,
        select(Eligibility.id).where(
            Eligibility.account_id == account_id, Eligibility.application_id == application_id
        ),
    )  # fmt: skip
    return any(session.scalar(one.limit(1)) is not None for one in asked)
