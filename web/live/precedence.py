"""What falls due goes first: whoever could begin something long just before it waits until it is on the screens."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from simulator.clock import elapsed

# Seconds: what begins so shortly before would still be at work; how long anybody waits; how often she looks.
SHORTLY, AT_MOST, LOOK = 0.04, 0.1, 0.002


class Precedence:
    """Known to the clock, which says when its work is next, and to those who give way to it.

    A batch of answers takes as long as the delivery of an inject, and each waits for a part of the other. Sixty teams
    see an inject by so much earlier, and an answer is acknowledged by so much later, at that instant alone.
    """

    def __init__(self, passed: Callable[[], float] = elapsed, wait: Callable[[float], None] = time.sleep) -> None:
        self._passed, self._wait = passed, wait
        self._due: float | None = None
        self._at_work = False

    def expect(self, due_in: timedelta | None) -> None:
        """Hear when the clock's work will be next; None where nobody knows of any."""
        self._due = None if due_in is None else self._passed() + due_in.total_seconds()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Do what is due."""
        self._at_work = True
        try:
            yield
        finally:
            self._at_work = False

    def give_way(self) -> None:
        """Wait while the clock is at work, or about to be."""
        until = self._passed() + AT_MOST
        while self._is_taken() and self._passed() < until:
            self._wait(LOOK)

    def _is_taken(self) -> bool:
        return self._at_work or (self._due is not None and abs(self._due - self._passed()) < SHORTLY)
