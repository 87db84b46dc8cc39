"""Bring a database to the schema of this version; one from a later version is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from simulator.refusal import Refusal

HERE = Path(__file__).parent / "migrations"


def migrate(engine: Engine, *, to: str = "head") -> None:
    """Apply what is missing up to revision *to*, in one transaction; refuse a database that a later version wrote."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with _without_foreign_keys(engine) as connection, connection.begin():
        if inspect(connection).has_table("alembic_version"):
            present = set(connection.scalars(text("SELECT version_num FROM alembic_version")))
            if present - known:
                raise Refusal("database_is_newer")
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        _require_whole(connection)


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    # SQLite changes a table by making it anew; while the old one is away, what points to it must wait.
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            yield connection
        finally:
            if sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def _require_whole(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and (astray := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise RuntimeError(f"the migration would leave rows that point to nothing: {astray[:3]}")


def write_migration(engine: Engine, message: str) -> None:
    """Write the migration from what the database has to what the rows say; for developers."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    number = len(list((HERE / "versions").glob("0*.py"))) + 1
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04}")
