"""``prontas restore``: bring a drill or a programme back from its bundle, whole or not at all."""

from pathlib import Path

import click

from scenarios.package_bounds import PackageError
from simulator.actions.bundles import restore_bundle
from simulator.actor import PROGRAM
from simulator.bundle.opening import open_bundle
from simulator.bundle.sound import require_sound
from web.command.places import database_option
from web.command.printing import line_of, print_document
from web.command.user_house import house_of
from web.command.words import Verb, _
from web.words import N_


@click.command(
    cls=Verb,
    name="restore",
    help=N_("Bring a drill or a programme back from its restricted bundle, whole or not at all."),
)
@click.argument("path", type=click.Path(path_type=Path), metavar="ZIP")
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
@click.pass_context
def command(ctx: click.Context, path: Path, as_json: bool, database: str) -> None:
    """Verify the bundle first, then write everything in one transaction."""
    try:
        with open_bundle(path) as bundle:
            sound = require_sound(bundle)
            with house_of(database) as house:
                done = house.perform(restore_bundle, PROGRAM, sound=sound)
    except PackageError as error:
        click.echo(line_of(error.finding), err=True)
        ctx.exit(1)
    if as_json:
        print_document(**done)
        return
    click.echo(_("Brought back: %(drills)s.", drills=", ".join(done["drills"])))
    for one in done["accounts"]:
        told = _("%(name)s (%(email)s) has a disabled account now: enable it and invite her again.", **one)
        click.echo(told)
    if done["without"]:
        click.echo(_("Not in this bundle, and so not brought back: %(tables)s.", tables=", ".join(done["without"])))
