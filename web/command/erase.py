"""``prontas erase``: a person is erased from the machine itself, for whoever runs it."""

from typing import Any

import click

from simulator.actions.erasing import erase_account, erase_participant
from simulator.actions.erasing_application import erase_application
from simulator.actor import PROGRAM
from simulator.house import House
from simulator.reading.applications import application_list
from simulator.reading.erasures import account_erasure_preview, erasure_preview
from simulator.reading.people import staff_list
from web.command.places import database_option
from web.command.trouble import Trouble
from web.command.user_house import house_of
from web.command.words import Verb, VerbGroup, _, _n
from web.words import N_

yes_option = click.option("--yes", is_flag=True, help=N_("Ask nothing; the name need not be typed."))


@click.group(cls=VerbGroup, name="erase", help=N_("Erase a person, for good."))
def command() -> None:
    """Hold the verbs of erasing."""


@command.command(cls=Verb, name="account", help=N_("Erase a member of staff whose account is disabled."))
@click.argument("email")
@yes_option
@database_option
def account(email: str, yes: bool, database: str) -> None:
    """Erase name, address and ways in; her ratings stay under an id without a name."""
    with house_of(database) as house:
        wanted = email.strip().lower()
        found = next((one for one in house.look(staff_list, PROGRAM) if one["email"] == wanted), None)
        if found is None:
            raise Trouble(_("Nobody here has the address %(email)s.", email=email))
        preview = house.look(account_erasure_preview, PROGRAM, account_id=found["id"])
        _confirm(preview, yes=yes)
        house.perform(erase_account, PROGRAM, account_id=found["id"])
    click.echo(_("Erased. What she rated stays, under an id without a name."))


@command.command(cls=Verb, name="participant", help=N_("Erase a participant of a drill that is over."))
@click.argument("drill")
@click.argument("participant")
@yes_option
@database_option
def participant(drill: str, participant: str, yes: bool, database: str) -> None:
    """Erase her name and her words; levels and scores stay."""
    with house_of(database) as house:
        responses = _erase_participant(house, {"drill_id": drill, "participant_id": participant}, yes=yes)
    click.echo(_("Erased. Responses that lost their words: %(n)s.", n=responses))


@command.command(
    cls=Verb, name="applicant", help=N_("Erase an application with its lead and its members, by its code.")
)
@click.argument("programme")
@click.argument("code")
@yes_option
@database_option
def applicant(programme: str, code: str, yes: bool, database: str) -> None:
    """Erase names, words, files and ways in; an open offer goes to whoever is next, levels and scores stay."""
    wanted = code.strip().upper()
    with house_of(database) as house:
        lines = house.look(application_list, PROGRAM, programme_id=programme)
        found = next((one for one in lines if one["code"] == wanted), None)
        if found is None:
            raise Trouble(_("No application of this programme has the code %(code)s.", code=wanted))
        if not yes and not found["erased"]:
            typed = click.prompt(_("Type its code once more, “%(code)s”", code=wanted), default="", show_default=False)
            if typed.strip().upper() != wanted:
                raise Trouble(_("That is not its code. Nothing was changed."))
        house.perform(erase_application, PROGRAM, programme_id=programme, application_id=found["id"])
    click.echo(_("Erased. Levels, scores and the code stay."))


def _erase_participant(house: House, asked: dict[str, str], *, yes: bool) -> int:
    preview = house.look(erasure_preview, PROGRAM, **asked)
    if preview["unrated"]:
        words = _n(
            "%(n)s of her responses still waits for ratings. It can no longer be rated and leaves her team's score.",
            "%(n)s of her responses still wait for ratings. They can no longer be rated and leave her team's score.",
            preview["unrated"],
        )
        click.echo(words, err=True)
    _confirm(preview, yes=yes)
    return house.perform(erase_participant, PROGRAM, **asked)


def _confirm(preview: dict[str, Any], *, yes: bool) -> None:
    if yes or preview["person"]["erased"]:
        return
    name = preview["person"]["name"]
    typed = click.prompt(_("Type her name, “%(name)s”", name=name), default="", show_default=False)
    if " ".join(typed.split()).casefold() != name.casefold():
        raise Trouble(_("That is not her name. Nothing was changed."))
