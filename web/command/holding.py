"""One program per place: a lock that ends with the processes that hold it, however they end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from web.command.trouble import Trouble
from web.command.words import _

with suppress(ImportError):
    import fcntl


@contextmanager
def hold(path: Path) -> Iterator[int]:
    """Hold a place; refuse where another program does. The lock is inherited by whom its descriptor is given."""
    held = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        words = _(
            "Prontas is already running in %(folder)s. Stop it first, or name another folder.", folder=path.parent
        )
        raise Trouble(words) from None
    try:
        yield held
    finally:
        os.close(held)
