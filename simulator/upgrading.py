"""Before an upgrade: which schemas there are, which a database has, and whether a server of the one before uses it."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

from simulator.refusal import Refusal
from simulator.terms import database_clock

# Whoever owns the clock notes that it lives at least every five seconds, and ends its term when it stops in order.
SILENT = 12_000
MIGRATIONS = Path(__file__).parent / "migrations"


def known_schemas() -> list[str]:
    """Name the schemas that this program knows, the oldest first: each migration's file begins with its own."""
    return sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def newest_schema() -> str:
    """Name the newest schema of this program; every database that it opens has it."""
    return known_schemas()[-1]


def schema_of(engine: Engine) -> str | None:
    """Name the schema that a database has; None for one in which nothing is yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def require_unserved(connection: Connection) -> None:
    """Refuse to change the tables under a server that runs: it would write into columns that are not there any more.

    Which columns there are is up to the schema that is found; those asked for here have been there since clocks had
    terms. Before that a server on PostgreSQL leaves no sign; one on SQLite holds the lock beside the file.
    """
    if not inspect(connection).has_table("clock_term"):
        return
    last = connection.execute(text("SELECT ended_at, database_at FROM clock_term ORDER BY epoch DESC LIMIT 1")).first()
    now = connection.scalar(select(database_clock(connection.dialect))) or 0
    if last is not None and last.ended_at is None and abs(now - last.database_at) < SILENT:
        raise Refusal("database_is_served")
