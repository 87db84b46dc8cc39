"""What organizers decide for the whole house: its programmes, and whether all staff need a second step."""

from typing import Any

from flask import request

from simulator.actions.programmes import create_programme
from simulator.actions.second_factor import demand_second_factor
from web import door
from web.staff.accounts import carry_out
from web.staff.room import staff


@staff.post("/staff/programmes")
@door.for_staff
def make_programme() -> Any:
    """Make a programme that drills can belong to."""
    return carry_out(create_programme, name=request.form.get("programme", ""))


@staff.post("/staff/second-factor")
@door.for_staff
def ask_second_factor() -> Any:
    """Ask a second step of all staff, or no longer."""
    return carry_out(demand_second_factor, demanded=request.form.get("demanded") == "1")
