"""Many rows in one statement, on each kind of database: what the ORM reads is what was given."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from simulator.bulk import insert_rows, json_text, replace_rows, update_rows
from simulator.inbox_queries import find_items, find_members, find_receipts
from simulator.rows import Reader, Setting
from simulator.rows.log import LogRow
from tests.cast import START, minutes

LOG = ("stream", "seq", "drill_time", "wall_time", "actor", "team", "kind", "payload", "hash")
WALL = 1_772_454_600_000


def row(seq, payload, team=None, drill_time=None):
    return ("s", seq, drill_time, WALL, "program", team, "told", json_text(payload), f"h{seq}")


@pytest.fixture
def session(each_database):
    """Give a session on an empty database of each kind."""
    with Session(each_database) as session:
        yield session


def test_what_was_inserted_reads_as_the_columns_say(session):
    words = {"ñ": "“x”", "n": None, "deep": [1, {"a": True}], "quote": "'\"\\ %s ? :x {}"}
    insert_rows(session.connection(), "log", LOG, [row(1, words, "t1", 60_000), row(2, {})])
    first, second = session.scalars(select(LogRow).order_by(LogRow.seq))

    assert (first.payload, first.team, first.drill_time, first.wall_time) == (words, "t1", minutes(1), START)
    assert (second.payload, second.team, second.drill_time) == ({}, None, None)


def test_no_rows_are_no_statement(session):
    insert_rows(session.connection(), "log", LOG, [])

    assert update_rows(session.connection(), "reader", ("name",), ("n",), []) == 0


def test_what_stands_already_takes_the_new_values(session):
    session.execute(insert(Reader), [{"name": "a", "n": 1}, {"name": "b", "n": 1}])
    replace_rows(session.connection(), "reader", ("name", "n"), [("b", 2), ("c", 3)])

    assert session.execute(select(Reader.name, Reader.n).order_by(Reader.name)).all() == [("a", 1), ("b", 2), ("c", 3)]


def test_a_change_says_how_many_rows_were_as_they_had_been_found(session):
    session.execute(insert(Reader), [{"name": name, "n": 1} for name in "abc"])
    changed = update_rows(
        session.connection(), "reader", ("name", "n"), ("n",), [("a", 1, 5), ("b", 2, 6), ("x", 1, 7)]
    )

    assert changed == 1
    assert session.execute(select(Reader.name, Reader.n).order_by(Reader.name)).all() == [("a", 5), ("b", 1), ("c", 1)]


def test_what_is_too_long_for_its_column_is_refused_and_never_cut(session):
    long = "x" * 100
    if session.get_bind().dialect.name == "sqlite":
        replace_rows(session.connection(), "setting", ("name", "value"), [(long, "1")])
        assert session.scalars(select(Setting.name)).all() == [long]
    else:
        with pytest.raises(DBAPIError):
            replace_rows(session.connection(), "setting", ("name", "value"), [(long, "1")])


def test_what_nobody_has_asked_for_is_not_found(session):
    connection = session.connection()

    assert find_members(connection, {"nobody", "' OR 1=1 --"}) == {}
    assert find_items(connection, {("t", "01"), ("t", '"]')}) == []
    assert find_receipts(connection, {(1, "a"), (2, "ñ\\")}) == []
