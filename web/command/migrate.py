"""``prontas migrate``: bring a database to the version of this program."""

import click

from simulator.database import close_engine, open_engine
from simulator.migrating import migrate
from web.command.places import database_option, ready_database
from web.command.words import Verb, _
from web.words import N_


@click.command(cls=Verb, name="migrate", help=N_("Bring the database to this version."))
@database_option
def command(database: str) -> None:
    """Apply what is missing; nothing happens where nothing is."""
    ready_database(database)
    engine = open_engine(database)
    try:
        migrate(engine)
    finally:
        close_engine(engine)
    click.echo(_("The database is up to date."))
