"""Decisions that take two people: proposed by one; seconded, refused or withdrawn; carried out at the second word."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.reopening import REOPEN_RATING
from simulator.digest import salted_digest
from simulator.penalising import LIFT_PENALTY, PENALISE
from simulator.programme.awarding import DEROGATE, FINISH_AWARDS, PUBLISH_AWARDS
from simulator.publishing import PUBLISH_FINAL, PUBLISH_PROVISIONAL
from simulator.refusal import Refusal
from simulator.rows import Decision
from simulator.ruling import CLOSE_REGISTER, OVERRIDE, RULE
from simulator.two_people import Effect, Ground, open_ground

# Every kind of decision by its name; a room adds its line here.
EFFECTS: Mapping[str, Effect] = {
    "derogate": DEROGATE,
    "publish_awards": PUBLISH_AWARDS,
    "finish_awards": FINISH_AWARDS,
    "rule": RULE,
    "override": OVERRIDE,
    "close_register": CLOSE_REGISTER,
    "penalise": PENALISE,
    "lift_penalty": LIFT_PENALTY,
    "reopen_rating": REOPEN_RATING,
    "publish_provisional": PUBLISH_PROVISIONAL,
    "publish_final": PUBLISH_FINAL,
}
LONGEST_NOTE = 1000


def propose_decision(
    session: Session, now: datetime, actor: Actor, *, kind: str, subject: Mapping[str, Any],
    drill_id: str | None = None, programme_id: str | None = None, reason: str = "", note: str = "",
) -> str:  # fmt: skip
    """Propose what a second person has to sign; gives the decision's id. Nothing is changed yet."""
    scope, ground = open_ground(session, now, actor, drill_id=drill_id, programme_id=programme_id)
    effect = EFFECTS.get(kind)
    if effect is None or effect.where != scope.partition(":")[0]:
        raise Refusal("not_found")
    words = note.strip()
    if len(words) > LONGEST_NOTE:
        raise Refusal("note_too_long", longest=LONGEST_NOTE)
    if effect.words and not words:
        raise Refusal("decision_needs_words")
    if any(one.kind == kind and one.subject == dict(subject) for one in _open(session, scope)):
        raise Refusal("decision_is_open")
    effect.check(ground, subject)
    decision = Decision(
        scope=scope, kind=kind, subject=dict(subject), reason=reason or None, note=words, proposed_by=actor.id,
        proposed_at=now,
    )  # fmt: skip
    session.add(decision)
    session.flush()
    ground.tell(
        "decision_proposed", decision=decision.id, decides=kind, subject=decision.subject, reason=decision.reason,
        note=salted_digest(decision.salt, words) if words else None,
    )  # fmt: skip
    return decision.id


def second_decision(
    session: Session, now: datetime, actor: Actor, *, decision_id: str,
    drill_id: str | None = None, programme_id: str | None = None,
) -> None:  # fmt: skip
    """Sign as the second person; what was proposed happens in the same transaction, or nothing does."""
    ground, decision = _pending(session, now, actor, decision_id, drill_id, programme_id)
    if decision.proposed_by == actor.id:
        raise Refusal("second_person_needed")
    effect = EFFECTS[decision.kind]
    effect.check(ground, decision.subject)
    _end(ground, decision, "done")
    ground.tell("decision_made", decision=decision.id, decides=decision.kind)
    effect.carry_out(ground, decision)


def refuse_decision(
    session: Session, now: datetime, actor: Actor, *, decision_id: str,
    drill_id: str | None = None, programme_id: str | None = None,
) -> None:  # fmt: skip
    """Refuse, as a second person, what was proposed; it may be proposed again."""
    ground, decision = _pending(session, now, actor, decision_id, drill_id, programme_id)
    if decision.proposed_by == actor.id:
        raise Refusal("second_person_needed")
    _end(ground, decision, "refused")
    ground.tell("decision_refused", decision=decision.id, decides=decision.kind)


def withdraw_decision(
    session: Session, now: datetime, actor: Actor, *, decision_id: str,
    drill_id: str | None = None, programme_id: str | None = None,
) -> None:  # fmt: skip
    """Take back what one has proposed oneself."""
    ground, decision = _pending(session, now, actor, decision_id, drill_id, programme_id)
    if decision.proposed_by != actor.id:
        raise Refusal("decision_is_anothers")
    _end(ground, decision, "withdrawn")
    ground.tell("decision_withdrawn", decision=decision.id, decides=decision.kind)


def _pending(
    session: Session, now: datetime, actor: Actor, decision_id: str, drill_id: str | None, programme_id: str | None
) -> tuple[Ground, Decision]:
    scope, ground = open_ground(session, now, actor, drill_id=drill_id, programme_id=programme_id)
    decision = session.get(Decision, decision_id, populate_existing=True)
    if decision is None or decision.scope != scope:
        raise Refusal("not_found")
    if decision.state != "open":
        raise Refusal("decision_is_over")
    return ground, decision


def _end(ground: Ground, decision: Decision, state: str) -> None:
    decision.state, decision.ended_by, decision.ended_at = state, ground.actor.id, ground.now


def _open(session: Session, scope: str) -> list[Decision]:
    return list(session.scalars(select(Decision).where(Decision.scope == scope, Decision.state == "open")))
