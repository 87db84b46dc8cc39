"""Calibration: an evaluator gives levels to model answers before she rates anybody."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.gate import NO_LEVEL, standing_of
from simulator.desk.opening import open_desk, tell
from simulator.refusal import Refusal
from simulator.rows import CalibrationRating


def rate_anchor(
    session: Session, now: datetime, actor: Actor, *, item: str, criterion: str, level: str | None,
    drill_id: str | None = None, programme_id: str | None = None, stage: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Give a level to one criterion of a model answer of the round she is in; empty means *not observed*.

    Until the round is whole she may change it, and is told nothing of how near she is; then it stands.
    """
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    standing = standing_of(desk, actor.id)
    if not standing.asked:
        raise Refusal("calibration_not_asked")
    current = standing.current
    anchor = next((one for one in current.anchors if one.item == item), None) if current else None
    if current is None or anchor is None or standing.passed:
        raise Refusal("anchor_not_open")
    if criterion not in anchor.criteria:
        raise Refusal("criterion_not_rated", criterion=criterion)
    if level is not None and level not in desk.levels:
        raise Refusal("level_outside_rubric", level=level, levels=", ".join(desk.levels))
    key = (desk.name, actor.id, item, criterion)
    given = session.get(CalibrationRating, key) or CalibrationRating(
        desk=desk.name, account_id=actor.id, item=item, criterion=criterion
    )
    given.level, given.given_at = level if level is not None else NO_LEVEL, now
    session.add(given)
    session.flush()
    whole = standing_of(desk, actor.id)
    done = sum(one.result is not None for one in whole.rounds)
    if done > sum(one.result is not None for one in standing.rounds):
        result = whole.rounds[done - 1].result
        tell(
            ground, desk, "evaluator_calibrated", account=actor.id, round=done, passed=whole.passed,
            exact=result.exact if result else 0, compared=result.compared if result else 0,
        )  # fmt: skip
    return {"whole": done > sum(one.result is not None for one in standing.rounds), "passed": whole.passed}
