"""What was worked out lately, kept by what it was made of, so that the next who asks need not wait for it."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """The values of the *most* keys that were asked for last.

    Nobody waits while another's value is made: two who ask for the same at once may both make it.
    """

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._found = OrderedDict[Key, Value]()

    def of(self, key: Key, make: Callable[[], Value]) -> Value:
        """Give the value of *key*; *make* it where it is not at hand."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made
