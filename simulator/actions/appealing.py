"""Appeals against a drill's provisional result: filed by a team's lead, rated again by others, decided (rule 32)."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.actions.joining import own_scene
from simulator.actor import Actor
from simulator.counted_ratings import RERATERS, appealed, came_to_more
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.more import ask_another
from simulator.desk.queue import APPEAL, open_assignments, place_of
from simulator.desk.rating_state import levels_by_unit
from simulator.digest import salted_digest
from simulator.leading import speaks_for_team
from simulator.publishing import UNDECIDED, appeals_until
from simulator.refusal import Refusal
from simulator.rows import Appeal, Delivery, Rating, Response
from simulator.scene import Scene, open_scene
from simulator.score_rules import appeal_grounds

LONGEST_WORDS, LONGEST_NOTE, MOST_APPEALS = 4000, 1000, 10
UPHELD, DISMISSED = "upheld", "dismissed"
# Why an appeal is decided as it is, by code; the team reads the words.
UPHOLDING = ("error_corrected", "rule_applied_now", "evaluator_replaced", "technical_cause_seen", "rated_higher")
REASONS = (
    *UPHOLDING, "no_error_found", "rule_was_applied", "no_interest_found", "nothing_in_the_log", "rated_not_higher",
    "not_a_ground",
)  # fmt: skip
# What such a reason says of those who rated again.
CAME_TO_MORE = {"rated_higher": True, "rated_not_higher": False}


def file_appeal(
    session: Session, now: datetime, actor: Actor, *, ground: str, inject: str | None = None, words: str = ""
) -> str:
    """File an appeal on a named ground, as the team's lead, within the window; gives its id.

    *inject* names the one it is about, if it is about one.
    """
    scene, participant = own_scene(session, now, actor)
    until = appeals_until(session, scene.drill)
    if until is None:
        # Before anything was told there is nothing here, for anybody.
        raise Refusal("not_found")
    if not speaks_for_team(session, scene.scenario, participant):
        raise Refusal("lead_appeals_only")
    if scene.drill.published_at is not None or now > until:
        raise Refusal("appeals_are_closed")
    if ground not in appeal_grounds(session, scene.drill):
        raise Refusal("ground_unknown")
    if inject is not None and inject not in _injects_of(scene, participant.team_id):
        raise Refusal("not_found")
    text = words.strip()
    if len(text) > LONGEST_WORDS:
        raise Refusal("appeal_too_long", longest=LONGEST_WORDS)
    _require_room(session, scene, participant.team_id, ground, inject)
    appeal = Appeal(
        scope=f"drill:{scene.drill.id}", team_id=participant.team_id, inject=inject, ground=ground, words=text,
        filed_by=participant.id, filed_at=now,
    )  # fmt: skip
    session.add(appeal)
    session.flush()
    scene.tell(
        "appeal_filed", team=participant.team_id, appeal=appeal.id, ground=ground, inject=inject,
        words=salted_digest(appeal.salt, text) if text else None,
    )  # fmt: skip
    return appeal.id


def _injects_of(scene: Scene, team_id: str) -> set[str]:
    got = select(Delivery.inject).where(Delivery.team_id == team_id, Delivery.delivered_at.is_not(None))
    return set(scene.session.scalars(got))


def _require_room(session: Session, scene: Scene, team_id: str, ground: str, inject: str | None) -> None:
    mine = (Appeal.scope == f"drill:{scene.drill.id}", Appeal.team_id == team_id)
    same = select(Appeal.id).where(*mine, Appeal.ground == ground, Appeal.inject == inject)
    if session.scalar(same.limit(1)) is not None:
        raise Refusal("already_appealed")
    if (session.scalar(select(func.count()).where(*mine)) or 0) >= MOST_APPEALS:
        raise Refusal("too_many_appeals", most=MOST_APPEALS)


def ask_rerating(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, appeal_id: str, inject_id: str | None = None
) -> list[str]:
    """Ask two others to rate anew, blind, what an appeal is about; gives who was asked. All or nobody is asked."""
    scene, appeal = _open_appeal(session, now, actor, drill_id, appeal_id)
    desk = DrillDesk(session, now, scene.drill)
    place = (appeal.team_id or "", inject_id or appeal.inject or "")
    unit = next((one for one in desk.units if one.place == place), None)
    if unit is None:
        raise Refusal("nothing_to_rerate")
    if any(one.purpose == APPEAL and place_of(desk, one) == place for one in open_assignments(desk)):
        raise Refusal("rerating_is_asked")
    asked: list[str] = []
    for _number in range(RERATERS):
        found = ask_another(scene, desk, place, unit.language, APPEAL)
        if found is None:
            raise Refusal("rerating_needs_two", asked=len(asked))
        session.flush()
        asked.append(found)
    appeal.state, appeal.inject = "rerating", place[1]
    scene.tell("appeal_rerating", team=appeal.team_id, appeal=appeal.id, inject=place[1])
    return asked


def decide_appeal(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, appeal_id: str, upheld: bool, reason: str,
    note: str = "",
) -> None:  # fmt: skip
    """Decide an appeal with a coded reason that the team reads; who rated the team does not decide.

    Upheld after a re-rating, the better of the two counts; upheld for a deviation, two people override its ruling.
    """
    scene, appeal = _open_appeal(session, now, actor, drill_id, appeal_id)
    if reason not in REASONS:
        raise Refusal("reason_unknown", reasons=", ".join(REASONS))
    if len(note.strip()) > LONGEST_NOTE:
        raise Refusal("note_too_long", longest=LONGEST_NOTE)
    if _has_rated(session, actor, appeal):
        raise Refusal("appeal_by_rater")
    if appeal.state == "rerating" and _still_rating(scene, appeal):
        raise Refusal("rerating_waits")
    _require_true(scene, appeal, upheld, reason)
    appeal.state, appeal.reason, appeal.note = UPHELD if upheld else DISMISSED, reason, note.strip()
    appeal.decided_by, appeal.decided_at = actor.id, now
    scene.tell(
        "appeal_decided", team=appeal.team_id, appeal=appeal.id, upheld=upheld, reason=reason,
        note=salted_digest(appeal.salt, appeal.note) if appeal.note else None,
    )  # fmt: skip


def _require_true(scene: Scene, appeal: Appeal, upheld: bool, reason: str) -> None:
    """Refuse a reason that says the other decision, or of a re-rating what is not so: the team reads it."""
    if upheld is not (reason in UPHOLDING):
        raise Refusal("reason_contradicts")
    if reason in CAME_TO_MORE and _came_to_more(scene, appeal) is not CAME_TO_MORE[reason]:
        raise Refusal("rerating_says_otherwise")


def _came_to_more(scene: Scene, appeal: Appeal) -> bool | None:
    desk = DrillDesk(scene.session, scene.now, scene.drill)
    place = (appeal.team_id or "", appeal.inject or "")
    again = appealed(scene.session, scene.drill).get(place)
    unit = next((one for one in desk.units if one.place == place), None)
    if not again or unit is None or desk.scenario.rubric is None:
        return None
    return came_to_more(desk.scenario.rubric.rubric, levels_by_unit(desk, unit.id).get(unit.id, {}), again)


def _open_appeal(session: Session, now: datetime, actor: Actor, drill_id: str, appeal_id: str) -> tuple[Scene, Appeal]:
    scene = open_scene(session, now, actor, drill_id)
    appeal = session.get(Appeal, appeal_id, populate_existing=True)
    if appeal is None or appeal.scope != f"drill:{drill_id}":
        raise Refusal("not_found")
    if scene.drill.published_at is not None:
        raise Refusal("standings_are_published")
    if appeal.state not in UNDECIDED:
        raise Refusal("decision_is_over")
    return scene, appeal


def _has_rated(session: Session, actor: Actor, appeal: Appeal) -> bool:
    hers = (
        select(Rating.id)
        .join(Response, Response.id == Rating.response_id)
        .join(Delivery, Delivery.id == Response.delivery_id)
        .where(Delivery.team_id == appeal.team_id, Rating.account_id == actor.id)
    )
    return session.scalar(hers.limit(1)) is not None


def _still_rating(scene: Scene, appeal: Appeal) -> bool:
    desk = DrillDesk(scene.session, scene.now, scene.drill)
    place = (appeal.team_id or "", appeal.inject or "")
    return any(one.purpose == APPEAL and place_of(desk, one) == place for one in open_assignments(desk))
