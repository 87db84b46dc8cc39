"""Her team's sheet, once its result was told: what counted and why, on the page and on paper; and the lead's appeal."""

from typing import Any

from flask import Response, render_template, request

from simulator.actions.appealing import file_appeal
from simulator.reading.sheet import own_sheet
from simulator.refusal import Refusal
from web import door
from web.organizer.sheet_pages import sheet_on_paper
from web.paper.sheet_view import sheet_view
from web.participant.pages import participant
from web.words.refusals import words_of

Answer = Response | tuple[str, int]


@participant.get("/play/sheet")
@door.for_participants
def sheet() -> str:
    """Show her team's sheet in her language."""
    return _show()


@participant.get("/play/sheet.pdf")
@door.for_participants
def sheet_pdf() -> Response:
    """Make a PDF of it."""
    return sheet_on_paper(_look())


@participant.post("/play/sheet/appeals")
@door.for_participants
def appeal() -> Answer:
    """File an appeal; what she typed stays on the page where it is refused."""
    form = request.form
    facts = {"ground": form.get("ground", ""), "inject": form.get("inject") or None, "words": form.get("words", "")}
    try:
        door.house().perform(file_appeal, door.participant(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(problem=words_of(refusal, door.language())), 409
    return door.go("participant.sheet", _anchor="appeals")


def _show(**more: Any) -> str:
    view = _look()
    return render_template(
        "participant/sheet.html", sheet=view, form=request.form, exercise=True, rehearsal=view["drill"]["rehearsal"],
        **more,
    )  # fmt: skip


def _look() -> dict[str, Any]:
    return sheet_view(door.house().look(own_sheet, door.participant()), door.language())
