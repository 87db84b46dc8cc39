"""Orders: what is sent by hand to several teams waits ten seconds, with an undo (rules.md 15)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from simulator.actor import PROGRAM
from simulator.by_hand import BY_HAND, Press
from simulator.refusal import Refusal
from simulator.rows import Drill, Order
from simulator.scene import Scene, open_scene

OUTBOX_DELAY = timedelta(seconds=10)


def place_order(scene: Scene, verb: str, press: Press) -> dict[str, Any]:
    """Let an order wait for its ten seconds; the same to one of its teams twice is refused."""
    same = select(Order.teams).where(
        Order.drill_id == scene.drill.id, Order.verb == verb, Order.inject == press.inject, Order.state == "waiting"
    )
    if any(set(teams) & set(press.teams) for teams in scene.session.scalars(same)):
        # An undo of the one would not stop the other.
        raise Refusal("already_done", inject=press.inject)
    order = Order(
        drill_id=scene.drill.id, verb=verb, inject=press.inject, teams=list(press.teams), unmet=list(press.unmet),
        reason=press.reason, actor=str(scene.actor), runs_at=scene.now + OUTBOX_DELAY,
    )  # fmt: skip
    scene.session.add(order)
    scene.session.flush()
    told = {} if press.reason is None else {"reason": press.reason}
    scene.tell("order_placed", order=order.id, verb=verb, inject=press.inject, teams=len(press.teams), **told)
    return {"order": order.id, "runs_at": order.runs_at}


def carry_out_orders(session: Session, now: datetime, drill_id: str) -> int:
    """Carry out a drill's orders whose time has come; each happens once, and none while the drill is paused."""
    waiting = _waiting(Order.id).where(Order.drill_id == drill_id, Order.runs_at <= now).order_by(Order.runs_at)
    found = session.scalars(waiting).all()
    for order_id in found:
        scene = open_scene(session, now, PROGRAM, drill_id)
        _carry_out(scene, session.get_one(Order, order_id, populate_existing=True))
    return len(found)


def _carry_out(scene: Scene, order: Order) -> None:
    if not claim_order(scene.session, order, "done"):
        return
    # After ENDEX nothing new goes out, but what was a mistake can still be taken back.
    possible = scene.drill.state == "running" or order.verb == "withdraw"
    press = Press(order.inject, order.teams, order.unmet, order.reason)
    done = BY_HAND[order.verb](scene, press) if possible else 0
    scene.tell("order_carried_out", order=order.id, verb=order.verb, inject=order.inject, teams=done)


def claim_order(session: Session, order: Order, state: str) -> bool:
    """Move an order out of waiting; exactly one of two writers succeeds."""
    written = session.execute(update(Order).where(Order.id == order.id, Order.state == "waiting").values(state=state))
    return bool(written.rowcount == 1)  # type: ignore[attr-defined]


def next_orders(session: Session) -> Sequence[tuple[str, datetime]]:
    """Give each drill in which an order waits, and the instant at which its next one runs."""
    session.flush()
    return session.connection().execute(_NEXT).all()


def _waiting(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(Drill, Drill.id == Order.drill_id)
        .where(Order.state == "waiting", Drill.state != "paused")
    )


_NEXT = _waiting(Order.drill_id, func.min(Order.runs_at)).group_by(Order.drill_id)
