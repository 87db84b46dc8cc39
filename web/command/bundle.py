"""``prontas bundle``: a drill or a programme as plain files, whole, or without names and texts."""

from pathlib import Path

import click

from simulator.actions.bundles import note_bundle
from simulator.actor import PROGRAM
from simulator.bundle.making import make_bundle
from simulator.reading.bundles import bundle_subjects
from web.bundle.papers import papers, suggested_name
from web.command.places import database_option
from web.command.printing import print_document
from web.command.trouble import Trouble
from web.command.user_house import house_of
from web.command.whole_file import beside
from web.command.words import Verb, _, said_in
from web.words import N_


@click.command(
    cls=Verb, name="bundle",
    help=N_("Write a drill or a programme, named by its id or its name, as a bundle that anybody can check."),
)  # fmt: skip
@click.argument("subject", metavar="DRILL|PROGRAMME")
@click.option("--to", type=click.Path(path_type=Path), required=True, metavar="ZIP",
              help=N_("The file to write; a folder gets one with a name of its own."))  # fmt: skip
@click.option("--public", is_flag=True, help=N_("Without names and texts, on the same chain."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
def command(subject: str, to: Path, public: bool, as_json: bool, database: str) -> None:
    """Find what is meant, write the bundle beside its place, and move it there when it is whole."""
    with house_of(database) as house:
        found = find(house.look(bundle_subjects, PROGRAM), subject)
        place = {f"{found['what']}_id": found["id"]}
        with beside(to) as (target, finish):
            made = house.look(make_bundle, PROGRAM, target=target, papers=papers(), public=public, **place)
            path = to / suggested_name(made, said_in()) if to.is_dir() else to
            head = made["heads"][f"{found['what']}:{found['id']}"]
            house.perform(note_bundle, PROGRAM, public=public, head=head["hash"], **place)
            finish(path)
    if as_json:
        print_document(file=str(path), **{name: made[name] for name in ("kind", "of", "as_of", "heads")})
        return
    click.echo(_("Written: %(file)s", file=path))
    click.echo(_("The chain ends with row %(seq)s; its hash: %(hash)s", seq=head["seq"], hash=head["hash"]))


def find(subjects: list[dict[str, str]], wanted: str) -> dict[str, str]:
    """Find a drill or a programme by its id, else by its exact name; name all where it is not the only one."""
    found = [one for one in subjects if one["id"] == wanted] or [one for one in subjects if one["name"] == wanted]
    if not found:
        raise Trouble(_("There is no drill and no programme %(name)s.", name=wanted))
    if len(found) > 1:
        ids = ", ".join(f"{one['what']} {one['id']}" for one in found)
        raise Trouble(_("Several are called %(name)s. Name one by its id: %(ids)s", name=wanted, ids=ids))
    return found[0]
