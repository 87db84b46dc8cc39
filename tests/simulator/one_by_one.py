"""A sweep as it once was: the next happening is looked up in the database, happens alone, and is written at once."""

from sqlalchemy import and_, or_, select

from injects.timing import order_key
from simulator.actor import PROGRAM
from simulator.board import Board
from simulator.ending import ENDEX_MARGIN, end_play, open_hotwashes
from simulator.orders import carry_out_orders
from simulator.playing import close, deliver_or_skip
from simulator.rows import Delivery
from simulator.scene import open_scene


def sweep_one_by_one(session, now, drill_id):
    """Do for a drill what `sweep_drill` does."""
    scene = open_scene(session, now, PROGRAM, drill_id)
    if scene.drill.clock_since is not None and scene.drill.state in ("running", "ended"):
        while happenings := _happenings(scene):
            _happen(scene, min(happenings)[-1])
        open_hotwashes(scene)
    carry_out_orders(session, now, drill_id)


def _happenings(scene):
    due = and_(Delivery.state == "planned", Delivery.due_at <= scene.time)
    over = and_(Delivery.state == "delivered", Delivery.closes_at <= scene.time)
    running = scene.drill.state == "running"
    which = or_(due, over) if running else over
    columns = (Delivery.id, Delivery.state, Delivery.position, Delivery.due_at, Delivery.closes_at)
    found = []
    for id, state, place, due_at, closes_at in scene.session.execute(
        select(*columns).where(Delivery.drill_id == scene.drill.id, which)
    ):
        key = order_key(due_at, "inject", place) if state == "planned" else order_key(closes_at, "lapse", place)
        found.append((*key, id))
    if running and scene.drill.duration + ENDEX_MARGIN <= scene.time:
        found.append((*order_key(scene.drill.duration + ENDEX_MARGIN, "inject", len(scene.msel.injects)), 0))
    return found


def _happen(scene, delivery_id):
    if not delivery_id:
        end_play(scene)
        return
    board = Board(scene)
    cells = board.read(Delivery.id == delivery_id)
    board.read_around(cells)
    happens = close if cells[0].state == "delivered" else deliver_or_skip
    happens(board, cells[0])
    board.write()
