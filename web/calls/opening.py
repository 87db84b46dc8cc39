"""Opening a programme's call: one that ships, or a file of one's own; everything wrong with it is shown at once."""

from typing import Any

from flask import Response, render_template, request

from scenarios.finding import Finding
from scenarios.library import ShippedCall, shipped_calls
from simulator.actions.calls import open_call
from simulator.reading.applications import programme_call
from simulator.refusal import Refusal
from web import door
from web.applicant.calls import speaking
from web.calls.room import calls
from web.words.findings import words_of_finding
from web.words.refusals import words_of

UPLOAD = "upload"


@calls.get("/programmes/<programme_id>/call")
@door.for_staff
def call(programme_id: str) -> Any:
    """Show the call that is open, or ask for one."""
    return _show(programme_id)


@calls.post("/programmes/<programme_id>/call")
@door.for_staff
def open_now(programme_id: str) -> Any:
    """Open the call, or show everything that is wrong with it."""
    try:
        door.house().perform(open_call, door.staff(), programme_id=programme_id, content=_chosen(programme_id))
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        findings = refusal.parameters.pop("findings", [])
        return _show(programme_id, refusal, findings)
    return door.go("calls.call", programme_id=programme_id)


@calls.get("/programmes/<programme_id>/call/<call_id>.yaml")
@door.for_staff
def shipped(programme_id: str, call_id: str) -> Response:
    """Hand out a call that ships, to be changed and chosen again."""
    door.house().look(programme_call, door.staff(), programme_id=programme_id)
    response = Response(_shipped(call_id).document, content_type="application/yaml")
    response.headers["Content-Disposition"] = f'attachment; filename="{call_id}.yaml"'
    return response


def _chosen(programme_id: str) -> bytes:
    # Whoever may not open one is told so before her file is looked at.
    door.house().look(programme_call, door.staff(), programme_id=programme_id)
    chosen = request.form.get("call", "")
    if chosen != UPLOAD:
        if not chosen:
            raise Refusal("call_not_chosen")
        return _shipped(chosen).document
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refusal("call_not_chosen")
    content: bytes = file.read()
    return content


def _library() -> tuple[ShippedCall, ...]:
    found: tuple[ShippedCall, ...] = door.house().run(shipped_calls)
    return found


def _shipped(call_id: str) -> ShippedCall:
    found = next((one for one in _library() if one.call.id == call_id), None)
    if found is None:
        raise Refusal("not_found")
    return found


def _show(programme_id: str, refusal: Refusal | None = None, findings: list[Finding] | None = None) -> tuple[str, int]:
    page = door.house().look(programme_call, door.staff(), programme_id=programme_id)
    words = door.language()
    shown = render_template(
        "calls/call.html", page=page, library=_library(), chosen=request.form.get("call"),
        message=words_of(refusal, words) if refusal else None,
        findings=[(one, words_of_finding(one, words)) for one in findings or ()], **speaking(),
    )  # fmt: skip
    return shown, 409 if refusal else 200
