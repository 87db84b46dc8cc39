"""Recusals: whom an evaluator does not rate, and what becomes of what she was asked for and gave (rules.md 33)."""

from sqlalchemy import select

from simulator.desk.desk import Desk
from simulator.desk.more import ask_another
from simulator.desk.opening import tell
from simulator.desk.queue import FIRST, is_assigned, open_assignments, place_of
from simulator.desk.voiding import void_ratings_of
from simulator.desk.work import RECUSED, work_out
from simulator.refusal import Refusal
from simulator.rows import Recusal
from simulator.two_people import Ground

REASONS = ("institution", "hierarchy", "family", "mentor", "country", "other")


def recuse(ground: Ground, desk: Desk, account_id: str, whose: str, reason: str) -> None:
    """Keep an evaluator from one team, or application, from now on, and give her work there to others.

    What she gave there counts no longer; every version is kept.
    """
    if reason not in REASONS:
        raise Refusal("reason_unknown", reasons=", ".join(REASONS))
    known = select(Recusal.id).where(
        Recusal.desk == desk.name, Recusal.account_id == account_id, getattr(Recusal, desk.of) == whose
    )
    if desk.session.scalar(known) is not None:
        raise Refusal("already_recused")
    desk.session.add(
        Recusal(
            desk=desk.name, account_id=account_id, reason=reason, said_by=ground.actor.id, said_at=ground.now,
            **desk.named(whose),
        )
    )  # fmt: skip
    desk.session.flush()
    voided = void_ratings_of(ground, desk, account_id, whose, RECUSED)
    tell(ground, desk, "evaluator_recused", whose=whose, account=account_id, reason=reason, ratings=voided)
    if is_assigned(desk):
        _hand_on(ground, desk, account_id, whose)


def _hand_on(ground: Ground, desk: Desk, account_id: str, whose: str) -> None:
    hers = [one for one in open_assignments(desk, account_id) if place_of(desk, one)[0] == whose]
    for one in hers:
        one.ended_at, one.ended_why = ground.now, RECUSED
    desk.session.flush()
    worked = work_out(ground, desk)
    for account, place in worked.added:
        tell(ground, desk, "evaluator_asked", whose=place[0], inject=place[1], account=account, purpose=FIRST)
    for one in hers:
        place = place_of(desk, one)
        language = next((other.language for other in desk.planned if other.team == whose), None)
        if one.purpose != FIRST and language is not None:
            ask_another(ground, desk, place, language, one.purpose)
