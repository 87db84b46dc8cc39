"""``prontas restore-backup``: a whole installation back from its backup, into an empty database of either kind."""

from pathlib import Path

import click

from simulator.backup.restoring import restore_backup
from simulator.database import close_engine, open_engine
from web.command.places import database_option, ready_database
from web.command.printing import print_document
from web.command.serve import held
from web.command.words import Verb, _
from web.words import N_


@click.command(
    cls=Verb, name="restore-backup",
    help=N_("Bring a whole installation back from its backup, into an empty database of either kind."),
)  # fmt: skip
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@click.option("--despite-broken-chain", is_flag=True,
              help=N_("Also where the log was tampered with or damaged; the first row that does not follow is "
                      "named."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
def command(file: Path, despite_broken_chain: bool, as_json: bool, database: str) -> None:
    """Fill the database whole or not at all."""
    ready_database(database)
    with held(database), file.open("rb") as source:
        engine = open_engine(database)
        try:
            done = restore_backup(engine, source, despite_broken_chain=despite_broken_chain)
        finally:
            close_engine(engine)
    if as_json:
        print_document(**done)
        return
    rows = sum(done["rows"].values())
    click.echo(_("Brought back: %(rows)s rows of %(made_at)s.", rows=rows, made_at=done["made_at"]))
    if done["schema"] != done["migrated_to"]:
        click.echo(_("Migrated from schema %(before)s to %(after)s.", before=done["schema"], after=done["migrated_to"]))
    for name, chain in done["chains"].items():
        if chain["broken_at"] is not None:
            click.echo(
                _("The chain %(name)s does not hold from row %(seq)s on.", name=name, seq=chain["broken_at"]), err=True
            )
