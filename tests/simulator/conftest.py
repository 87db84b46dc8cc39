"""Databases of every kind the house runs on; PostgreSQL's are made for one test run and dropped at its end."""

import os
import secrets

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from simulator.database import close_engine, open_engine

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


@pytest.fixture
def postgresql_url():
    """Make an empty PostgreSQL database; skip where there is no server, but not in CI."""
    name = f"prontas_test_{secrets.token_hex(5)}"
    try:
        run_on_server(f"CREATE DATABASE {name}")
    except OperationalError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at {SERVER}: {str(error).splitlines()[0]}")
    yield f"{SERVER}/{name}"
    run_on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=KINDS)
def each_engine(request, tmp_path):
    """Open an empty database in a file, and one on PostgreSQL."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    else:
        url = f"sqlite:///{tmp_path / 'house.db'}"
    engine = open_engine(url)
    yield engine
    close_engine(engine)
