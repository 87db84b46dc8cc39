"""What organizers decide for the whole house, from a shell: its programmes, and a second step for all staff."""

import click

from simulator.actions.programmes import create_programme
from simulator.actions.second_factor import demand_second_factor
from simulator.actor import PROGRAM
from simulator.reading.own_account import house_rules, programme_list
from web.command.places import database_option
from web.command.printing import print_document, print_table
from web.command.user_house import house_of, json_option
from web.command.words import Verb, _
from web.words import N_


@click.command(
    cls=Verb, name="second-step",
    help=N_("Say whether all staff must have a second step; with “ask” or “leave”, decide it."),
)  # fmt: skip
@click.argument("decision", type=click.Choice(("ask", "leave")), required=False)
@json_option
@database_option
def second_step(decision: str | None, as_json: bool, database: str) -> None:
    """Print, or change first, whether a second step is asked of all; who has none can then only set it up."""
    with house_of(database) as house:
        if decision is not None:
            house.perform(demand_second_factor, PROGRAM, demanded=decision == "ask")
        demanded = house.look(house_rules, PROGRAM)["second_factor"]
    if as_json:
        print_document(second_factor=demanded)
    else:
        click.echo(_("It is asked of everybody.") if demanded else _("Each decides for herself."))


@click.command(cls=Verb, name="programmes", help=N_("List the programmes that drills can belong to."))
@json_option
@database_option
def programmes(as_json: bool, database: str) -> None:
    """Print all programmes."""
    with house_of(database) as house:
        found = [{"id": one["id"], "name": one["name"]} for one in house.look(programme_list, PROGRAM)]
    if as_json:
        print_document(programmes=found)
    else:
        print_table((_("Id"), _("Name")), [(one["id"], one["name"]) for one in found])


@click.command(cls=Verb, name="add-programme", help=N_("Make a programme that drills can belong to, and print its id."))
@click.argument("name")
@database_option
def add_programme(name: str, database: str) -> None:
    """Make a programme; roles in it are then given with --programme and its name."""
    with house_of(database) as house:
        click.echo(house.perform(create_programme, PROGRAM, name=name))
