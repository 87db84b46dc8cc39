"""The drills that are measured: made once through the house, on SQLite then copied for each run."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from simulator.database import sqlite_url
from web.bench.drill import MadeDrill, Shape, make_drill
from web.command.user_house import house_of

SERVER = os.environ.get("BENCH_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")


@dataclass(frozen=True)
class Ready:
    """A drill before STARTEX, and the file it lies in."""

    made: MadeDrill
    file: Path

    @contextmanager
    def fresh(self, folder: Path) -> Iterator[str]:
        """Give the URL of a copy that goes again."""
        copy = folder / f"run-{self.file.name}"
        shutil.copyfile(self.file, copy)
        copy.chmod(0o600)
        try:
            yield sqlite_url(copy)
        finally:
            for rest in folder.glob(f"{copy.name}*"):
                rest.unlink()


def ready(folder: Path, name: str, shape: Shape) -> Ready:
    """Make a drill of a *shape* in a file."""
    file = folder / f"{name}.db"
    with house_of(sqlite_url(file)) as house:
        made = make_drill(house, shape)
    return Ready(made, file)


@contextmanager
def on_postgres(name: str, original: str | None = None) -> Iterator[str | None]:
    """Give the URL of a database of our own on the machine's PostgreSQL, for a while; None where there is no server.

    It is empty, or a copy of the *original*, which nobody uses just then.
    """
    base, _, _database = SERVER.rpartition("/")
    own = f"prontas_bench_{os.getpid()}_{name}"
    try:
        with psycopg.connect(SERVER, autocommit=True, connect_timeout=5) as server:
            server.execute(f"DROP DATABASE IF EXISTS {own} WITH (FORCE)")
            server.execute(f"CREATE DATABASE {own} TEMPLATE {(original or 'template1').rpartition('/')[2]}")
    except psycopg.OperationalError:
        yield None
        return
    try:
        yield f"{base}/{own}"
    finally:
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {own} WITH (FORCE)")
