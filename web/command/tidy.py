"""``prontas tidy``: retention from the machine itself; a running server does the same by itself once a day."""

import click

from web.command.places import database_option
from web.command.printing import print_document, print_table
from web.command.user_house import house_of
from web.command.words import Verb, _
from web.retaining import retain_all
from web.words import N_

WORDS = {
    "sessions": N_("Sessions that are over"),
    "links": N_("Links that are used or have expired"),
    "tokens": N_("API tokens that have ended"),
    "recovery_codes": N_("Recovery codes that are used"),
    "departures": N_("Marks for closing sockets"),
    "pause_requests": N_("Wishes for a pause"),
    "drills": N_("Drills whose names and words are erased"),
    "participants": N_("Participants without a name from now on"),
    "mails": N_("Mails"),
    "applications": N_("Applications whose names, words and files are erased"),
    "responses": N_("Responses without words from now on"),
}


@click.command(cls=Verb, name="tidy", help=N_("Let go of what has been kept long enough."))
@click.option("--dry-run", is_flag=True, help=N_("Count only; nothing is changed."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
def command(dry_run: bool, as_json: bool, database: str) -> None:
    """Do it, and say how much of each has gone."""
    with house_of(database) as house:
        done = retain_all(house, dry_run=dry_run)
    if as_json:
        print_document(dry_run=dry_run, gone=done)
        return
    print_table((_("What"), _("How many")), [(_(words), done[name]) for name, words in WORDS.items()])
    if dry_run:
        click.echo(_("Nothing was changed."), err=True)
