"""``prontas user``: staff accounts from the machine itself, for whoever runs it."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from simulator.actions.accounts import invite_staff
from simulator.actions.granting import ROLES
from simulator.actions.links import renew_link
from simulator.actor import PROGRAM
from simulator.database import close_engine, open_engine
from simulator.house import House, steady_clock
from simulator.migrating import migrate
from simulator.reading.people import staff_list
from web.command.places import database_option, ready_database
from web.command.printing import print_document, print_table
from web.command.trouble import Trouble
from web.command.words import LANGUAGES, Verb, VerbGroup, _, said_in
from web.words import N_

base_option = click.option(
    "--base", default="http://127.0.0.1:8765", envvar="PRONTAS_PUBLIC_URL", metavar="URL",
    help=N_("Where browsers find the server; the link begins with it."),
)  # fmt: skip


@click.group(cls=VerbGroup, name="user", help=N_("Invite staff, and list who there is."))
def command() -> None:
    """Hold the verbs about accounts."""


@command.command(cls=Verb, name="add", help=N_("Add a member of staff and print a link for the first password."))
@click.argument("email")
@click.option("--name", required=True, help=N_("Her name, as others of the staff see it."))
@click.option("--role", "roles", type=click.Choice(ROLES), multiple=True, required=True,
              help=N_("What she may do, in every drill; can be given several times."))  # fmt: skip
@click.option("--reads", type=click.Choice(list(LANGUAGES)), help=N_("The language her pages are in."))
@base_option
@database_option
def add(email: str, name: str, roles: tuple[str, ...], reads: str | None, base: str, database: str) -> None:
    """Make the account; its link works once."""
    with house_of(database) as house:
        facts = {"email": email, "name": name, "language": reads or said_in(), "roles": roles}
        made = house.perform(invite_staff, PROGRAM, **facts)
    _print_link(base, made["token"])


@command.command(
    cls=Verb, name="invite", help=N_("Print a new link with which somebody of the staff chooses her password.")
)
@click.argument("email")
@base_option
@database_option
def invite(email: str, base: str, database: str) -> None:
    """Make the earlier link worthless and print another one."""
    with house_of(database) as house:
        wanted = email.strip().lower()
        found = next((one for one in house.look(staff_list, PROGRAM) if one["email"] == wanted), None)
        if found is None:
            raise Trouble(_("Nobody here has the address %(email)s. Add her first.", email=email))
        token = house.perform(renew_link, PROGRAM, account_id=found["id"])["token"]
    _print_link(base, token)


@command.command(cls=Verb, name="list", help=N_("List the staff with their roles."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@database_option
def list_(as_json: bool, database: str) -> None:
    """Print everybody but the bots."""
    with house_of(database) as house:
        staff = house.look(staff_list, PROGRAM)
    if as_json:
        print_document(staff=staff)
        return
    rows = [
        (one["email"], one["name"], ", ".join(map(_role, one["grants"])), _("yes") if one["ready"] else _("no"))
        for one in staff
    ]
    print_table((_("Address"), _("Name"), _("Roles"), _("Has a password")), rows)


def _role(grant: dict[str, str | None]) -> str:
    return f"{grant['role']} ({grant['drill']})" if grant["drill"] else str(grant["role"])


@contextmanager
def house_of(database: str) -> Iterator[House]:
    """Open the house on a database of this version."""
    ready_database(database)
    engine = open_engine(database)
    try:
        migrate(engine)
        yield House(engine, steady_clock(engine))
    finally:
        close_engine(engine)


def _print_link(base: str, token: str) -> None:
    click.echo(f"{base.rstrip('/')}/invite/{token}")
    click.echo(_("The link works once, within seven days."), err=True)
