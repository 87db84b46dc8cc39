"""Work for a process of its own: what burns a processor, or takes in just anything, leaves the server to its drills."""

import os
import resource
import subprocess
from collections.abc import Sequence

# Those who play, and whoever else waits for the server, come first.
NICE = 10


class GaveUpError(Exception):
    """Say that the process did not do its work: *code* is how it ended, None where it took too long and was killed."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


def told_by(command: Sequence[str], given: bytes, longest: float) -> bytes:
    """Run *command* on *given*, at most *longest* seconds, and give what it writes; raise ``GaveUpError``.

    What it is given goes through a pipe, so that no file and no list of processes shows it. What it complains of is
    dropped. Called from a view itself, never from the pool of transactions: under gevent the wait lets others go on.
    """
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=longest, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise GaveUpError(None) from None
    if done.returncode != 0:
        raise GaveUpError(done.returncode)
    return done.stdout


def keep_within(most_memory: int, most_seconds: int) -> None:
    """Bound this process to bytes of memory and seconds of a processor, and let it stand behind all others."""
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
