"""The funnel as organizers see it at any time: how many teams came how far, exactly."""

from typing import Any

from flask import render_template

from simulator.reading.funnel import funnel
from web import door
from web.applicant.calls import STEPS, telling
from web.calls.room import calls


@calls.get("/programmes/<programme_id>/numbers")
@door.for_staff
def numbers(programme_id: str) -> Any:
    """Show every step, in all and by each attribute."""
    found = door.house().look(funnel, door.staff(), programme_id=programme_id)
    return render_template("calls/numbers.html", numbers=found, steps=STEPS, **telling(found["call"]))
