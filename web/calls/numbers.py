"""The funnel as organizers see it at any time: how many teams came how far, exactly; on a page, and as files."""

from typing import Any

from flask import Response, render_template

from simulator.reading.funnel import funnel
from web import door
from web.applicant.calls import STEPS, telling
from web.applicant.number_tables import number_tables
from web.calls.room import calls
from web.paper.files import known_ending, send_tables


@calls.get("/programmes/<programme_id>/numbers")
@door.for_staff
def numbers(programme_id: str) -> Any:
    """Show every step, in all and by each attribute."""
    found = door.house().look(funnel, door.staff(), programme_id=programme_id)
    return render_template("calls/numbers.html", numbers=found, steps=STEPS, **telling(found["call"]))


@calls.get("/programmes/<programme_id>/numbers.<ending>")
@door.for_staff
def numbers_file(programme_id: str, ending: str) -> Response:
    """Give the same as CSV, XLSX or PDF."""
    known_ending(ending)
    found = door.house().look(funnel, door.staff(), programme_id=programme_id)
    tables = number_tables(found, found["call"], door.language(), public=False)
    title = f"{tables[0].title} · {found['programme']['name']}"
    return send_tables(ending, tables, title, found["programme"]["name"], "numbers")
