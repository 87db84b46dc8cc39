"""The numbers of a call that are public, as files: what its page shows, and nothing more."""

from flask import Response

from simulator.actor import NOBODY
from simulator.reading.application import call_page
from simulator.reading.funnel import public_funnel
from simulator.refusal import Refusal
from web import door
from web.applicant.number_tables import number_tables
from web.applicant.room import applicant
from web.paper.files import known_ending, send_tables


@applicant.get("/calls/<programme_id>/numbers.<ending>")
def numbers_file(programme_id: str, ending: str) -> Response:
    """Give how many teams came how far as CSV, XLSX or PDF, once a stage is over."""
    known_ending(ending)
    page = door.house().look(call_page, NOBODY, call=programme_id)
    numbers = door.house().look(public_funnel, NOBODY, call=programme_id)
    if not numbers["steps"]:
        raise Refusal("not_found")
    call, language = page["call"], door.language()
    tables = number_tables(numbers, call, language, public=True)
    return send_tables(ending, tables, f"{tables[0].title} · {call.title.say(language, call.languages)}", "numbers")
