"""The form of an application: kept as she types where scripts run, and with each press of a button where not."""

from collections.abc import Mapping
from typing import Any

from flask import jsonify, request
from werkzeug.wrappers import Response

from simulator.actions.application_files import declare_file, remove_file
from simulator.actions.applying import save_application
from simulator.refusal import Refusal
from web import door
from web.applicant.files import chosen_file, receive
from web.applicant.room import applicant
from web.applicant.sending import send
from web.applicant.showing import by_part, lacks_said, own, page_of
from web.applicant.typed import content_of, declared_of
from web.words import LANGUAGES, N_, say
from web.words.refusals import words_of

NEWER = N_(
    "In another window this application has been changed since. What you see here is what you typed in this one; "
    "nothing is lost. Keep it, or open the newer text."
)


@applicant.get("/application")
@door.for_applicants
def form() -> Any:
    """Show the application as it stands."""
    return page_of(own())


@applicant.post("/application/draft")
@door.for_applicants
def draft() -> Response:
    """Keep what she is typing; tells what is still missing, or that another window has saved since."""
    told = own()
    saved = _save(told, content_of(told["call"], request.form), mine=bool(request.form.get("mine")))
    if saved["state"] == "newer":
        return jsonify(state="newer", version=saved["version"])
    _declare(told)
    now = own()
    return jsonify(
        state="saved", version=now["version"], lacks=lacks_said(now), by_part=by_part(now), unsent=now["unsent"]
    )  # fmt: skip


@applicant.post("/application")
@door.for_applicants
def keep() -> Any:
    """Keep all that the page holds, words and chosen files; then do what the button says."""
    told, pressed = own(), request.form
    content = content_of(told["call"], pressed)
    try:
        saved = _save(told, content, mine=bool(pressed.get("mine")))
        if saved["state"] == "newer":
            return page_of(
                told | {"version": saved["version"]}, content=content, message=say(door.language(), NEWER),
                conflict=True, status=409,
            )  # fmt: skip
        _declare(told)
        problems = _receive_chosen(told)
        if pressed.get("remove"):
            door.house().perform(remove_file, door.applicant(), file_id=pressed["remove"])
        if pressed.get("send") and not problems:
            return send()
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        # The newest facts, but her own words: nothing that she typed is lost with a refusal.
        return page_of(own(), content=content, message=words_of(refusal, door.language()), status=409)
    if problems:
        return page_of(own(), of_files=problems, status=409)
    response = door.go("applicant.form", _anchor=_place(pressed))
    if pressed.get("speak") in LANGUAGES:
        door.remember_language(response, pressed["speak"])
    return response


def _save(told: Mapping[str, Any], content: dict[str, Any], *, mine: bool) -> dict[str, Any]:
    seen = request.form.get("version", "")
    version = told["version"] if mine else int(seen) if seen.isdecimal() and len(seen) < 10 else -1
    return door.house().perform(
        save_application, door.applicant(), content=content, version=version, language=request.form.get("language")
    )  # fmt: skip


def _declare(told: Mapping[str, Any]) -> None:
    for document_id, file in told["files"].items():
        declared = declared_of(document_id, request.form)
        before = {
            "signer_role": file["signer"].get("role", ""), "signer_name": file["signer"].get("name", ""),
            "elements": file["elements"],
        }  # fmt: skip
        if declared is not None and declared != before:
            door.house().perform(declare_file, door.applicant(), file_id=file["id"], **declared)


def _receive_chosen(told: Mapping[str, Any]) -> dict[str, str]:
    """Receive every file that was chosen on the page; gives what is wrong with some, by document."""
    problems = {}
    for document in told["call"].documents:
        file = chosen_file(f"d-{document.id}-file")
        if file is None:
            continue
        try:
            receive(document.id, file, declared_of(document.id, request.form) or {})
        except Refusal as refusal:
            problems[document.id] = words_of(refusal, door.language())
    return problems


def _place(pressed: Mapping[str, str]) -> str | None:
    return "documents" if pressed.get("files") or pressed.get("remove") else None
