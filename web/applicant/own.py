"""What is held about an applicant: shown, to be taken along, and, until the call closes, to be erased by herself."""

import json
from typing import Any

from flask import Response, render_template, request

from simulator.actions.erasing_application import erase_own_application
from simulator.reading.held_application import own_application_held
from simulator.refusal import Refusal
from web import door
from web.applicant.calls import telling
from web.applicant.room import applicant
from web.applicant.showing import own
from web.notice import application_privacy
from web.words.refusals import words_of


@applicant.get("/application/mine")
@door.for_applicants
def mine() -> Any:
    """Show the notice, and what she can do with what is held."""
    return _show()


@applicant.get("/application/mine.json")
@door.for_applicants
def data() -> Response:
    """Hand out all that is held about her, as a file."""
    held = door.house().look(own_application_held, door.applicant())
    response = Response(json.dumps(held, ensure_ascii=False, indent=2), content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="prontas.json"'
    return response


@applicant.post("/application/erase")
@door.for_applicants
def erase() -> Any:
    """Erase her application, once she has ticked that she is sure."""
    try:
        if not request.form.get("sure"):
            raise Refusal("erasing_unsure")
        door.house().perform(erase_own_application, door.applicant())
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(words_of(refusal, door.language()))
    response = door.go("applicant.calls")
    door.drop_cookie(response, door.APPLICATION)
    return response


def _show(message: str | None = None) -> tuple[str, int]:
    told = own()
    call = told["call"]
    controller = {"name": call.organisation.say(door.language(), call.languages), "contact": call.contact}
    shown = render_template(
        "applicant/mine.html", own=told, call=call, message=message,
        privacy=application_privacy(door.language(), controller), **telling(call),
    )  # fmt: skip
    return shown, 409 if message else 200
