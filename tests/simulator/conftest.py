"""Databases of every kind the house runs on; PostgreSQL's are made for one test run and dropped at its end."""

import os
import secrets
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from simulator.database import close_engine, open_engine
from simulator.migrating import migrate
from simulator.rows import Row

SERVER = "postgresql://postgres@127.0.0.1:5432"
KINDS = ("sqlite", "postgresql")


def run_on_server(statement):
    """Carry out a statement that stands outside any transaction."""
    server = create_engine(
        f"{SERVER.replace('postgresql', 'postgresql+psycopg')}/postgres",
        isolation_level="AUTOCOMMIT",
        connect_args={"connect_timeout": 3},
    )
    try:
        with server.connect() as connection:
            connection.execute(text(statement))
    finally:
        server.dispose()


@contextmanager
def on_postgresql():
    """Make an empty PostgreSQL database for a while; skip where there is no server, but not in CI."""
    name = f"prontas_test_{secrets.token_hex(5)}"
    try:
        run_on_server(f"CREATE DATABASE {name}")
    except OperationalError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at {SERVER}: {str(error).splitlines()[0]}")
    engine = open_engine(f"{SERVER}/{name}")
    try:
        yield engine
    finally:
        close_engine(engine)
        run_on_server(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def in_a_file(folder):
    """Open an empty database in a file for a while."""
    engine = open_engine(f"sqlite:///{folder / 'house.db'}")
    yield engine
    close_engine(engine)


@pytest.fixture(params=KINDS)
def each_engine(request, tmp_path):
    """Open an empty database in a file, and one on PostgreSQL."""
    with on_postgresql() if request.param == "postgresql" else in_a_file(tmp_path) as engine:
        yield engine


@pytest.fixture(scope="session", params=KINDS)
def each_schema(request, tmp_path_factory):
    """Migrate one database of each kind for the whole run."""
    kind = request.param
    with on_postgresql() if kind == "postgresql" else in_a_file(tmp_path_factory.mktemp("house")) as engine:
        migrate(engine)
        yield engine


@pytest.fixture
def each_database(each_schema):
    """Give a database of each kind with all tables, and nothing in them."""
    with each_schema.begin() as connection:
        for table in reversed(Row.metadata.sorted_tables):
            connection.execute(table.delete())
    return each_schema
