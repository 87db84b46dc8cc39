"""Opening a rating again after the round has closed: it takes two people, has a coded reason, and keeps versions."""

from simulator.desk.drill_desk import DrillDesk
from simulator.desk.opening import tell
from simulator.desk.queue import REOPENED, ask_her, open_assignments
from simulator.desk.rating_state import given_on
from simulator.desk.unit import Unit
from simulator.refusal import Refusal
from simulator.rows import Decision
from simulator.scene import Scene
from simulator.two_people import Effect, Subject

REASONS = ("slip", "wrong_response", "not_whole", "rule_not_applied", "interest")


def _check(scene: Scene, subject: Subject) -> None:
    reopened(scene, subject)


def reopened(scene: Scene, subject: Subject) -> tuple[DrillDesk, Unit, list[str]]:
    """Give the unit and whose ratings of it are opened again; refuse where there is nothing to open.

    *subject* names the ``response``, a ``reason``, and the ``account`` of one evaluator; without it all of hers are.
    """
    desk = DrillDesk(scene.session, scene.now, scene.drill)
    unit = desk.unit(str(subject.get("response", "")))
    if subject.get("reason") not in REASONS:
        raise Refusal("reason_unknown", reasons=", ".join(REASONS))
    if scene.drill.published_at is not None:
        raise Refusal("standings_are_published")
    if desk.closed is None:
        raise Refusal("rating_is_open")
    if unit.erased:
        raise Refusal("response_erased")
    who = subject.get("account")
    raters = sorted(account for _unit, account in given_on(desk, unit.id) if who in (None, account))
    again = {one.account_id for one in open_assignments(desk, place=unit.place) if one.purpose == REOPENED}
    left = [account for account in raters if account not in again]
    if not left:
        raise Refusal("nothing_to_reopen")
    return desk, unit, left


def _reopen(scene: Scene, decision: Decision) -> None:
    desk, unit, accounts = reopened(scene, decision.subject)
    for account in accounts:
        ask_her(desk, account, unit.place, REOPENED)
        tell(
            scene, desk, "rating_reopened", whose=unit.whose, response=unit.id, account=account,
            reason=decision.subject["reason"], decision=decision.id,
        )  # fmt: skip


REOPEN_RATING = Effect("drill", _check, _reopen)
