"""The facilitator's hand on injects: deliver now, hold, release, skip, move, withdraw, and the undo."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, literal, type_coerce, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.by_hand import BY_HAND, WITHDRAWABLE, Press, board_of, unmet_in
from simulator.columns import DrillTime
from simulator.orders import claim_order, place_order
from simulator.playing import leave_out, set_flags
from simulator.refusal import Refusal
from simulator.rows import Delivery, Order
from simulator.scene import Scene, open_scene

REASONS = ("pacing", "technical", "safety", "fairness", "mistake", "request")
FARTHEST_MOVE = timedelta(hours=12)


def deliver_inject(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    drill_id: str,
    inject_id: str,
    team_ids: Sequence[str] | None = None,
    reason: str | None = None,
) -> dict[str, Any]:
    """Deliver an inject by hand: to one team now, to several after ten seconds with an undo."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running")
    _require_reason(None, reason)
    return _by_hand(scene, "deliver", inject_id, team_ids, "planned", "held", reason=reason)


def release_inject(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    drill_id: str,
    inject_id: str,
    team_ids: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Let a held inject go."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running")
    return _by_hand(scene, "release", inject_id, team_ids, "held")


def withdraw_inject(
    session: Session,
    now: datetime,
    actor: Actor,
    *,
    drill_id: str,
    inject_id: str,
    team_ids: Sequence[str] | None = None,
    reason: str | None = None,
) -> dict[str, Any]:
    """Take an inject back: void, to be disregarded, out of the score; for one team it takes a reason."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running", "paused", "ended")
    _require_reason(team_ids, reason)
    return _by_hand(scene, "withdraw", inject_id, team_ids, *WITHDRAWABLE, reason=reason)


def _by_hand(
    scene: Scene, verb: str, inject_id: str, team_ids: Sequence[str] | None, *states: str, reason: str | None = None
) -> dict[str, Any]:
    teams = _affected(scene, inject_id, team_ids, *states)
    unmet = [] if verb == "withdraw" else unmet_in(scene, inject_id, teams)
    press = Press(inject_id, teams, unmet, reason)
    if len(teams) > 1:
        return place_order(scene, verb, press)
    return {"order": None, "teams": BY_HAND[verb](scene, press)}


def _affected(scene: Scene, inject_id: str, team_ids: Sequence[str] | None, *states: str) -> list[str]:
    if inject_id not in scene.msel.by_id:
        raise Refusal("not_found")
    teams = scene.chosen_teams(team_ids)
    _board, cells = board_of(scene, inject_id, teams, *states)
    if not cells:
        raise Refusal("already_done", inject=inject_id)
    return [cell.team_id for cell in cells]


def undo_order(session: Session, now: datetime, actor: Actor, *, drill_id: str, order_id: str) -> None:
    """Call an order back while its ten seconds run."""
    scene = open_scene(session, now, actor, drill_id)
    order = session.get(Order, order_id)
    if order is None or order.drill_id != drill_id:
        raise Refusal("not_found")
    if not claim_order(session, order, "undone"):
        raise Refusal("already_done", inject=order.inject)
    scene.tell("order_undone", order=order.id, verb=order.verb, inject=order.inject)


def hold_inject(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, inject_id: str,
    team_ids: Sequence[str] | None = None, reason: str | None = None,
) -> int:  # fmt: skip
    """Keep an inject back until somebody releases it; for one team it takes a reason."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running", "paused")
    _require_reason(team_ids, reason)
    teams = _affected(scene, inject_id, team_ids, "planned")
    board, planned = board_of(scene, inject_id, teams, "planned")
    for cell in planned:
        cell.become(state="held", reason=reason)
        scene.tell(
            "inject_held",
            team=cell.team_id,
            inject=inject_id,
            reason=reason,
            by_hand=team_ids is not None,
        )
    board.write()
    return len(teams)


def skip_inject(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, inject_id: str,
    team_ids: Sequence[str] | None = None, reason: str | None = None,
) -> int:  # fmt: skip
    """Leave an inject out, and what would follow it; for one team it takes a reason."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running", "paused")
    _require_reason(team_ids, reason)
    teams = _affected(scene, inject_id, team_ids, "planned", "held")
    board, waiting = board_of(scene, inject_id, teams, "planned", "held")
    for cell in waiting:
        leave_out(board, cell, "by_hand", code=reason, by_hand=team_ids is not None)
    board.write()
    return len(teams)


def move_inject(session: Session, now: datetime, actor: Actor, *, drill_id: str, inject_id: str, seconds: int) -> int:
    """Let an inject that is still planned fall due earlier or later, for all teams."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running", "paused")
    if abs(seconds) > FARTHEST_MOVE.total_seconds():
        raise Refusal("move_too_far")
    teams = _affected(scene, inject_id, None, "planned")
    moved_to = type_coerce(Delivery.due_at + timedelta(seconds=seconds), DrillTime)
    moved = session.execute(
        update(Delivery)
        .where(Delivery.drill_id == drill_id, Delivery.inject == inject_id, Delivery.state == "planned")
        .where(Delivery.due_at.is_not(None), Delivery.team_id.in_(teams))
        # What is moved before now goes out now, and not as late.
        .values(due_at=case((moved_to < scene.time, literal(scene.time, DrillTime)), else_=moved_to))
    )
    if not moved.rowcount:  # type: ignore[attr-defined]
        raise Refusal("inject_has_no_time", inject=inject_id)
    scene.tell("inject_moved", inject=inject_id, seconds=seconds)
    return int(moved.rowcount)  # type: ignore[attr-defined]


def set_flag(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, team_id: str, flag: str, reason: str
) -> None:
    """Set a flag of one team by hand, with a reason; it stays set."""
    scene = open_scene(session, now, actor, drill_id)
    scene.require_state("running", "paused")
    _require_reason([team_id], reason)
    if flag not in scene.scenario.flags:
        raise Refusal("not_found")
    for team in scene.chosen_teams([team_id]):
        set_flags(scene, team, (flag,), code=reason, by_hand=True)


def _require_reason(team_ids: Sequence[str] | None, reason: str | None) -> None:
    if reason is not None and reason not in REASONS:
        raise Refusal("reason_unknown", reasons=", ".join(REASONS))
    if team_ids is not None and reason is None:
        raise Refusal("reason_missing")
