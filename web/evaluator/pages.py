"""The evaluator's desk: her queue, one response at a time, and the levels she gives."""

import hashlib
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from simulator.refusal import Refusal
from web import door
from web.evaluator.desks import DRILL, MERIT, DeskRoom
from web.evaluator.own_pages import add_own_pages
from web.evaluator.recusal_words import RECUSAL_WORDS

RATED = frozenset({"criterion", "level", "sentence"})


def desk_blueprint(room: DeskRoom) -> Blueprint:
    """Make the pages of one kind of desk."""
    pages = Blueprint(room.name, __name__, template_folder="templates", url_prefix=room.prefix)

    @pages.get("")
    @door.for_staff
    def desk(**ids: str) -> Response | str:
        """Show the first response that still wants a level of hers; before her calibration that."""
        queue = room.ask_queue(ids)
        if queue["calibration_needed"]:
            return room.go("calibration", ids)
        waiting = next((entry for entry in queue["entries"] if entry["rated"] < entry["of"]), None)
        return _page(room, ids, queue, room.ask_sheet(ids, queue, waiting["response_id"]) if waiting else None)

    @pages.get("/queue")
    @door.for_staff
    def queue(**ids: str) -> Response:
        """Tell a script what is ready; nothing more than that it knows all, where it does."""
        told = _told(room.ask_queue(ids))
        known = request.args.get("version") == told["version"]
        return jsonify({"version": told["version"]} if known else told)

    add_own_pages(pages, room)

    @pages.get(f"/<{room.unit}>")
    @door.for_staff
    def response(**named: str) -> Response | str:
        """Show one response; a script gets only its sheet, and whether the queue is still the one it knows."""
        unit, ids = named.pop(room.unit), named
        queue = room.ask_queue(ids)
        sheet = room.ask_sheet(ids, queue, unit)
        if not door.wants_json():
            return _page(room, ids, queue, sheet)
        html = render_template("evaluator/sheet.html", **_facts(room, ids, queue, sheet))
        return jsonify(sheet_html=html, version=_version(queue))

    @pages.post(f"/<{room.unit}>")
    @door.for_staff
    def rate(**named: str) -> Response:
        """Give one criterion a level, or none with the reason; gives back what was taken."""
        given = _rating(request.get_json(silent=True))
        made = door.house().perform(room.rate, door.staff(), **named, **given)
        return jsonify(given | made)

    return pages


def _rating(told: Any) -> dict[str, Any]:
    facts = told if isinstance(told, dict) else {}
    if facts.keys() - RATED:
        raise Refusal("rating_malformed")
    criterion, level, sentence = facts.get("criterion"), facts.get("level"), facts.get("sentence") or ""
    if not isinstance(criterion, str) or not isinstance(sentence, str) or not isinstance(level, str | None):
        raise Refusal("rating_malformed")
    return {"criterion": criterion, "level": level, "sentence": sentence.strip()}


def _page(room: DeskRoom, ids: dict[str, str], queue: dict[str, Any], sheet: dict[str, Any] | None) -> str:
    return room.render("desk.html", told=_told(queue), **_facts(room, ids, queue, sheet))


def _facts(room: DeskRoom, ids: dict[str, str], queue: dict[str, Any], sheet: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "ids": ids, "place": queue["place"], "queue": queue, "sheet": sheet, "recusal_words": RECUSAL_WORDS,
        "room": room,
    }  # fmt: skip


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


evaluator = desk_blueprint(DRILL)
merit = desk_blueprint(MERIT)
