"""The public pages of calls: which are open, and everything that one of them promises."""

from typing import Any

from flask import Response, render_template

from scenarios.calls.call import Call
from simulator.actions.application_files import megabytes
from simulator.actor import NOBODY
from simulator.reading.application import call_content, call_list, call_page
from simulator.reading.funnel import public_funnel
from web import door
from web.applicant.room import applicant
from web.words import LANGUAGES, N_
from web.words.instants import moments, written

# The steps of a funnel; those of a stage's awards have the stage's own title.
STEPS = {
    "begun": N_("Begun"),
    "sent": N_("Sent"),
    "complete": N_("Whole"),
    "eligible": N_("Eligible teams"),
}


@applicant.get("/calls")
def calls() -> str:
    """List the calls, the open ones first."""
    return render_template("applicant/calls.html", calls=door.house().look(call_list, NOBODY), **speaking())


@applicant.get("/calls/<programme_id>")
def call(programme_id: str) -> str:
    """Show a call: windows, criteria, documents, decisions, and the way in."""
    page = door.house().look(call_page, NOBODY, call=programme_id)
    numbers = door.house().look(public_funnel, NOBODY, call=programme_id)
    return render_template("applicant/call.html", page=page, numbers=numbers, steps=STEPS, **telling(page["call"]))


@applicant.get("/calls/<programme_id>/call.yaml")
def call_file(programme_id: str) -> Response:
    """Hand out the call as it was frozen, so that anybody can check its digest."""
    content = door.house().look(call_content, NOBODY, call=programme_id)
    response = Response(content, content_type="application/yaml")
    response.headers["Content-Disposition"] = 'attachment; filename="call.yaml"'
    return response


def telling(document: Call) -> dict[str, Any]:
    """Give templates what they need to speak of a call in the reader's language."""
    return speaking() | {
        "t": lambda text: "" if text is None else text.say(door.language(), document.languages),
        "spoken": {code: LANGUAGES.get(code, code) for code in document.languages},
        "moments": lambda instant: moments(door.language(), instant, document.windows.zones),
    }


def speaking() -> dict[str, Any]:
    """Give templates words for instants and sizes."""
    return {
        "megabytes": megabytes, "written": written,
        "say_in": lambda text, one: text.say(door.language(), one.languages),
        "moments": lambda instant: moments(door.language(), instant),
    }  # fmt: skip
