"""What happens by itself next, read for all drills at once: a clock with nothing to do must cost little."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from simulator.clock import DrillClock
from simulator.ending import ENDEX_MARGIN, hotwash_times
from simulator.orders import next_orders
from simulator.rows import Delivery, Drill, Team
from simulator.whispering import whisper

_awaits_hotwash = select(Team.id).where(Team.drill_id == Drill.id, Team.hotwash_at.is_(None)).exists()
# The drills in which something can still happen by itself.
ALIVE = and_(
    Drill.clock_since.is_not(None), or_(Drill.state == "running", and_(Drill.state == "ended", _awaits_hotwash))
)


def _earliest(column: Any, state: str) -> Any:
    # Answered by one look into an index of deliveries, however many there are.
    return select(func.min(column)).where(Delivery.drill_id == Drill.id, Delivery.state == state).scalar_subquery()


_COMING = select(
    Drill.id, Drill.state, Drill.clock_base, Drill.clock_since, Drill.speed, Drill.duration, Drill.ended_at,
    Drill.seen_at,
    _earliest(Delivery.closes_at, "delivered").label("closes_at"),
    _earliest(Delivery.due_at, "planned").label("due_at"),
).where(ALIVE)  # fmt: skip


_COMING_IN_ONE = _COMING.where(Drill.id == bindparam("drill_id"))


# The room in which the clock's owner hears that something may be due sooner than she knows.
SOONER = "agenda"


def come_sooner(session: Session) -> None:
    """Let the clock's owner look again after this commit: something has got its due instant."""
    whisper(session, SOONER, "sooner")


@dataclass(frozen=True)
class Agenda:
    """The drills that have something due, in the order in which everybody locks them, and when something is next.

    *delivers*: what is next is delivered, and no answer, play or hotwash ends at that instant.
    """

    due: tuple[str, ...]
    next_at: datetime | None
    delivers: bool


def read_agenda(session: Session, now: datetime, *, unseen_since: datetime | None = None) -> Agenda:
    """Look at all drills in two statements, three while a hotwash is awaited.

    A drill whose clock's owner has not been seen since *unseen_since* is due too: there was an outage.
    """
    due, coming = set(), list[tuple[datetime, bool]]()
    for row, time, delivers in _coming(session):
        clock = DrillClock(row.clock_base, row.clock_since, row.speed)
        if (instant := clock.instant(time)) is not None:
            coming.append((instant, delivers))
        unseen = unseen_since is not None and row.seen_at is not None and row.seen_at < unseen_since
        if unseen or time <= clock.drill_time(now):
            due.add(row.id)
    for drill_id, runs_at in next_orders(session):
        coming.append((runs_at, True))
        if runs_at <= now:
            due.add(drill_id)
    next_at = min((instant for instant, _delivers in coming), default=None)
    return Agenda(tuple(sorted(due)), next_at, bool(coming) and all(one[1] for one in coming if one[0] == next_at))


def next_time_in(session: Session, drill_id: str) -> timedelta | None:
    """Give the drill time at which the next thing happens by itself in one drill; None where nothing will."""
    return next((time for _row, time, _delivers in _coming(session, drill_id)), None)


def _coming(session: Session, drill_id: str | None = None) -> Iterator[tuple[Row[Any], timedelta, bool]]:
    # Below the ORM, whose part would be the dearer one: each action of a server asks so.
    session.flush()
    one = () if drill_id is None else ({"drill_id": drill_id},)
    rows = session.connection().execute(_COMING_IN_ONE if one else _COMING, *one).all()
    ended = [row.id for row in rows if row.state == "ended"]
    hotwashes = hotwash_times(session, ended) if ended else {}
    for row in rows:
        running = row.state == "running"
        ends = [row.duration + ENDEX_MARGIN] if running else [at for _team_id, at in hotwashes.get(row.id, ())]
        ends += [] if row.closes_at is None else [row.closes_at]
        due = [row.due_at] if running and row.due_at is not None else []
        if times := [*ends, *due]:
            yield row, min(times), min(times) not in ends
