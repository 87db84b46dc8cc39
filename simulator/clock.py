"""Clocks: the steady instant of a process, and the drill time that follows from it (rules.md 6)."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from simulator.columns import EPOCH, MILLISECOND

Clock = Callable[[], datetime]
Elapsed = Callable[[], float]
# The monotonic clock that goes on while the machine sleeps: a closed lid is an outage like a killed process, and
# whoever wakes finds how long it was. Where there is none (macOS), a sleep is as if the drill had been paused.
_BOOT = getattr(time, "CLOCK_BOOTTIME", None)


def elapsed() -> float:
    """Give the seconds that have passed since some moment, whatever is done to the wall clock."""
    return time.monotonic() if _BOOT is None else time.clock_gettime(_BOOT)


class SteadyClock:
    """Tell UTC instants that advance on the monotonic clock, so that a step of the wall clock moves nothing."""

    def __init__(self, not_before: datetime | None = None, *, elapsed: Elapsed = elapsed) -> None:
        wall = datetime.now(UTC)
        self._elapsed = elapsed
        self._start = max(wall, not_before or wall)
        self._began = elapsed()

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed() - self._began)


# How fast a small difference is made up for: a twentieth of the time that passes. A large one forwards is made up for
# at once; a large one backwards at half the speed of time, for an instant that was told is never told again.
GENTLE, SLOW = 0.05, 0.5
LARGE = 1.0
SAMPLES, FEWEST = 5, 3


class FollowingClock:
    """A steady clock that follows the house's: slewed towards what it hears, and never backwards.

    It hears samples, the house's instant at a moment of its own (`elapsed`). Of the last few the middle one counts, so
    that one which was spoilt on its way moves nothing. Left alone it is as steady as any.
    """

    def __init__(self, start: datetime, *, elapsed: Elapsed = elapsed) -> None:
        self._elapsed = elapsed
        self._samples: deque[float] = deque(maxlen=SAMPLES)
        # From this moment, what it told then, and by how many seconds it is to gain (or lose) from there on. They are
        # changed together, because native threads read them without a lock.
        self._line = (elapsed(), start, 0.0)
        self._told = start

    def __call__(self) -> datetime:
        began, start, owed = self._line
        run = max(self._elapsed() - began, 0.0)
        rate = SLOW if owed < -LARGE else GENTLE
        gained = min(run * rate, abs(owed))
        # What another thread was told by the line before may be a little later than this.
        self._told = max(self._told, start + timedelta(seconds=run + (gained if owed > 0 else -gained)))
        return self._told

    def hear(self, instant: datetime, at: float) -> None:
        """Take one sample: the house's clock showed *instant* when our `elapsed` was *at*."""
        self._samples.append((instant - EPOCH).total_seconds() - at)
        if len(self._samples) < FEWEST:
            return
        here, now = self._elapsed(), self()
        owed = median(self._samples) + here - (now - EPOCH).total_seconds()
        if owed > LARGE:
            now, owed = now + timedelta(seconds=owed), 0.0
        self._line = (here, now, owed)

    def lead(self, not_before: datetime) -> None:
        """Be the house's clock from here on: follow nobody, and tell nothing before what was told already."""
        self._samples.clear()
        self._line = (self._elapsed(), max(self(), not_before), 0.0)

    def follow(self) -> None:
        """Follow another from here on; what was heard of the one before says nothing of it."""
        self._samples.clear()


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
        # From whole instants, as the log has them: of two rows of one millisecond none can show less than the other.
        run = (now - EPOCH) // MILLISECOND - (self.since - EPOCH) // MILLISECOND
        return self.base + max(run, 0) * self.speed * MILLISECOND

    def instant(self, drill_time: timedelta) -> datetime | None:
        """Give the first instant at which the clock shows *drill_time*; None while it stands still."""
        if self.since is None:
            return None
        since = (self.since - EPOCH) // MILLISECOND * MILLISECOND + EPOCH
        # Rounded up to the millisecond: a moment earlier the clock would show less.
        return since + max(-((self.base - drill_time) // (self.speed * MILLISECOND)), 0) * MILLISECOND
