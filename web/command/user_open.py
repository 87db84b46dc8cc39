"""What is open in somebody's name, from a shell: her sessions and her API tokens, listed and ended."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import click

from simulator.actions.sessions import end_account_session, end_account_sessions
from simulator.actions.tokens import revoke_staff_token
from simulator.actor import PROGRAM
from simulator.house import House
from simulator.reading.own_account import account_sessions
from simulator.reading.tokens import staff_tokens
from web.command.places import database_option
from web.command.printing import print_document, print_table
from web.command.user_house import house_of, json_option, person_of
from web.command.words import Verb, _, _n
from web.words import N_


@click.command(cls=Verb, name="sessions", help=N_("List where somebody of the staff is signed in, or sign her out."))
@click.argument("email")
@click.option("--end", is_flag=True, help=N_("End all of them."))
@click.option("--end-one", "chosen", metavar="ID", multiple=True,
              help=N_("End this one; can be given several times."))  # fmt: skip
@json_option
@database_option
def sessions(email: str, end: bool, chosen: tuple[str, ...], as_json: bool, database: str) -> None:
    """Print the open sessions of an account, or end some or all of them."""
    with house_of(database) as house:
        account_id = person_of(house, email)["id"]
        ended = _end(house, account_id, chosen, all_of_them=end)
        found = house.look(account_sessions, PROGRAM, account_id=account_id)
    if as_json:
        print_document(ended=ended, sessions=[_plain(one) for one in found])
    elif end or chosen:
        click.echo(_n("%(n)s session has ended.", "%(n)s sessions have ended.", ended))
    else:
        rows = [tuple(_plain(one)[name] for name in ("id", "browser", "created_at", "seen_at")) for one in found]
        print_table((_("Id"), _("Browser"), _("Since"), _("Last used")), rows)


def _end(house: House, account_id: str, chosen: Sequence[str], *, all_of_them: bool) -> int:
    if all_of_them:
        return house.perform(end_account_sessions, PROGRAM, account_id=account_id)
    for session_id in dict.fromkeys(chosen):
        house.perform(end_account_session, PROGRAM, account_id=account_id, session_id=session_id)
    return len(dict.fromkeys(chosen))


def _plain(one: dict[str, Any]) -> dict[str, str | None]:
    instants = {name: _instant(one[name]) for name in ("created_at", "seen_at")}
    return {"id": one["id"], "browser": one["browser"] or None, **instants}


@click.command(cls=Verb, name="tokens", help=N_("List the API tokens that act for somebody of the staff, or end them."))
@click.argument("email")
@click.option("--revoke", "chosen", metavar="ID", multiple=True,
              help=N_("Revoke this one; can be given several times."))  # fmt: skip
@click.option("--revoke-all", is_flag=True, help=N_("Revoke all of them."))
@json_option
@database_option
def tokens(email: str, chosen: tuple[str, ...], revoke_all: bool, as_json: bool, database: str) -> None:
    """Print the tokens of an account that still open, or revoke some or all of them."""
    with house_of(database) as house:
        account_id = person_of(house, email)["id"]
        ending = [one["id"] for one in _open_tokens(house, account_id)] if revoke_all else list(dict.fromkeys(chosen))
        for token_id in ending:
            house.perform(revoke_staff_token, PROGRAM, account_id=account_id, token_id=token_id)
        found = _open_tokens(house, account_id)
    if as_json:
        print_document(revoked=len(ending), tokens=found)
    elif revoke_all or chosen:
        click.echo(_n("%(n)s token opens nothing any more.", "%(n)s tokens open nothing any more.", len(ending)))
    else:
        header = (_("Id"), _("Name"), _("May do"), _("Only in"), _("Until"), _("Last used"))
        print_table(header, [
            (one["id"], one["name"], ", ".join(one["scopes"]), one["drill"], one["expires_at"], one["used_at"])
            for one in found
        ])  # fmt: skip


def _open_tokens(house: House, account_id: str) -> list[dict[str, Any]]:
    instants = ("created_at", "expires_at", "used_at")
    plain = ("id", "name", "scopes", "drill")
    return [
        {name: one[name] for name in plain} | {name: _instant(one[name]) for name in instants}
        for one in house.look(staff_tokens, PROGRAM).get(account_id, [])
    ]


def _instant(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="seconds") if instant else None
