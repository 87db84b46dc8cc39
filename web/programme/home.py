"""A programme's home: where each stage stands, what is next, what waits for somebody, and how long it is kept."""

from datetime import UTC, datetime
from typing import Any

from flask import render_template, request, url_for

from simulator.actions.retaining_applications import hold_programme
from simulator.reading.decisions import decisions
from simulator.reading.programme_home import programme_home
from simulator.refusal import Refusal
from web import door
from web.applicant.calls import speaking
from web.programme.deciding import told_decisions
from web.programme.room import Answer, perform, programme, refused, speaking_of
from web.programme.words import STAGE_STATES, next_words
from web.words.refusals import words_of


@programme.get("/programmes/<programme_id>")
@door.for_staff
def home(programme_id: str) -> str:
    """Show where everything stands."""
    return _show(programme_id)


@programme.post("/programmes/<programme_id>/keep")
@door.for_staff
def keep(programme_id: str) -> Answer:
    """Hold what was sent back until the end of a day (UTC), or let it go at its time."""
    written = request.form.get("until", "").strip()
    try:
        until = datetime.fromisoformat(written).replace(hour=23, minute=59, tzinfo=UTC) if written else None
    except ValueError:
        return refused(_show(programme_id, words_of(Refusal("time_unreadable", time=written[:40]), door.language())))
    return perform(
        hold_programme, lambda message: _show(programme_id, message),
        door.go("programme.home", programme_id=programme_id), programme_id=programme_id, until=until,
    )  # fmt: skip


def _show(programme_id: str, message: str | None = None) -> str:
    page = door.house().look(programme_home, door.staff(), programme_id=programme_id)
    call = page["call"]
    told = door.house().look(decisions, door.staff(), programme_id=programme_id)
    said: dict[str, Any] = speaking_of(call) if call else speaking()
    return render_template(
        "programme/home.html", page=page, call=call, states=STAGE_STATES,
        next=lambda step: next_words(call, step, door.language()),
        decisions=told_decisions(call, told) if call else [], ids={"programme_id": programme_id}, zone="UTC",
        back=url_for("programme.home", programme_id=programme_id), message=message, **said,
    )  # fmt: skip
