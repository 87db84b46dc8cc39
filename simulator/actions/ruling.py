"""Rulings that one person gives: on what came late, by the lead; on deviations, where no two people are asked for."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.register import LATE, STANDS, TECHNICAL, rulings_of
from simulator.rows import Delivery, Response
from simulator.ruling import RULE, require_over, rule, ruled_items
from simulator.scene import open_scene
from simulator.score_rules import demands_two


def rule_late(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, response_id: str, technical: bool, reason: str
) -> None:
    """Rule, as the lead facilitator, whether a late response was so for a technical reason (rules.md 19).

    Then it counts, without time credit; otherwise the inject lapsed. She rules after the end of play, so that no
    condition is read anew, and before ratings close, so that what counts can be rated.
    """
    scene = open_scene(session, now, actor, drill_id)
    found = session.get(Response, response_id)
    if found is None or session.get_one(Delivery, found.delivery_id).drill_id != drill_id:
        raise Refusal("not_found")
    if scene.drill.lead_id not in (None, actor.id):
        raise Refusal("lead_rules_only")
    require_over(scene)
    if scene.drill.rating_closed_at is not None:
        raise Refusal("rating_is_closed")
    about, verdict = f"response:{response_id}", TECHNICAL if technical else STANDS
    items = ruled_items(scene, {"about": [about], "verdict": verdict, "reason": reason})
    if items[0].kind != LATE:
        raise Refusal("not_found")
    known = rulings_of(session, scene.drill).get(about)
    if known is not None and known.verdict == verdict:
        raise Refusal("already_ruled")
    rule(scene, items, verdict, reason)


def rule_deviation(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, about: Sequence[str], verdict: str, reason: str
) -> None:
    """Rule on deviations alone, in a drill whose rules do not ask for two people."""
    scene = open_scene(session, now, actor, drill_id)
    if demands_two(scene.drill):
        raise Refusal("two_people_needed")
    subject = {"about": list(about), "verdict": verdict, "reason": reason}
    RULE.check(scene, subject)
    rule(scene, ruled_items(scene, subject), verdict, reason)
