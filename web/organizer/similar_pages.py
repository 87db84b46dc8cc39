"""Responses that resemble each other: for organizers to look at, without names until they open them."""

from flask import Response, render_template

from simulator.actions.opening_names import open_names
from simulator.reading.similar import similar_responses
from web import door
from web.organizer.numbers import percent
from web.organizer.room import organizer


@organizer.get("/similar")
@door.for_staff
def similar(drill_id: str) -> str:
    """Show what resembles what."""
    page, language = door.house().look(similar_responses, door.staff(), drill_id=drill_id), door.language()
    return render_template(
        "organizer/similar.html", page=page, percent=lambda share: percent(share, language), exercise=True,
        rehearsal=page["drill"]["rehearsal"],
    )  # fmt: skip


@organizer.post("/similar/names")
@door.for_staff
def show_names(drill_id: str) -> Response:
    """Open the names; the log notes it."""
    door.house().perform(open_names, door.staff(), drill_id=drill_id)
    return door.go("organizer.similar", drill_id=drill_id)
