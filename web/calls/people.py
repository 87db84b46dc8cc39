"""What is held about an application, to be handed to its lead, and erasing it for her."""

import json
from typing import Any

from flask import Response, render_template, request

from simulator.actions.erasing_application import erase_application
from simulator.reading.held_application import application_held
from simulator.refusal import Refusal
from web import door
from web.calls.room import calls
from web.words.refusals import words_of


@calls.get("/programmes/<programme_id>/applications/<application_id>/data.json")
@door.for_staff
def held(programme_id: str, application_id: str) -> Response:
    """Hand out what is held about an application, as a file."""
    told = door.house().look(
        application_held, door.staff(), programme_id=programme_id, application_id=application_id
    )  # fmt: skip
    response = Response(json.dumps(told, ensure_ascii=False, indent=2), content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{told["application"]["code"]}.json"'
    return response


@calls.get("/programmes/<programme_id>/applications/<application_id>/erase")
@door.for_staff
def erase_form(programme_id: str, application_id: str) -> Any:
    """Ask whether an application is really to be erased."""
    return _show(programme_id, application_id)


@calls.post("/programmes/<programme_id>/applications/<application_id>/erase")
@door.for_staff
def erase(programme_id: str, application_id: str) -> Any:
    """Erase it, once its code has been typed."""
    told = door.house().look(
        application_held, door.staff(), programme_id=programme_id, application_id=application_id
    )  # fmt: skip
    code = told["application"]["code"]
    if request.form.get("code", "").strip().upper() != code:
        return _show(programme_id, application_id, words_of(Refusal("code_differs", wanted=code), door.language()))
    door.house().perform(erase_application, door.staff(), programme_id=programme_id, application_id=application_id)
    return door.go("programme.eligibility", programme_id=programme_id)


def _show(programme_id: str, application_id: str, message: str | None = None) -> tuple[str, int]:
    told = door.house().look(
        application_held, door.staff(), programme_id=programme_id, application_id=application_id
    )  # fmt: skip
    shown = render_template(
        "calls/erase.html", programme_id=programme_id, application_id=application_id, one=told["application"],
        message=message,
    )  # fmt: skip
    return shown, 409 if message else 200
