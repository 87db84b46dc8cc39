"""A drill's clock as pages and sockets tell it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from simulator.columns import EPOCH, MILLISECOND
from simulator.rows import ClockTerm, Drill, LogRow
from simulator.scene import clock_of


def milliseconds(length: timedelta | None) -> int | None:
    """Give a length in whole milliseconds."""
    return None if length is None else length // MILLISECOND


# What of a drill its clock is told from.
CLOCK = (
    Drill.id, Drill.state, Drill.stopped, Drill.speed, Drill.clock_base, Drill.clock_since, Drill.duration,
    Drill.ended_at,
)  # fmt: skip


def clock_view(drill: Drill | Row[*tuple[Any, ...]], now: datetime) -> dict[str, Any]:
    """Give the state, the drill time in milliseconds at *now*, the server's own instant, and the speed.

    *drill* is its row, or the columns `CLOCK`.
    """
    return {
        "state": drill.state,
        "stopped": drill.stopped,
        "speed": drill.speed,
        "running": drill.clock_since is not None,
        "drill_time": milliseconds(clock_of(drill).drill_time(now)),
        "now": (now - EPOCH) // MILLISECOND,
        "duration": milliseconds(drill.duration),
        "ended_at": milliseconds(drill.ended_at),
    }


def last_known_instant(session: Session) -> datetime | None:
    """Give the latest instant that the database has seen, None where nothing has happened yet.

    A process starts its clock no earlier: a wall clock that stepped back must not take drill time with it.
    """
    told = session.scalar(select(func.max(LogRow.wall_time)))
    seen = session.scalar(select(func.max(Drill.seen_at)))
    noted = session.scalar(select(func.max(ClockTerm.told_at)))
    return max((instant for instant in (told, seen, noted) if instant is not None), default=None)
