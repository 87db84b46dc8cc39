"""Several processes at one moment: they migrate one after another, note lines in one order, and take the clock once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import InternalError

from simulator.actions.attending import note_lines, open_process
from simulator.actor import PROGRAM
from simulator.clock import VirtualClock
from simulator.database import FROZEN, close_engine, open_engine, take_your_time
from simulator.house import House
from simulator.migrating import migrate
from tests.cast import START, Cast
from tests.simulator.conftest import on_postgresql


def test_five_who_migrate_at_once_find_it_done_once(each_engine):
    url = each_engine.url.render_as_string(hide_password=False)

    def go(_number):
        engine = open_engine(url.replace("+psycopg", ""), serving=True)
        try:
            migrate(engine)
        finally:
            close_engine(engine)

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(go, range(5)))

    with each_engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1
    assert inspect(each_engine).has_table("clock_term")


def test_a_line_that_opens_in_one_process_as_another_closes_leaves_her_there(each_database):
    play = Cast.hire(House(each_database, VirtualClock(START))).play()
    for name in "ab":
        play.house.perform(open_process, PROGRAM, process_id=name, place=name)
    who = play.beatriz.id
    for round_ in range(10):
        come, go = "ab"[round_ % 2], "ba"[round_ % 2]

        def note(process_id, there):
            return play.house.perform(note_lines, PROGRAM, process_id=process_id, changes={who: there})

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(note, (come, go), (True, False)))
        assert play.sql("SELECT away_since FROM participant WHERE id = :id", id=who) == [(None,)]
        assert play.sql("SELECT process_id FROM sitting") == [(come,)]


@pytest.mark.parametrize("patient", [False, True])
def test_a_process_that_sleeps_in_a_transaction_loses_it(patient):
    """What it held is free again: here after a moment, in a server after `FROZEN` milliseconds."""
    with on_postgresql() as engine:
        serving = open_engine(engine.url.set(drivername="postgresql").render_as_string(), serving=True)
        house = House(serving, VirtualClock(START))
        try:
            with house._sessions() as session:
                session.begin()
                shown = session.scalar(text("SHOW idle_in_transaction_session_timeout"))
                assert shown == f"{FROZEN // 1000}s"
                session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 50"))
                if patient:
                    take_your_time(session)
                session.execute(text("SELECT pg_sleep(0)"))
                with engine.connect() as other:
                    # Its server ends it as soon as it looks; whoever waits for a lock of it waits no longer.
                    other.execute(text("SELECT pg_sleep(1)"))
                if patient:
                    assert session.scalar(text("SELECT 1")) == 1
                else:
                    with pytest.raises(InternalError):
                        session.scalar(text("SELECT 1"))
                session.rollback()
            # The pool gives another connection.
            with house._sessions() as session:
                assert session.scalar(text("SELECT 1")) == 1
        finally:
            close_engine(serving)
