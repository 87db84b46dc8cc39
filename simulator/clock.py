"""Clocks: the steady instant of a process, and the drill time that follows from it (rules.md 6)."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from simulator.columns import MILLISECOND

Clock = Callable[[], datetime]


class SteadyClock:
    """Tell UTC instants that advance on the monotonic clock, so that a step of the wall clock moves nothing."""

    def __init__(self, not_before: datetime | None = None) -> None:
        wall = datetime.now(UTC)
        self._start = max(wall, not_before or wall)
        self._monotonic = time.monotonic()

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._monotonic)


class VirtualClock:
    """Tell whatever instant it was last set to: the clock of rehearsals and tests."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class DrillClock:
    """A drill's clock: *base* is the drill time at *since*; it stands still while *since* is None."""

    base: timedelta
    since: datetime | None
    speed: int = 1

    def drill_time(self, now: datetime) -> timedelta:
        """Give the drill time at *now*, in whole milliseconds; never less than *base*."""
        if self.since is None:
            return self.base
        run = max(now - self.since, timedelta(0)) * self.speed
        return self.base + run // MILLISECOND * MILLISECOND

    def instant(self, drill_time: timedelta) -> datetime | None:
        """Give the first instant at which the clock shows *drill_time*; None while it stands still."""
        if self.since is None:
            return None
        # Rounded up to the microsecond: a moment earlier the clock would show less.
        return self.since + max(-((self.base - drill_time) // self.speed), timedelta(0))
