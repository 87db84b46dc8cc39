"""A scenario's versions: who saved what and when, what differs between two, and an earlier one brought back."""

from typing import Any

from flask import request

from simulator.actions.scenarios import restore_version
from simulator.reading.scenarios import scenario_changes, scenario_page
from simulator.refusal import Refusal
from web import door
from web.editor.differing import shown_changes
from web.editor.forms.choices import Choices
from web.editor.opened import conflict_of, number_of, open_scenario, restored, restoring
from web.editor.pages import render
from web.editor.room import editor
from web.editor.saving import refused_json
from web.words.refusals import words_of

# A page of differences that nobody reads to its end.
MOST_LINES = 2_000
# Where an undo may lead back to.
BACK = frozenset(f"editor.{page}" for page in ("overview", "versions", "languages", "branches", "sections", "text"))


@editor.get("/scenarios/<scenario_id>/versions")
@door.for_staff
def versions(scenario_id: str) -> str:
    """Show all versions, and what differs between two of them: the last two unless others are chosen."""
    return show_versions(scenario_id)


def show_versions(scenario_id: str, refusal: Refusal | None = None) -> str:
    """Render the page."""
    opened, language = open_scenario(scenario_id), door.language()
    page = door.house().look(scenario_page, door.staff(), scenario_id=scenario_id)
    one = number_of(request.args.get("one") or str(max(opened.newest - 1, 1)))
    other = number_of(request.args.get("other") or str(opened.newest))
    told = door.house().look(scenario_changes, door.staff(), scenario_id=scenario_id, old=one, new=other)
    lines = told["text"].splitlines() if isinstance(told["text"], str) else list(told["text"])
    choices = Choices(opened.known.plain, language)
    return render(
        "editor/versions.html", opened, page=page, one=one, other=other, restored=restored,
        changes=None if told["changes"] is None else shown_changes(told["changes"], choices),
        lines=lines[:MOST_LINES], cut=len(lines) > MOST_LINES,
        refused=words_of(refusal, language) if refusal else None,
    )  # fmt: skip


@editor.post("/scenarios/<scenario_id>/restore")
@door.for_staff
def restore(scenario_id: str) -> Any:
    """Bring an earlier version back, as a new one."""
    form = request.form
    number, expected = number_of(form.get("of")), number_of(form.get("number"))
    try:
        done = door.house().perform(
            restore_version, door.staff(), scenario_id=scenario_id, number=number, expected_number=expected,
            note=restoring(number),
        )  # fmt: skip
    except Refusal as refusal:
        base = open_scenario(scenario_id)
        if conflict_of(refusal, base) is None:
            raise
        if door.wants_json():
            return refused_json(refusal, base)
        return show_versions(scenario_id, refusal), 409
    if door.wants_json():
        return {"number": done["number"]}
    back = form.get("back", "")
    return door.go(back if back in BACK else "editor.overview", scenario_id=scenario_id, saved=1)
