"""Bring a database to the schema of this version; one from a later version is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from simulator.refusal import Refusal
from simulator.upgrading import MIGRATIONS, known_schemas, newest_schema, require_unserved, schema_of

# The number of the lock that only one who migrates holds; in milliseconds, how long the others wait for her.
LOCK, PATIENCE = 7_268_001, 600_000


def migrate(engine: Engine, *, to: str = "head") -> None:
    """Apply what is missing up to revision *to*, in one transaction; refuse a database that a later version wrote.

    Of several who start at once the first migrates; the others wait, and find it done.
    """
    if to == "head" and schema_of(engine) == newest_schema():
        # At every start but one: a server that was killed is back the sooner.
        return
    with _without_foreign_keys(engine) as connection, connection.begin():
        _wait_for_turn(connection)
        if inspect(connection).has_table("alembic_version"):
            present = set(connection.scalars(text("SELECT version_num FROM alembic_version")))
            if not present <= set(known_schemas()):
                raise Refusal("database_is_newer")
            if present and present != {newest_schema() if to == "head" else to}:
                require_unserved(connection)
        _alembic("upgrade", connection, to)
        _require_whole(connection)


def require_known(schema: str | None) -> None:
    """Refuse a schema that only a later version knows."""
    if schema is not None and schema not in known_schemas():
        raise Refusal("database_is_newer")


def _alembic(name: str, connection: Connection, *given: Any, **options: Any) -> None:
    # A quarter of a second that only those who migrate need to spend.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    getattr(command, name)(config, *given, **options)


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    # SQLite changes a table by making it anew; while the old one is away, what points to it must wait.
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            driver.execute("PRAGMA foreign_keys=OFF")
            (waits,) = driver.execute("PRAGMA busy_timeout").fetchone()
            driver.execute(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            yield connection
        finally:
            if sqlite:
                driver.execute("PRAGMA foreign_keys=ON")
                driver.execute(f"PRAGMA busy_timeout={waits}")


def _wait_for_turn(connection: Connection) -> None:
    # SQLite's transactions begin as writers, so the turn is taken already.
    if connection.dialect.name == "postgresql":
        for limit in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
            connection.execute(text(f"SET LOCAL {limit} = {PATIENCE}"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _require_whole(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and (astray := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise RuntimeError(f"the migration would leave rows that point to nothing: {astray[:3]}")


def write_migration(engine: Engine, message: str) -> None:
    """Write the migration from what the database has to what the rows say; for developers."""
    with engine.begin() as connection:
        number = f"{len(known_schemas()) + 1:04}"
        _alembic("revision", connection, message=message, autogenerate=True, rev_id=number)
