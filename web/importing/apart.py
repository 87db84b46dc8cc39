"""Reading a file somebody else has made, in a process of its own: it may be anything, and the server goes on."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from threading import BoundedSemaphore
from typing import Any

from simulator.refusal import Refusal
from web.apart import GaveUpError, told_by

# Ours alone: nothing that a person typed is in it.
COMMAND = (sys.executable, "-m", "web.importing.reading")
LONGEST = 60.0
ReadList = Callable[[Mapping[str, Any], bytes], dict[str, Any]]


class ReadApart:
    """Read files, two at a time: the line and the answers of everybody else come first."""

    def __init__(self) -> None:
        self._places = BoundedSemaphore(2)

    def __call__(self, asked: Mapping[str, Any], data: bytes) -> dict[str, Any]:
        """Give what is seen in the bytes of a file; refuse what takes too much time or memory.

        Called from a view itself, never from the pool of transactions: under gevent the wait lets others go on.
        """
        with self._places:
            return read_apart(asked, data, COMMAND)


def read_apart(
    asked: Mapping[str, Any], data: bytes, command: Sequence[str], longest: float = LONGEST
) -> dict[str, Any]:  # fmt: skip
    """Run *command* on what is asked, a line of JSON, and the bytes behind it, at most *longest* seconds."""
    given = json.dumps(asked).encode() + b"\n" + data
    try:
        told: dict[str, Any] = json.loads(told_by(command, given, longest))
    except GaveUpError:
        raise Refusal("list_too_hard") from None
    return told
