"""A team's sheet as organizers see it, in the team's language, on the page and on paper."""

from typing import Any

from flask import Response, render_template

from simulator.reading.sheet import team_sheet
from web import door
from web.organizer.room import organizer
from web.paper.page import MARKS, paper_html, send_pdf
from web.paper.saying import speaker
from web.paper.sheet_view import sheet_view
from web.words import say


@organizer.get("/sheets/<team_id>")
@door.for_staff
def sheet(drill_id: str, team_id: str) -> str:
    """Show a team's sheet."""
    view = _look(drill_id, team_id)
    return render_template(
        "organizer/sheet.html", sheet=view, speak=speaker(view["language"]), exercise=True,
        rehearsal=view["drill"]["rehearsal"],
    )  # fmt: skip


@organizer.get("/sheets/<team_id>/sheet.pdf")
@door.for_staff
def sheet_pdf(drill_id: str, team_id: str) -> Response:
    """Make a PDF of a team's sheet."""
    return sheet_on_paper(_look(drill_id, team_id))


def sheet_on_paper(view: dict[str, Any]) -> Response:
    """Send a sheet as PDF in its own language; its name bears the mark, the drill and the team."""
    language, drill = view["language"], view["drill"]
    html = paper_html("paper/sheet.html", language, rehearsal=drill["rehearsal"], sheet=view, _=speaker(language))
    return send_pdf(html, say(language, MARKS[drill["rehearsal"]]), drill["name"], view["team"]["name"])


def _look(drill_id: str, team_id: str) -> dict[str, Any]:
    return sheet_view(door.house().look(team_sheet, door.staff(), drill_id=drill_id, team_id=team_id))
