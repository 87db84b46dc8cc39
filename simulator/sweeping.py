"""The alarm clock's work: deliver what is due, close what is over, end what has run out, carry out orders."""

import heapq
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Session

from injects.timing import order_key
from simulator.actor import PROGRAM
from simulator.agenda import ALIVE, next_time_in, read_agenda
from simulator.board import Board, Cell
from simulator.columns import EPOCH, MILLISECOND
from simulator.ending import ENDEX_MARGIN, end_play, open_hotwashes
from simulator.orders import carry_out_orders
from simulator.playing import close, deliver_or_skip
from simulator.rows import Delivery
from simulator.scene import Scene, open_scene

__all__ = ["ALIVE", "bring_up", "deliver_due", "next_due_at", "read_agenda", "sweep_drill"]
# An instant and what is first at it; whose, in the order of teams; the end of play is nobody's.
Happening = tuple[tuple[timedelta, int, int], int, Cell | None]


def deliver_due(session: Session, now: datetime) -> int:
    """Bring every drill up to *now* and say how many drills had something due.

    The same function serves the server, rehearsals and tests. Whatever fell due meanwhile happens in the order
    of its instants, each seeing what the one before it set (rules.md 9).
    """
    due = read_agenda(session, now).due
    for drill_id in due:
        sweep_drill(session, now, drill_id)
    return len(due)


def next_due_at(session: Session) -> datetime | None:
    """Give the next instant at which `deliver_due` will have something to do; None while nothing is planned."""
    return read_agenda(session, EPOCH).next_at


def sweep_drill(session: Session, now: datetime, drill_id: str) -> None:
    """Bring one drill up to *now*: what has fallen due in it, then the orders whose ten seconds are over.

    A server gives each drill a transaction of its own, so that what fails in one stops no other.
    """
    bring_up(session, now, drill_id, inclusive=True)
    if carry_out_orders(session, now, drill_id):
        # What an order has delivered may be followed at this very instant.
        bring_up(session, now, drill_id, inclusive=True)


def bring_up(session: Session, now: datetime, drill_id: str, *, inclusive: bool = False) -> None:
    """Bring one drill up to just before *now*, so that an action at *now* finds what came before it done.

    What falls due at this very instant waits for the tick (*inclusive*): responses come first (rules.md 9).
    """
    scene = open_scene(session, now, PROGRAM, drill_id)
    time, until = next_time_in(session, drill_id), scene.time if inclusive else scene.time - MILLISECOND
    if time is not None and time <= until:
        _sweep(scene, until)


def _sweep(scene: Scene, until: timedelta) -> None:
    board = Board(scene)
    running = scene.drill.state == "running"
    found = board.read(or_(_closing(until), _due(until)) if running else _closing(until))
    board.read_around(found)
    queue = [_happening(cell) for cell in found]
    end = scene.drill.duration + ENDEX_MARGIN
    if running and end <= until:
        queue.append((order_key(end, "inject", len(scene.msel.injects)), 0, None))
    heapq.heapify(queue)
    while queue:
        _key, _id, cell = heapq.heappop(queue)
        _happen(board, cell)
        # What happens can make more fall due, at or before this instant.
        for follower in board.take_planned():
            due_at, running = follower.due_at, scene.drill.state == "running"
            if running and follower.state == "planned" and due_at is not None and due_at <= until:
                heapq.heappush(queue, _happening(follower))
    board.write()
    open_hotwashes(scene)


def _closing(until: timedelta) -> ColumnElement[bool]:
    return and_(Delivery.state == "delivered", Delivery.closes_at <= until)


def _due(until: timedelta) -> ColumnElement[bool]:
    return and_(Delivery.state == "planned", Delivery.due_at <= until)


def _happening(cell: Cell) -> Happening:
    closing = cell.state == "delivered"
    at = cell.closes_at if closing else cell.due_at
    assert at is not None  # noqa: S101 - it would not be due
    return order_key(at, "lapse" if closing else "inject", cell.position), cell.id, cell


def _happen(board: Board, cell: Cell | None) -> None:
    if cell is None:
        # The end skips whatever has not come: all that came before it must be there.
        board.write()
        end_play(board.scene)
        board.leave_out("planned", "held")
    elif cell.state == "delivered":
        close(board, cell)
    elif cell.state == "planned" and board.scene.drill.state == "running":
        deliver_or_skip(board, cell)
