"""The scenario as text, for those who write YAML: what check finds, and the same versions as everywhere."""

from typing import Any

from flask import Response, jsonify, request

from simulator.refusal import Refusal
from simulator.saving import save
from web import door
from web.editor.opened import conflict_of, open_scenario, open_version
from web.editor.pages import render
from web.editor.parts import described
from web.editor.room import editor
from web.editor.saving import refused_json
from web.editor.understanding import Understood, understand
from web.words.refusals import words_of


@editor.get("/scenarios/<scenario_id>/text")
@door.for_staff
def text(scenario_id: str) -> str:
    """Show the text."""
    opened = open_scenario(scenario_id)
    return render("editor/text.html", opened, written=opened.text, findings=_findings(opened.known))


@editor.post("/scenarios/<scenario_id>/text/check")
@door.for_staff
def check_text(scenario_id: str) -> Response:
    """Say what check finds in a text; nothing is written."""
    opened = open_version(scenario_id, request.form.get("number"))
    written = _typed()
    known = door.house().run(lambda: understand(written, opened.files))
    return jsonify(findings=_findings(known))


@editor.post("/scenarios/<scenario_id>/text")
@door.for_staff
def save_text(scenario_id: str) -> Any:
    """Save the text as the next version."""
    base, written = open_version(scenario_id, request.form.get("number")), _typed()
    merge = bool(request.form.get("merge"))
    try:
        done = save(
            door.house(), door.staff(), scenario_id=scenario_id, expected_number=base.number,
            content=written.encode("utf-8", "replace"), merge=merge,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        if door.wants_json():
            return refused_json(refusal, base)
        known = understand(written, base.files)
        facts = {"refused": words_of(refusal, door.language()), "conflict": conflict_of(refusal, base)}
        return render("editor/text.html", base, written=written, findings=_findings(known), **facts), 409
    if not door.wants_json():
        return door.go("editor.text", scenario_id=scenario_id, saved=1)
    merged = {"text": open_scenario(scenario_id, done["number"]).text} if merge else {}
    return jsonify(number=done["number"], **merged)


def _typed() -> str:
    # A text area sends two characters at the end of each line.
    return request.form.get("text", "").replace("\r\n", "\n")


def _findings(known: Understood) -> list[dict[str, Any]]:
    language = door.language()
    return [described(one, language) for one in known.findings]
