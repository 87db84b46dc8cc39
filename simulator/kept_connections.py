"""Connections, kept from one transaction to the next: a fresh one reads the schema and prepares all anew."""

from collections import deque
from typing import Any

from sqlalchemy.pool import NullPool
from sqlalchemy.pool.base import ConnectionPoolEntry

# One for whoever writes, and some for those who read meanwhile; what more there is at once is closed again.
KEPT = 3


class KeptConnections(NullPool):
    """A pool without a lock of its own, so that native threads and greenlets may share it.

    A connection is used by one thread at a time, but not always by the same: it is made with
    ``check_same_thread=False``. Taking one out of a deque and putting it back cannot be interrupted. A lock that gevent
    has replaced would wake a native thread through the loop of another, which may stand still.
    """

    kept = KEPT

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._idle: deque[ConnectionPoolEntry] = deque()
        self._ended = False

    def _do_get(self) -> ConnectionPoolEntry:
        try:
            # The one used last knows most of the database's pages by heart.
            return self._idle.pop()
        except IndexError:
            return self._create_connection()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        if self._ended or len(self._idle) >= self.kept:
            record.close()
        else:
            self._idle.append(record)

    def dispose(self) -> None:
        """Close what is kept; whatever is still in use closes when it is given back."""
        self._ended = True
        while self._idle:
            self._idle.pop().close()


class KeptLines(KeptConnections):
    """PostgreSQL's connections, which are dearer to make: one for each thread that may want one at a time."""

    kept = 8
