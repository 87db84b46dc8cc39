"""``prontas migrate``: bring a database to the version of this program, or say what that would change."""

import click

from simulator.database import close_engine, open_engine
from simulator.migrating import migrate, require_known
from simulator.upgrading import newest_schema, schema_of
from web.command.places import database_option, ready_database, require_database
from web.command.printing import print_document
from web.command.serve import held
from web.command.words import Verb, _
from web.words import N_


@click.command(cls=Verb, name="migrate", help=N_("Bring the database to this version. Stop every server on it first."))
@click.option("--check", is_flag=True, help=N_("Change nothing; end with 1 where there is something to do."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
@click.pass_context
def command(ctx: click.Context, check: bool, as_json: bool, database: str) -> None:
    """Apply what is missing; nothing happens where nothing is."""
    (require_database if check else ready_database)(database)
    engine = open_engine(database)
    try:
        before, after = schema_of(engine), newest_schema()
        require_known(before)
        if before != after and not check:
            # A server of the version before holds its embedded database; nobody changes tables under it.
            with held(database):
                migrate(engine)
    finally:
        close_engine(engine)
    if as_json:
        print_document(before=before, after=after, done=before != after and not check)
    elif before == after:
        click.echo(_("The database is up to date (schema %(after)s).", after=after))
    elif check:
        click.echo(_("To do: schema %(before)s to %(after)s. Make a backup, stop every server, then migrate.",
                     before=before or "—", after=after))  # fmt: skip
    else:
        click.echo(_("Migrated: schema %(before)s to %(after)s.", before=before or "—", after=after))
    if check and before != after:
        ctx.exit(1)
