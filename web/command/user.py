"""``prontas user``: staff accounts from the machine itself, for whoever runs it."""

import click

from simulator.actions.accounts import disable_account, enable_account, invite_staff
from simulator.actions.granting import ROLES, grant_role, revoke_role
from simulator.actions.links import renew_link
from simulator.actions.second_factor import reset_second_factor
from simulator.actor import PROGRAM
from simulator.links import RESET
from simulator.reading.people import staff_list
from web.command.places import database_option
from web.command.printing import print_document, print_table
from web.command.user_house import drill_option, house_of, json_option, person_of, place_of, programme_option
from web.command.user_open import sessions, tokens
from web.command.user_rules import add_programme, programmes, second_step
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
@drill_option
@programme_option
@click.option("--reads", type=click.Choice(list(LANGUAGES)), help=N_("The language her pages are in."))
@base_option
@database_option
def add(
    email: str, name: str, roles: tuple[str, ...], drill_id: str | None, programme: str | None, reads: str | None,
    base: str, database: str,
) -> None:  # fmt: skip
    """Make the account; its link works once."""
    with house_of(database) as house:
        facts = {"email": email, "name": name, "language": reads or said_in(), "roles": roles}
        made = house.perform(invite_staff, PROGRAM, **facts, **place_of(house, drill_id, programme))
    _print_link(base, {"token": made["token"], "purpose": "invite"})


@command.command(
    cls=Verb, name="invite", help=N_("Print a new link with which somebody of the staff chooses her password.")
)
@click.argument("email")
@base_option
@database_option
def invite(email: str, base: str, database: str) -> None:
    """Make the earlier link worthless and print another one: an invitation, or a reset of her password."""
    with house_of(database) as house:
        link = house.perform(renew_link, PROGRAM, account_id=person_of(house, email)["id"])
    _print_link(base, link)


@command.command(cls=Verb, name="list", help=N_("List the staff with their roles."))
@json_option
@database_option
def list_(as_json: bool, database: str) -> None:
    """Print everybody but the bots."""
    with house_of(database) as house:
        staff = house.look(staff_list, PROGRAM)
    if as_json:
        print_document(staff=staff)
        return
    header = (_("Address"), _("Name"), _("Roles"), _("Has a password"), _("Second step"), _("Disabled"))
    signs = ("ready", "second_factor", "disabled")
    print_table(header, [
        (one["email"], one["name"], ", ".join(map(_role, one["grants"])), *(_yes(one[sign]) for sign in signs))
        for one in staff
    ])  # fmt: skip


@command.command(cls=Verb, name="grant", help=N_("Give somebody of the staff one more role."))
@click.argument("email")
@click.argument("role", type=click.Choice(ROLES))
@drill_option
@programme_option
@database_option
def grant(email: str, role: str, drill_id: str | None, programme: str | None, database: str) -> None:
    """Grant a role, everywhere unless told otherwise."""
    with house_of(database) as house:
        facts = {"account_id": person_of(house, email)["id"], "role": role}
        house.perform(grant_role, PROGRAM, **facts, **place_of(house, drill_id, programme))


@command.command(cls=Verb, name="revoke", help=N_("Take a role away; it ends at once."))
@click.argument("email")
@click.argument("role", type=click.Choice(ROLES))
@drill_option
@programme_option
@database_option
def revoke(email: str, role: str, drill_id: str | None, programme: str | None, database: str) -> None:
    """Revoke a role where it was granted; one that she has not held is as good as gone."""
    with house_of(database) as house:
        facts = {"account_id": person_of(house, email)["id"], "role": role}
        house.perform(revoke_role, PROGRAM, **facts, **place_of(house, drill_id, programme))


@command.command(cls=Verb, name="disable", help=N_("Let nobody in with an account any more; who is in is out at once."))
@click.argument("email")
@database_option
def disable(email: str, database: str) -> None:
    """Disable an account."""
    with house_of(database) as house:
        house.perform(disable_account, PROGRAM, account_id=person_of(house, email)["id"])


@command.command(cls=Verb, name="enable", help=N_("Let an account in again, with the roles it had."))
@click.argument("email")
@database_option
def enable(email: str, database: str) -> None:
    """Enable an account."""
    with house_of(database) as house:
        house.perform(enable_account, PROGRAM, account_id=person_of(house, email)["id"])


@command.command(
    cls=Verb, name="reset-second-factor", help=N_("Take a lost second step away; her password alone lets her in.")
)
@click.argument("email")
@database_option
def reset(email: str, database: str) -> None:
    """Take the second factor of an account away and end its sessions."""
    with house_of(database) as house:
        house.perform(reset_second_factor, PROGRAM, account_id=person_of(house, email)["id"])


for verb in (sessions, tokens, second_step, programmes, add_programme):
    command.add_command(verb)


def _role(grant: dict[str, str | None]) -> str:
    where = grant["drill"] or grant["programme"]
    return f"{grant['role']} ({where})" if where else str(grant["role"])


def _yes(told: bool) -> str:
    return _("yes") if told else _("no")


def _print_link(base: str, link: dict[str, str]) -> None:
    click.echo(f"{base.rstrip('/')}/{link['purpose']}/{link['token']}")
    within = _("The link works once, within 24 hours.") if link["purpose"] == RESET else None
    click.echo(within or _("The link works once, within seven days."), err=True)
