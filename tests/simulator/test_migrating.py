"""Migrations: from nothing to what the rows say, twice without harm, and never from a later version."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from simulator.migrating import migrate
from simulator.rows import Row
from tests.cast import refused


def test_the_migration_makes_what_the_rows_say(each_engine):
    migrate(each_engine)
    with each_engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


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
