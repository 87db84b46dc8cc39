"""Whose turn the clock is, as one process sees it: she holds the lock and notes that she lives, or waits for her turn.

Whoever is not the owner tries for the lock again and again, and follows the owner's clock by what she notes. An owner
who has noted nothing for five seconds loses the lock; should she be frozen and wake, the epoch of her writes is over.
"""

import logging
from collections.abc import Callable
from functools import wraps
from threading import Event
from typing import Any, TypeVar

from simulator.actions.owning import give_clock_back, take_clock
from simulator.actor import PROGRAM, Actor
from simulator.clock import Elapsed, FollowingClock, elapsed
from simulator.house import House
from simulator.lease import Lease
from simulator.terms import ClockLost, Sign, fence
from web.refused import Refused

log = logging.getLogger("prontas.owner")
# Seconds: between two tries for the lock; without a sign of the owner until the lock is taken from her; how long the
# owner's own clock may stand before she gives it up; how long a look may take that says what her clock shows.
STEP, SILENT, STUCK, QUICK = 0.3, 5.0, 12.0, 0.1

Result = TypeVar("Result")


class Owner:
    """Hold the clock's lease, or seek it. *house* carries out its own few actions, apart from everybody else's."""

    def __init__(
        self, house: House, lease: Lease, process_id: str, refused: Refused, *, taken: Callable[[], Any],
        step: Callable[[], Any] = lambda: None, elapsed: Elapsed = elapsed,
    ) -> None:  # fmt: skip
        self._house, self._lease, self._process_id, self._refused = house, lease, process_id, refused
        self._taken, self._also, self._elapsed = taken, step, elapsed
        # Set while it is this process's turn.
        self.epoch: int | None = None
        self._noted_at = self._worked_at = 0.0
        self._seen: tuple[Any, ...] | None = None
        self._seen_at = self._elapsed()
        self._stopped = Event()

    def run(self) -> None:
        """Go on until the end of this process; the waits go by the monotonic clock."""
        while not self._stopped.wait(STEP):
            self.step()
            self._also()

    def step(self) -> None:
        """Do what is due: note a sign of life, or try to take the clock over."""
        try:
            if self.epoch is None:
                self._seek()
            else:
                self._hold(self.epoch)
        except Exception as error:
            self._refused.failed("owner", error)
            self._lose()

    def worked(self) -> None:
        """Hear that the clock's work goes on; an owner who notes that she lives, and does nothing, is none."""
        self._worked_at = self._elapsed()

    def lost(self) -> None:
        """Hear that another is the owner by now: a write of ours was refused."""
        self.epoch = None

    def _lose(self) -> None:
        was, self.epoch = self.epoch, None
        self._house.run(self._lease.let_go)
        if was is not None and isinstance(self._house.clock, FollowingClock):
            self._house.clock.follow()

    def stop(self) -> None:
        """Give the clock back, so that the next need not wait."""
        self._stopped.set()
        epoch = self.epoch
        if epoch is not None:
            try:
                self._house.perform(give_clock_back, PROGRAM, epoch=epoch)
            except Exception as error:
                self._refused.failed("owner", error)
        self._lose()

    def _hold(self, epoch: int) -> None:
        now = self._elapsed()
        if now - self._worked_at > STUCK:
            self._refused.count("the clock's work stood still")
            self._lose()
        elif now - self._noted_at >= self._lease.every.total_seconds():
            self._noted_at = now
            if not self._house.run(lambda: self._lease.note(epoch, self._house.clock)):
                self._refused.count("the clock was lost")
                self._lose()

    def _seek(self) -> None:
        if not self._house.run(self._lease.take) and not self._look():
            return
        term = self._house.perform(take_clock, PROGRAM, process_id=self._process_id)
        if isinstance(self._house.clock, FollowingClock):
            self._house.clock.lead(term.told_at)
        self._noted_at = self._worked_at = self._elapsed()
        self.epoch = term.epoch
        log.info("took the clock", extra={"epoch": term.epoch})
        self._taken()

    def _look(self) -> bool:
        """Follow the owner's clock; take the lock from an owner who is silent, and say whether it is ours now."""
        before = self._elapsed()
        sign = self._house.run(self._lease.sign)
        after = self._elapsed()
        if (noted := _noted(sign)) != self._seen:
            self._seen, self._seen_at = noted, after
            if sign is not None and after - before < QUICK:
                self._hear(sign, (before + after) / 2)
        # Measured between two looks: this process may have been frozen itself, before this one or after the last.
        elif before - self._seen_at >= SILENT:
            self._seen_at = after
            if self._house.run(lambda: self._lease.end(sign)):
                self._refused.count("a silent owner lost the clock")
                return bool(self._house.run(self._lease.take))
        return False

    def _hear(self, sign: Sign, at: float) -> None:
        instant = sign.instant
        if instant is not None and isinstance(self._house.clock, FollowingClock):
            self._house.clock.hear(instant, at)


def _noted(sign: Sign | None) -> tuple[Any, ...]:
    return () if sign is None else (sign.epoch, sign.told_at, sign.database_at, sign.ended)


class OwnersHouse:
    """The house as the clock's owner acts in it: each transaction checks first that it is still her turn."""

    def __init__(self, house: House, owner: Owner) -> None:
        self._house, self._owner = house, owner
        self.clock = house.clock

    def perform(self, action: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Carry out *action*, or raise `ClockLost`."""
        epoch = self._owner.epoch
        if epoch is None:
            raise ClockLost

        @wraps(action)
        def fenced(session: Any, now: Any, actor: Actor, **facts: Any) -> Result:
            fence(session, epoch)
            return action(session, now, actor, **facts)

        return self._house.perform(fenced, actor, **facts)

    def look(self, view: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Read through *view*."""
        return self._house.look(view, actor, **facts)
