"""The people of a drill: what is held about each, taking it along, erasing it, and holding all of it back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Response, render_template, request

from simulator.actions.erasing import erase_participant
from simulator.actions.retaining import hold_words
from simulator.reading.erasures import erasure_preview, people_held
from simulator.reading.held import held_about
from simulator.refusal import Refusal
from web import door
from web.audit.room import audit
from web.organizer.downloads import send_file
from web.words.refusals import words_of


@audit.get("/drills/<drill_id>/people")
@door.for_staff
def people(drill_id: str) -> Any:
    """Show everybody of a drill, also who was taken out, and until when their words are kept."""
    return _people(drill_id)


@audit.get("/drills/<drill_id>/people/<participant_id>/data.json")
@door.for_staff
def data(drill_id: str, participant_id: str) -> Response:
    """Give what is held about a participant, as a file to hand to her."""
    found = door.house().look(held_about, door.staff(), drill_id=drill_id, participant_id=participant_id)
    return send_file(document(found), found["drill"], "data.json", "application/json")


@audit.get("/drills/<drill_id>/people/<participant_id>/erase")
@door.for_staff
def erase_form(drill_id: str, participant_id: str) -> Any:
    """Show what erasing a participant takes away, before it is done."""
    return _form(drill_id, participant_id)


@audit.post("/drills/<drill_id>/people/<participant_id>/erase")
@door.for_staff
def erase(drill_id: str, participant_id: str) -> Any:
    """Erase a participant, once her name was typed."""
    asked = {"drill_id": drill_id, "participant_id": participant_id}
    try:
        require_same_name(door.house().look(erasure_preview, door.staff(), **asked)["person"]["name"])
        door.house().perform(erase_participant, door.staff(), **asked)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _form(drill_id, participant_id, words_of(refusal, door.language()))
    return door.go("audit.people", drill_id=drill_id, _anchor=f"person-{participant_id}")


@audit.post("/drills/<drill_id>/keep")
@door.for_staff
def keep(drill_id: str) -> Any:
    """Hold a drill's words back until a day, or let them go at their time."""
    page = door.house().look(people_held, door.staff(), drill_id=drill_id)
    try:
        until = _end_of_day(request.form.get("until", "").strip(), page["drill"]["time_zone"])
        door.house().perform(hold_words, door.staff(), drill_id=drill_id, until=until)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _people(drill_id, words_of(refusal, door.language()))
    return door.go("audit.people", drill_id=drill_id)


def require_same_name(name: str) -> None:
    """Refuse unless the form says a person's name; spaces and case do not matter."""
    typed = " ".join(request.form.get("name", "").split())
    if not name or typed.casefold() != " ".join(name.split()).casefold():
        raise Refusal("person_name_differs", name=name)


def document(found: Mapping[str, Any]) -> str:
    """Write what is held about somebody as JSON that people can read too."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _end_of_day(written: str, time_zone: str) -> datetime | None:
    if not written:
        return None
    try:
        return datetime.fromisoformat(written).replace(hour=23, minute=59, tzinfo=ZoneInfo(time_zone))
    except ValueError:
        raise Refusal("time_unreadable", time=written[:40]) from None


def _people(drill_id: str, message: str | None = None) -> tuple[str, int]:
    page = door.house().look(people_held, door.staff(), drill_id=drill_id)
    shown = render_template(
        "audit/people.html", page=page, message=message, exercise=True, rehearsal=page["drill"]["rehearsal"]
    )
    return shown, 409 if message else 200


def _form(drill_id: str, participant_id: str, message: str | None = None) -> tuple[str, int]:
    page = door.house().look(erasure_preview, door.staff(), drill_id=drill_id, participant_id=participant_id)
    shown = render_template(
        "audit/erase.html", page=page, message=message, exercise=True, rehearsal=page["drill"]["rehearsal"]
    )
    return shown, 409 if message else 200
