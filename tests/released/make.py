"""Make the fixture of the schema that is released next: a database in the midst of a drill, as text, for both engines.

Run it in the checkout whose schema it is for, *before* a migration follows that schema, and never again afterwards::

    .venv/bin/python tests/released/make.py tests/released postgresql://postgres@127.0.0.1:5432

It plays through the code of that checkout, so the rows are what that version really wrote: a drill that is paused with
an answer given, a draft written and an inject ahead; from schema 0003 on a programme with its applications too.
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from sqlalchemy import create_engine, text

from simulator.actions.responding import save_draft
from simulator.actions.running import pause_drill
from simulator.clock import VirtualClock
from simulator.database import open_engine
from simulator.house import House
from simulator.migrating import migrate
from simulator.upgrading import newest_schema
from tests.cast import START, Cast, minutes
from tests.scripts import info, scenario, text_inject

NAME = "prontas_released"
TEMPORARY = ("SET ", "SELECT pg_catalog.set_config", "\\", "--")


def play(engine) -> None:
    """Fill a database of the newest schema: seven minutes of a drill, then a pause."""
    migrate(engine)
    cast = Cast.hire(House(engine, VirtualClock(START)))
    script = scenario(text_inject("01", due="20m"), info("02", at="6m"), text_inject("03", at="30m"), rated=True)
    drill = cast.play(script).start().go(minutes(6))
    drill.send(drill.beatriz, "01", {"text": "Avisamos a dirección."}, id="r-beatriz")
    drill.do(save_draft, drill.giselle, inject_id="01", content={"text": "On coupe le réseau."})
    drill.go(minutes(1)).do(pause_drill, cast.fatima)
    if Path("tests/season.py").exists():
        from tests.season import Season

        Season(cast, teams=4).apply().screen()


def dump_sqlite(path: Path) -> str:
    """Give an embedded database as SQL."""
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump()) + "\n"
    finally:
        connection.close()


def dump_postgresql(url: str) -> str:
    """Give a PostgreSQL database as SQL that any client can send: no settings, no words for `psql`."""
    command = [shutil.which("pg_dump"), "--inserts", "--no-owner", "--no-privileges", url]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    kept = [line for line in told.splitlines() if line and not line.startswith(TEMPORARY)]
    return "\n".join(kept) + "\n"


def main(folder: Path, server: str) -> None:
    """Write both files, named by the newest revision of the checkout."""
    revision = newest_schema()
    with tempfile.TemporaryDirectory() as beside:
        path = Path(beside) / "house.db"
        engine = open_engine(f"sqlite:///{path}")
        play(engine)
        engine.dispose()
        (folder / f"{revision}.sqlite.sql").write_text(dump_sqlite(path))
    administered = create_engine(
        f"{server.replace('postgresql', 'postgresql+psycopg')}/postgres", isolation_level="AUTOCOMMIT"
    )
    with administered.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {NAME}"))
        try:
            engine = open_engine(f"{server}/{NAME}")
            play(engine)
            engine.dispose()
            (folder / f"{revision}.postgresql.sql").write_text(dump_postgresql(f"{server}/{NAME}"))
        finally:
            connection.execute(text(f"DROP DATABASE {NAME} WITH (FORCE)"))
    administered.dispose()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
