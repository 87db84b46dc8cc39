"""The database: one engine for SQLite (WAL, full sync) or PostgreSQL, and the session that keeps the log."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from simulator.book import write_book
from simulator.kept_connections import KeptConnections, KeptLines

MEMORY = "sqlite://"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    # What is erased is overwritten at once, so that no file keeps it.
    "secure_delete=ON",
    "busy_timeout=5000",
    # In KiB, for each kept connection: it fills as a drill's file grows, and the system has the file at hand too.
    "cache_size=-2000",
)
# A host that is gone is noticed in seconds: by its silence, and by what it does not confirm.
LINE = {
    "connect_timeout": 3, "keepalives": 1, "keepalives_idle": 3, "keepalives_interval": 1, "keepalives_count": 2,
    "tcp_user_timeout": 5000,
}  # fmt: skip
# In milliseconds. A process that is frozen in the middle of a transaction lets go of what it holds after five seconds;
# whoever waits for it waits a little longer than that.
FROZEN = 5_000
WRITING = {"idle_in_transaction_session_timeout": FROZEN, "lock_timeout": 8_000, "statement_timeout": 30_000}
# Who only reads holds nothing that another waits for.
READING = {"idle_in_transaction_session_timeout": 120_000, "statement_timeout": 60_000}
# Commands work alone and may think for long between two statements.
COMMAND = {"idle_in_transaction_session_timeout": 300_000, "lock_timeout": 60_000}
PATIENT = 120_000
POOL = {"poolclass": KeptLines, "pool_recycle": 1800, "pool_pre_ping": True}


class HouseSession(Session):
    """A session that writes its log rows last, in the same transaction as what they tell."""


@event.listens_for(HouseSession, "before_commit")
def _write_log_first(session: Session) -> None:
    write_book(session)


def sqlite_url(path: Path) -> str:
    """Give the URL of an embedded database file."""
    return f"sqlite:///{path}"


def open_engine(url: str, *, serving: bool = False) -> Engine:
    """Open the database behind *url*; SQLite starts each transaction as a writer so that none fails half-way.

    *serving* processes may be many: none of them waits long for another, or holds for long what others wait for.
    """
    if not url.startswith("sqlite"):
        given = make_url(url).set(drivername="postgresql+psycopg")
        engine = _postgresql(given, WRITING if serving else COMMAND)
        engine.dialect.prontas_readers = _postgresql(given, READING) if serving else engine  # type: ignore[attr-defined]
        return engine
    pool = StaticPool if url == MEMORY else KeptConnections
    engine = create_engine(url, poolclass=pool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_as_writer)
    if url != MEMORY:
        # The last connection to close a WAL checkpoints it; one that stays open spares every transaction that.
        keep_open = engine.raw_connection()
        engine.dialect.prontas_keep_open = keep_open  # type: ignore[attr-defined]
    return engine


def close_engine(engine: Engine) -> None:
    """Let go of every connection; SQLite folds its write-ahead log into the file."""
    keep_open = getattr(engine.dialect, "prontas_keep_open", None)
    if keep_open is not None:
        keep_open.close()
        del engine.dialect.prontas_keep_open  # type: ignore[attr-defined]
    getattr(engine.dialect, "prontas_readers", engine).dispose()
    engine.dispose()


def for_readers(engine: Engine) -> Engine:
    """Give the same database to those who only read: all that one view reads is of one moment."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(readonly=True)
    readers: Engine = getattr(engine.dialect, "prontas_readers", engine)
    return readers.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _postgresql(url: URL, limits: Mapping[str, int]) -> Engine:
    options = " ".join(f"-c {name}={value}" for name, value in limits.items())
    return create_engine(url, connect_args={**LINE, "options": options, "application_name": "prontas"}, **POOL)


def take_your_time(session: Session) -> None:
    """Let this transaction think for long between two statements, as a selection does: nobody takes it for frozen."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SET LOCAL idle_in_transaction_session_timeout = {PATIENT}"))


def wait_at_most(session: Session, length: timedelta) -> None:
    """Let this transaction wait so long for a lock, and then fail."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SET LOCAL lock_timeout = {length // timedelta(milliseconds=1)}"))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_as_writer(connection: Any) -> None:
    readonly = connection.get_execution_options().get("readonly", False)
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


def open_sessions(engine: Engine) -> sessionmaker[HouseSession]:
    """Make the factory of sessions; rows stay readable after the commit."""
    return sessionmaker(engine, class_=HouseSession, expire_on_commit=False)
