"""The alarm clock's work: deliver what is due, close what is over, end what has run out, carry out orders."""

import heapq
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from injects.timing import order_key
from simulator.actor import PROGRAM
from simulator.columns import MILLISECOND
from simulator.ending import ENDEX_MARGIN, end_play, hotwashes_ahead, open_hotwashes
from simulator.orders import carry_out_orders, next_order_at
from simulator.playing import close, deliver_or_skip
from simulator.rows import Delivery, Drill, Team
from simulator.scene import Scene, clock_of, open_scene

_awaits_hotwash = select(Team.id).where(Team.drill_id == Drill.id, Team.hotwash_at.is_(None)).exists()
# The drills in which something can still happen by itself.
ALIVE = and_(
    Drill.clock_since.is_not(None), or_(Drill.state == "running", and_(Drill.state == "ended", _awaits_hotwash))
)
Happening = tuple[tuple[timedelta, int, int], str, int]


def deliver_due(session: Session, now: datetime) -> int:
    """Bring every drill up to *now* and say how many drills had something due.

    The same function serves the server, rehearsals and tests. Whatever fell due meanwhile happens in the order
    of its instants, each seeing what the one before it set (rules.md 9).
    """
    waiting = [drill.id for drill in _ticking(session) if _is_due(session, drill, now)]
    for drill_id in waiting:
        scene = open_scene(session, now, PROGRAM, drill_id)
        _sweep(scene, scene.time)
    return len(waiting) + carry_out_orders(session, now)


def bring_up(session: Session, now: datetime, drill_id: str) -> None:
    """Bring one drill up to just before *now*, so that an action at *now* finds what came before it done.

    What falls due at this very instant waits for the tick: responses come first (rules.md 9).
    """
    scene = open_scene(session, now, PROGRAM, drill_id)
    time = _next_time(session, scene.drill) if scene.drill.clock_since is not None else None
    if time is not None and time < scene.time:
        _sweep(scene, scene.time - MILLISECOND)


def next_due_at(session: Session) -> datetime | None:
    """Give the next instant at which `deliver_due` will have something to do; None while nothing is planned."""
    instants = [next_order_at(session)]
    for drill in _ticking(session):
        time = _next_time(session, drill)
        instants.append(None if time is None else clock_of(drill).instant(time))
    return min((instant for instant in instants if instant is not None), default=None)


def _ticking(session: Session) -> list[Drill]:
    # In one order everywhere: two who lock several drills must not wait for each other.
    query = select(Drill).where(ALIVE).order_by(Drill.id)
    return list(session.scalars(query.execution_options(populate_existing=True)))


def _is_due(session: Session, drill: Drill, now: datetime) -> bool:
    time = _next_time(session, drill)
    return time is not None and time <= clock_of(drill).drill_time(now)


def _next_time(session: Session, drill: Drill) -> timedelta | None:
    here = Delivery.drill_id == drill.id
    times = [session.scalar(select(func.min(Delivery.closes_at)).where(here, Delivery.state == "delivered"))]
    if drill.state == "running":
        times.append(session.scalar(select(func.min(Delivery.due_at)).where(here, Delivery.state == "planned")))
        times.append(drill.duration + ENDEX_MARGIN)
    else:
        times += [opens_at for _team_id, opens_at in hotwashes_ahead(session, drill)]
    return min((time for time in times if time is not None), default=None)


def _sweep(scene: Scene, until: timedelta) -> None:
    queue: list[Happening] = []
    # The rows are held until the end: otherwise each would be read again when its turn comes.
    seen: dict[tuple[str, int], Delivery | None] = {}
    # What happens can make more fall due, at or before this instant: look again until nothing does.
    while _gather(scene, until, queue, seen):
        while queue:
            (_at, _rank, _position), kind, delivery_id = heapq.heappop(queue)
            _happen(scene, kind, delivery_id)
            delivery = seen[kind, delivery_id]
            if delivery is not None and scene.msel.followers(delivery.inject):
                _gather(scene, until, queue, seen)
    open_hotwashes(scene)


def _happen(scene: Scene, kind: str, delivery_id: int) -> None:
    if kind == "end":
        end_play(scene)
        return
    delivery = scene.session.get_one(Delivery, delivery_id)
    if kind == "lapse" and delivery.state == "delivered":
        close(scene, delivery)
    elif kind == "inject" and delivery.state == "planned" and scene.drill.state == "running":
        deliver_or_skip(scene, delivery)


def _gather(
    scene: Scene, until: timedelta, queue: list[Happening], seen: dict[tuple[str, int], Delivery | None]
) -> bool:
    found = False
    for happening, delivery in _due_now(scene, until):
        if (happening[1], happening[2]) not in seen:
            seen[happening[1], happening[2]] = delivery
            heapq.heappush(queue, happening)
            found = True
    return found


def _due_now(scene: Scene, until: timedelta) -> Iterator[tuple[Happening, Delivery | None]]:
    here = Delivery.drill_id == scene.drill.id
    closing = select(Delivery).where(here, Delivery.state == "delivered", Delivery.closes_at <= until)
    for delivery in scene.session.scalars(closing.order_by(Delivery.team_id)):
        assert delivery.closes_at is not None  # noqa: S101 - the query asks for it
        yield (order_key(delivery.closes_at, "lapse", delivery.position), "lapse", delivery.id), delivery
    if scene.drill.state != "running":
        return
    due = select(Delivery).where(here, Delivery.state == "planned", Delivery.due_at <= until)
    for delivery in scene.session.scalars(due.order_by(Delivery.team_id)):
        assert delivery.due_at is not None  # noqa: S101 - the query asks for it
        yield (order_key(delivery.due_at, "inject", delivery.position), "inject", delivery.id), delivery
    end = scene.drill.duration + ENDEX_MARGIN
    if end <= until:
        yield (order_key(end, "inject", len(scene.msel.injects)), "end", 0), None
