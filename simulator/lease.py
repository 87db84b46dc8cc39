"""The lock of which there is one: whoever holds it may own the clock, and it ends with the process that holds it.

On PostgreSQL an advisory lock on a connection of its own, on which its holder notes that it lives; on SQLite the lock
of a file beside the database. A lock alone proves little, for a frozen process keeps it: see `simulator/terms.py`.
"""

import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from simulator.clock import Clock
from simulator.columns import EPOCH, MILLISECOND
from simulator.database import for_readers, open_sessions
from simulator.rows import ClockTerm
from simulator.terms import Sign, database_clock, last_sign

with suppress(ImportError):
    import fcntl

# Two numbers of ours: a lock of PostgreSQL is known by them, in one database.
NAMED = {"one": 7_268_001, "two": 1}
# In one statement: a holder that has noted something meanwhile keeps its line.
END = text(
    "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
    "WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted "
    "AND l.classid = :one AND l.objid = :two AND l.objsubid = 2 AND l.pid <> pg_backend_pid() "
    "AND (SELECT max(epoch) FROM clock_term) IS NOT DISTINCT FROM CAST(:epoch AS BIGINT) "
    "AND (SELECT max(told_at) FROM clock_term) IS NOT DISTINCT FROM CAST(:told_at AS BIGINT)"
)


class Lease(Protocol):
    """Take the lock, note that its holder lives, and look at what was noted; one thread at a time calls these."""

    # How often its holder notes that it lives.
    every: timedelta

    def take(self) -> bool:
        """Try to take the lock; say whether it is ours now."""

    def note(self, epoch: int, clock: Clock) -> bool:
        """Note what the owner's clock shows; say whether the lock and the epoch are still ours."""

    def sign(self) -> Sign | None:
        """Give what the last owner noted last."""

    def end(self, seen: Sign | None) -> bool:
        """Take the lock from a holder that has noted nothing since *seen* was noted; say whether there was one."""

    def let_go(self) -> None:
        """Give the lock back."""


class PostgresqlLease:
    """An advisory lock, and the line that it lives on."""

    every = timedelta(seconds=0.5)

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._line: Connection | None = None

    def take(self) -> bool:
        """Try to take the lock; say whether it is ours now."""
        return bool(self._ask(text("SELECT pg_try_advisory_lock(:one, :two)"), NAMED).scalar())

    def note(self, epoch: int, clock: Clock) -> bool:
        """Note what the owner's clock shows, on the line that holds the lock: with the one the other is lost."""
        if self._line is None:
            return False
        try:
            return bool(self._ask(_note(self._engine, epoch, clock)).rowcount)
        except DBAPIError:
            return False

    def sign(self) -> Sign | None:
        """Give what the last owner noted last."""
        try:
            with Session(self._open()) as session:
                return last_sign(session)
        except DBAPIError:
            self.let_go()
            raise

    def end(self, seen: Sign | None) -> bool:
        """End the line that holds the lock, if its holder has noted nothing since *seen*."""
        told_at = None if seen is None else (seen.told_at - EPOCH) // MILLISECOND
        facts = {"epoch": seen and seen.epoch, "told_at": told_at, **NAMED}
        return any(self._ask(END, facts).scalars())

    def let_go(self) -> None:
        """End the line, and the lock with it."""
        line, self._line = self._line, None
        if line is not None:
            with suppress(DBAPIError):
                line.close()

    def _open(self) -> Connection:
        if self._line is None:
            line = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            # The pool would hand it on, and count it.
            line.detach()
            self._line = line
        return self._line

    def _ask(self, words: Any, facts: Any = None) -> Any:
        try:
            return self._open().execute(words, facts)
        except DBAPIError:
            self.let_go()
            raise


class FileLease:
    """The lock of a file beside an embedded database; a database in memory has one process anyway."""

    every = timedelta(seconds=5)

    def __init__(self, engine: Engine) -> None:
        name = engine.url.database
        self._path = Path(f"{name}.clock") if name else None
        self._engine = engine
        self._sessions, self._readers = open_sessions(engine), open_sessions(for_readers(engine))
        self._held: int | None = None

    def take(self) -> bool:
        """Try to take the lock; say whether it is ours now."""
        if self._path is None or self._held is not None:
            return True
        held = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(held)
            return False
        self._held = held
        return True

    def note(self, epoch: int, clock: Clock) -> bool:
        """Note what the owner's clock shows; a disk that takes nothing just then takes no clock away."""
        try:
            with self._sessions() as session, session.begin():
                return bool(session.execute(_note(self._engine, epoch, clock)).rowcount)  # type: ignore[attr-defined]
        except DBAPIError:
            return True

    def sign(self) -> Sign | None:
        """Give what the last owner noted last."""
        with self._readers() as session:
            return last_sign(session)

    def end(self, seen: Sign | None) -> bool:
        """Nobody can take the lock of a file away."""
        return False

    def let_go(self) -> None:
        """Give the lock back."""
        held, self._held = self._held, None
        if held is not None:
            os.close(held)


def open_lease(engine: Engine) -> Lease:
    """Give the lease that fits a database."""
    return FileLease(engine) if engine.dialect.name == "sqlite" else PostgresqlLease(engine)


def _note(engine: Engine, epoch: int, clock: Clock) -> Any:
    mine = update(ClockTerm).where(ClockTerm.epoch == epoch, ClockTerm.ended_at.is_(None))
    mine = mine.values(told_at=clock(), database_at=database_clock(engine.dialect))
    return mine.execution_options(synchronize_session=False)
