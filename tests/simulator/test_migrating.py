"""Migrations: from nothing to what the rows say, twice without harm, and never from a later version."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from simulator.migrating import migrate
from simulator.rows import Row
from simulator.terms import database_clock
from simulator.upgrading import MIGRATIONS, known_schemas, newest_schema, require_unserved, schema_of
from tests.cast import refused


def test_the_migration_makes_what_the_rows_say(each_engine):
    migrate(each_engine)
    with each_engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_file_of_a_migration_begins_with_the_schema_that_it_makes():
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert [script.revision for script in scripts.walk_revisions()] == known_schemas()[::-1]
    assert scripts.get_current_head() == newest_schema()


def test_migrating_twice_changes_nothing_and_keeps_what_is_there(each_engine):
    migrate(each_engine)
    with each_engine.begin() as connection:
        connection.execute(text("INSERT INTO setting (name, value) VALUES ('kept', 'yes')"))
    migrate(each_engine)

    with each_engine.connect() as connection:
        assert connection.scalar(text("SELECT value FROM setting")) == "yes"


def test_a_database_of_a_later_version_is_refused_and_left_alone(each_engine):
    migrate(each_engine)
    with each_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with refused("database_is_newer"):
        migrate(each_engine)

    with each_engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


def test_a_lead_has_one_holder_even_for_the_database(each_engine):
    migrate(each_engine)

    indexes = {index["name"]: index for index in inspect(each_engine).get_indexes("seat_holder")}
    assert indexes["uq_seat_holder_lead"]["unique"]


def test_a_database_of_the_first_version_keeps_its_people_and_drills(each_engine):
    migrate(each_engine, to="0001")
    with each_engine.begin() as connection:
        for statement in (
            "INSERT INTO account (id, email, name, language, bot, created_at) "
            "VALUES ('olga', 'olga@ministry.example', 'Olga', 'es', false, 0)",
            "INSERT INTO scenario_file (digest, content) VALUES ('d', '')",
            "INSERT INTO drill (id, name, scenario_digest, language, time_zone, state, rehearsal, ai_allowed, joining, "
            "stopped, duration, clock_base, speed, lead_id, salt, created_at) VALUES "
            "('d1', 'Ceiba', 'd', 'es', 'UTC', 'draft', false, false, true, false, 0, 0, 1, 'olga', '', 0)",
            "INSERT INTO team (id, drill_id, position, name, code, blind_code, language, bot, online) "
            "VALUES ('azul', 'd1', 1, 'Azul', 'code', 'K7', 'es', false, false)",
        ):
            connection.execute(text(statement))
    migrate(each_engine)

    with each_engine.connect() as connection:
        assert connection.execute(text("SELECT name, lead_id, programme_id FROM drill")).all() == [
            ("Ceiba", "olga", None)
        ]
        assert connection.scalar(text("SELECT drill_id FROM team")) == "d1"


@pytest.fixture
def served(each_engine):
    """Give a database of the schema before, as its server's clock notes it now."""
    migrate(each_engine)
    now = database_clock(each_engine.dialect)
    with each_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
        instants = ", ".join([f"({now})"] * 4)
        connection.execute(text(f"INSERT INTO clock_term VALUES (7, 'p1', {instants}, NULL)"))
    return each_engine


def test_tables_are_not_changed_under_a_server_that_runs(served):
    with refused("database_is_served"):
        migrate(served)

    assert schema_of(served) == "0003"


@pytest.mark.parametrize("change", ["ended_at = told_at", "database_at = database_at - 13000"])
def test_a_server_that_has_stopped_or_died_is_waited_for_no_more(served, change):
    with served.begin() as connection:
        connection.execute(text(f"UPDATE clock_term SET {change}"))
        require_unserved(connection)


def test_a_server_of_this_version_is_in_nobodys_way(served):
    with served.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{known_schemas()[-1]}'"))
    migrate(served)


def test_a_database_without_anything_has_no_schema(each_engine):
    assert schema_of(each_engine) is None
