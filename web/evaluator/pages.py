"""The evaluator's desk: her queue, one response at a time, and the levels she gives."""

import hashlib
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from simulator.actions.rating import rate_response
from simulator.reading.desk import rating_queue, rating_sheet
from simulator.refusal import Refusal
from web import door
from web.evaluator.answer import answer_parts
from web.evaluator.level_keys import level_keys

RATED = frozenset({"criterion", "level", "sentence"})
evaluator = Blueprint("evaluator", __name__, template_folder="templates", url_prefix="/drills/<drill_id>/desk")


@evaluator.get("")
@door.for_staff
def desk(drill_id: str) -> str:
    """Show the first response that still wants a level of hers."""
    queue = door.house().look(rating_queue, door.staff(), drill_id=drill_id)
    waiting = next((entry for entry in queue["entries"] if entry["rated"] < entry["of"]), None)
    return _page(queue, _sheet(queue, waiting["response_id"]) if waiting else None)


@evaluator.get("/queue")
@door.for_staff
def queue(drill_id: str) -> Response:
    """Tell a script what is ready; nothing more than that it knows all, where it does."""
    told = _told(door.house().look(rating_queue, door.staff(), drill_id=drill_id))
    known = request.args.get("version") == told["version"]
    return jsonify({"version": told["version"]} if known else told)


@evaluator.get("/<response_id>")
@door.for_staff
def response(drill_id: str, response_id: str) -> Response | str:
    """Show one response; a script gets only its sheet, and whether the queue is still the one it knows."""
    queue = door.house().look(rating_queue, door.staff(), drill_id=drill_id)
    sheet = _sheet(queue, response_id)
    if not door.wants_json():
        return _page(queue, sheet)
    html = render_template("evaluator/sheet.html", sheet=sheet, queue=queue)
    return jsonify(sheet_html=html, version=_version(queue))


@evaluator.post("/<response_id>")
@door.for_staff
def rate(drill_id: str, response_id: str) -> Response:
    """Give one criterion a level, or none with the reason; gives back what was taken."""
    told = request.get_json(silent=True)
    facts = told if isinstance(told, dict) else {}
    if facts.keys() - RATED:
        raise Refusal("rating_malformed")
    criterion, level, sentence = facts.get("criterion"), facts.get("level"), facts.get("sentence") or ""
    if not isinstance(criterion, str) or not isinstance(sentence, str) or not isinstance(level, str | None):
        raise Refusal("rating_malformed")
    given = {"criterion": criterion, "level": level, "sentence": sentence.strip()}
    made = door.house().perform(
        rate_response, door.staff(), drill_id=drill_id, response_id=response_id, **given
    )  # fmt: skip
    return jsonify(given | made)


def _page(queue: dict[str, Any], sheet: dict[str, Any] | None) -> str:
    return render_template(
        "evaluator/desk.html", queue=queue, sheet=sheet, told=_told(queue),
        exercise=True, rehearsal=queue["drill"]["rehearsal"],
    )  # fmt: skip


def _told(queue: dict[str, Any]) -> dict[str, Any]:
    # Hundreds of entries go to weak lines, so a title is told once and names of fields never.
    return {
        "version": _version(queue),
        "titles": {entry["inject"]: entry["title"] for entry in queue["entries"]},
        "entries": [
            [entry[name] for name in ("response_id", "inject", "code", "rated", "of")] for entry in queue["entries"]
        ],
    }


def _version(queue: dict[str, Any]) -> str:
    """Name what is ready, whoever has rated it by now."""
    ids = "".join(entry["response_id"] for entry in queue["entries"])
    return hashlib.sha256(ids.encode()).hexdigest()[:12]


def _sheet(queue: dict[str, Any], response_id: str) -> dict[str, Any]:
    drill_id = queue["drill"]["id"]
    sheet = door.house().look(rating_sheet, door.staff(), drill_id=drill_id, response_id=response_id)
    together = [entry["response_id"] for entry in queue["entries"] if entry["inject"] == sheet["inject"]["id"]]
    return sheet | {
        "parts": answer_parts(sheet["inject"], sheet["content"], door.language()),
        "digits": level_keys(sheet["levels"]),
        "place": together.index(response_id) + 1 if response_id in together else None,
        "together": len(together),
    }
