"""Whom and which place a verb of `prontas user` means, and the house it acts in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from simulator.actor import PROGRAM
from simulator.database import close_engine, open_engine
from simulator.house import House, steady_clock
from simulator.migrating import migrate
from simulator.reading.own_account import programme_list
from simulator.reading.people import staff_list
from web.command.places import ready_database
from web.command.trouble import Trouble
from web.command.words import _
from web.words import N_

drill_option = click.option("--drill", "drill_id", metavar="ID", help=N_("Only in this drill."))
programme_option = click.option(
    "--programme", metavar="NAME", help=N_("Only in the drills of this programme, by its name or id.")
)
json_option = click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))


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


def person_of(house: House, email: str) -> dict[str, Any]:
    """Give the member of staff with an address; end with one line where there is none."""
    wanted = email.strip().lower()
    found = next((one for one in house.look(staff_list, PROGRAM) if one["email"] == wanted), None)
    if found is None:
        raise Trouble(_("Nobody here has the address %(email)s. Add her first.", email=email))
    return found


def place_of(house: House, drill_id: str | None, programme: str | None) -> dict[str, str]:
    """Give the facts of the place that the options name; everywhere without one."""
    if drill_id and programme:
        raise click.UsageError(_("Name a drill or a programme, not both."))
    if drill_id:
        return {"drill_id": drill_id}
    if not programme:
        return {}
    known = house.look(programme_list, PROGRAM)
    found = next((one["id"] for one in known if programme in (one["id"], one["name"])), None)
    if found is None:
        raise Trouble(_("There is no programme %(name)s.", name=programme))
    return {"programme_id": found}
