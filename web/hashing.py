"""Where passwords are hashed and weighed: apart from the transactions, which must not wait for a crowd at the door."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app

from simulator.refusal import Refusal

# More at once would only share the cores and the memory (19 MiB each) between them.
AT_ONCE = 2
# At some 30 ms each, whoever is last waits a second.
MOST_INSIDE = 64

Result = TypeVar("Result")


def _call(work: Callable[[], Any]) -> Any:
    return work()


class Hashing:
    """Carry slow work out through *run*, a pool of `AT_ONCE` threads in a server; refuse where too many wait."""

    def __init__(self, run: Callable[[Callable[[], Any]], Any] = _call, most_inside: int = MOST_INSIDE) -> None:
        self._run, self._most = run, most_inside
        self._inside, self._turn = 0, threading.Lock()

    def __call__(self, work: Callable[[], Result]) -> Result:
        """Give what *work* gives."""
        with self._turn:
            if self._inside >= self._most:
                raise Refusal("too_busy")
            self._inside += 1
        try:
            result: Result = self._run(work)
            return result
        finally:
            with self._turn:
                self._inside -= 1


def hashing() -> Hashing:
    """Give the pool of this app."""
    found: Hashing = current_app.extensions["hashing"]
    return found
