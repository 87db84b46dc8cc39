"""SQLite's connections are kept, go from thread to thread, and leave nothing behind at the end."""

import threading

import pytest
from sqlalchemy import text

from simulator.database import close_engine, open_engine
from simulator.kept_connections import KEPT


@pytest.fixture
def engine(tmp_path):
    """Open a database in a file."""
    engine = open_engine(f"sqlite:///{tmp_path / 'house.db'}")
    yield engine
    close_engine(engine)


def reader(engine):
    return engine.execution_options(readonly=True).connect()


def test_the_next_transaction_takes_the_connection_of_the_last_whatever_its_thread(engine):
    found = []

    def use():
        with engine.connect() as connection:
            found.append(connection.connection.dbapi_connection)
            assert connection.execute(text("SELECT 1")).scalar() == 1

    for _time in range(2):
        thread = threading.Thread(target=use)
        thread.start()
        thread.join()
    use()

    assert len(found) == 3 and len(set(map(id, found))) == 1


def test_two_at_once_have_two_and_more_than_are_kept_are_closed(engine):
    open_now = [reader(engine) for _one in range(KEPT + 2)]
    drivers = [one.connection.dbapi_connection for one in open_now]
    assert len(set(map(id, drivers))) == KEPT + 2
    for one in open_now:
        one.close()
    again = [reader(engine) for _one in range(KEPT + 2)]
    known = [one for one in again if one.connection.dbapi_connection in drivers]
    for one in again:
        one.close()

    assert len(known) == KEPT


def test_each_is_prepared_as_a_transaction_needs_it(engine):
    pragmas = {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "journal_mode": "wal"}
    for _time in range(2):
        with engine.connect() as connection:
            assert {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in pragmas} == pragmas


def test_what_a_rolled_back_transaction_did_is_not_there_for_the_next(engine):
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
    with engine.connect() as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0


def test_what_is_given_back_after_the_end_is_closed(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'late.db'}")
    late = reader(engine)
    close_engine(engine)
    late.close()

    assert [path.name for path in tmp_path.iterdir()] == ["late.db"]
