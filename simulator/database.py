"""The database: one engine for SQLite (WAL, full sync) or PostgreSQL, and the session that keeps the log."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool, StaticPool

from simulator.book import write_book

MEMORY = "sqlite://"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    # What is erased is overwritten at once, so that no file keeps it.
    "secure_delete=ON",
    "busy_timeout=5000",
    "cache_size=-16000",
)


class HouseSession(Session):
    """A session that writes its log rows last, in the same transaction as what they tell."""


@event.listens_for(HouseSession, "before_commit")
def _write_log_first(session: Session) -> None:
    write_book(session)


def sqlite_url(path: Path) -> str:
    """Give the URL of an embedded database file."""
    return f"sqlite:///{path}"


def open_engine(url: str) -> Engine:
    """Open the database behind *url*; SQLite starts each transaction as a writer so that none fails half-way."""
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    # A connection per transaction: pooled ones would be handed between native threads and greenlets.
    engine = create_engine(url, poolclass=StaticPool if url == MEMORY else NullPool)
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
    engine.dispose()


def for_readers(engine: Engine) -> Engine:
    """Give the same database to those who only read: all that one view reads is of one moment."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(readonly=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


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
