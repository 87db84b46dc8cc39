"""A programme's home: where each stage stands, what is next, and what waits for somebody."""

from typing import Any

from flask import render_template, url_for

from simulator.reading.decisions import decisions
from simulator.reading.programme_home import programme_home
from web import door
from web.applicant.calls import speaking
from web.programme.deciding import told_decisions
from web.programme.room import programme, speaking_of
from web.programme.words import STAGE_STATES, next_words


@programme.get("/programmes/<programme_id>")
@door.for_staff
def home(programme_id: str) -> str:
    """Show where everything stands."""
    page = door.house().look(programme_home, door.staff(), programme_id=programme_id)
    call = page["call"]
    told = door.house().look(decisions, door.staff(), programme_id=programme_id)
    said: dict[str, Any] = speaking_of(call) if call else speaking()
    return render_template(
        "programme/home.html", page=page, call=call, states=STAGE_STATES,
        next=lambda step: next_words(call, step, door.language()),
        decisions=told_decisions(call, told) if call else [], ids={"programme_id": programme_id}, zone="UTC",
        back=url_for("programme.home", programme_id=programme_id), **said,
    )  # fmt: skip
