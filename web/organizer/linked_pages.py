"""The drills of a programme on one scale, and what changed from a team's first drill to its last."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template

from simulator.reading.linked import linked_drills
from web import door
from web.organizer.numbers import number
from web.words import say
from web.words.results import LINKING_REFUSED, LINKING_UNKNOWN, OBJECTIVES_REFUSED

linked = Blueprint("linked", __name__, template_folder="templates", url_prefix="/programmes/<programme_id>")


@linked.get("/linked")
@door.for_staff
def drills(programme_id: str) -> str:
    """Show the drills of a programme beside each other."""
    page, language = door.house().look(linked_drills, door.staff(), programme_id=programme_id), door.language()
    return render_template(
        "organizer/linked.html", page=page, programme_id=programme_id, number=lambda value: number(value, language),
        **linked_words(page, language),
    )  # fmt: skip


def linked_words(page: Mapping[str, Any], language: str) -> dict[str, str | None]:
    """Say why drills cannot be linked, or objectives compared; None where they can."""
    refused, reason = page["refused"], page["objectives"]["reason"]
    linking, objectives = LINKING_REFUSED.get(refused or "", LINKING_UNKNOWN), OBJECTIVES_REFUSED.get(reason or "")
    return {
        "linking_refused": say(language, linking) if refused else None,
        "objectives_refused": say(language, objectives) if objectives else None,
    }
