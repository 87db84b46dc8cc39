"""Bring a database to the schema of this version; one from a later version is refused."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from simulator.refusal import Refusal

HERE = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Apply what is missing, in one transaction; refuse a database that a later version has written."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with engine.begin() as connection:
        if inspect(connection).has_table("alembic_version"):
            present = set(connection.scalars(text("SELECT version_num FROM alembic_version")))
            if present - known:
                raise Refusal("database_is_newer")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def write_migration(engine: Engine, message: str) -> None:
    """Write the migration from what the database has to what the rows say; for developers."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    number = len(list((HERE / "versions").glob("0*.py"))) + 1
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04}")
