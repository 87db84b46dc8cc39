"""Every schema that was ever released: its fixture migrates to this version, nothing is lost, and its drill goes on."""

from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from simulator.actions.responding import send_response
from simulator.actions.running import end_drill, resume_drill
from simulator.chain import check_chain
from simulator.clock import VirtualClock
from simulator.columns import EPOCH, MILLISECOND
from simulator.database import open_sessions
from simulator.house import House
from simulator.migrating import migrate
from simulator.reading.people import account_actor, find_participant
from simulator.rows import Row
from simulator.upgrading import known_schemas
from tests.play import NAME, Play
from tests.released.loading import load

RELEASED = Path(__file__).parent.parent / "released"
FIXTURES = sorted(path.name for path in RELEASED.glob("*.sql"))
# Sessions of schema 0001 could not say when they were last used: everybody signed in anew.
LET_GO = {"0001": {"web_session": 5}}


@pytest.fixture(params=known_schemas()[:-1])
def released(request, each_engine):
    """Give a database as an earlier version left it, and its revision."""
    load(each_engine, request.param)
    return each_engine, request.param


def rows_of(engine):
    """Count the rows of every table but the one that a migration itself writes."""
    with engine.connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
        return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) for name in names}


def ask(engine, query):
    with engine.connect() as connection:
        return connection.execute(text(query)).all()


class Going(Play):
    """The drill of a fixture, as its people find it again."""

    def __init__(self, house):
        self.house, self.clock = house, house.clock
        ((self.id, self.lead),) = ask(house.engine, "SELECT id, lead_id FROM drill")
        ((self.verde,),) = ask(house.engine, "SELECT id FROM team WHERE name = 'Verde'")
        ((gwen,),) = ask(house.engine, "SELECT id FROM participant WHERE name = 'Gwen'")
        with open_sessions(house.engine)() as session:
            self.fatima = account_actor(session, self.lead)
            self.gwen = find_participant(session, self.clock(), self.fatima, participant_id=gwen)


def test_each_schema_but_the_newest_has_a_fixture_for_both_engines():
    # A migration that lands makes the schema before it a released one: `tests/released/make.py`, run before, keeps it.
    wanted = [f"{schema}.{kind}.sql" for schema in known_schemas()[:-1] for kind in ("postgresql", "sqlite")]
    assert [name for name in FIXTURES if name.partition(".")[0] != known_schemas()[-1]] == wanted


def test_a_released_database_comes_to_what_the_rows_say_and_keeps_every_row(released):
    engine, schema = released
    assert ask(engine, "SELECT version_num FROM alembic_version") == [(schema,)]
    before = rows_of(engine)
    words = ask(engine, "SELECT content FROM response")
    migrate(engine)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
    after = rows_of(engine) | LET_GO.get(schema, {})
    assert {name: after[name] for name in before if name in after} == before
    # What a later schema has no table for would be lost.
    assert {name: count for name, count in before.items() if name not in after and count} == {}
    assert ask(engine, "SELECT content FROM response") == words


def test_the_chains_of_a_released_database_hold_after_migrating(released):
    engine, _schema = released
    migrate(engine)
    streams = [name for (name,) in ask(engine, "SELECT name FROM stream")]
    with open_sessions(engine)() as session:
        chains = {name: check_chain(session, name) for name in streams}

    assert chains and all(chain.broken_at is None and chain.length for chain in chains.values())


def test_a_drill_that_was_paused_before_the_upgrade_goes_on_to_its_end(released):
    engine, _schema = released
    migrate(engine)
    ((last,),) = ask(engine, "SELECT max(wall_time) FROM log")
    house = House(engine, VirtualClock(EPOCH + last * MILLISECOND + timedelta(minutes=10)))
    drill = Going(house)
    assert drill.states(drill.verde) == {"01": "delivered", "02": "delivered", "03": "planned"}
    drill.do(resume_drill, drill.fatima)
    receipt = drill.do(
        send_response, drill.gwen, inject_id="01", response_id="after", content={"text": "We told the minister."}
    )
    assert receipt["state"] == "counted"
    drill.go(timedelta(minutes=24))
    drill.do(end_drill, drill.fatima, name=NAME)
    drill.go(timedelta(minutes=15))

    # Delivered after the upgrade, and open at an early ENDEX.
    assert drill.states(drill.verde) == {"01": "answered", "02": "delivered", "03": "void"}
    assert len(drill.log("outage_ended")) == 0
    with open_sessions(engine)() as session:
        assert check_chain(session, f"drill:{drill.id}").broken_at is None
