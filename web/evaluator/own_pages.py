"""An evaluator's own pages at a desk: what she declares, whom she does not rate, her calibration, her feedback."""

from typing import Any

from flask import Blueprint, Response, jsonify, request

from simulator.actions.calibrating import rate_anchor
from simulator.actions.declaring import declare_reading, recuse_oneself
from simulator.reading.own_desk import own_desk
from simulator.reading.rating_statistics import own_feedback
from simulator.refusal import Refusal
from web import door
from web.evaluator.desks import DeskRoom
from web.evaluator.recusal_words import RECUSAL_WORDS
from web.evaluator.severity_words import FLAG_WORDS, leaning
from web.words import LANGUAGES
from web.words.refusals import words_of

GIVEN = frozenset({"item", "criterion", "level"})
# What people of the region write in beside the languages of the pages.
READ = {**LANGUAGES, "ht": "Kreyòl ayisyen"}


def add_own_pages(pages: Blueprint, room: DeskRoom) -> None:
    """Add them to the pages of a desk."""

    @pages.get("/me")
    @door.for_staff
    def me(**ids: str) -> str:
        """Show what concerns herself alone."""
        return _me(room, ids)

    @pages.post("/me")
    @door.for_staff
    def declare(**ids: str) -> Response | tuple[str, int]:
        """Take her declaration."""
        facts = {
            "languages": request.form.getlist("language"), "country": request.form.get("country", ""),
            "institution": request.form.get("institution", ""),
        }  # fmt: skip
        try:
            door.house().perform(declare_reading, door.staff(), **ids, **facts)
        except Refusal as refusal:
            if refusal.code == "not_found":
                raise
            return _me(room, ids, words_of(refusal, door.language())), 409
        return room.go("desk", ids)

    @pages.post(f"/<{room.unit}>/recuse")
    @door.for_staff
    def recuse(**named: str) -> Response:
        """Take her word that she recognises a team, and go on with the next."""
        unit, ids = named.pop(room.unit), named
        reason = request.form.get("reason", "")
        door.house().perform(recuse_oneself, door.staff(), **ids, response_id=unit, reason=reason)
        return room.go("desk", ids)

    @pages.get("/calibration")
    @door.for_staff
    def calibration(**ids: str) -> str:
        """Show the model answers of her round, or what became of it."""
        told = door.house().look(own_desk, door.staff(), **ids, again="again" in request.args)
        return room.render("calibration.html", ids, told["place"], own=told)

    @pages.post("/calibration")
    @door.for_staff
    def calibrate(**ids: str) -> Response:
        """Take a level for a model answer."""
        given = _anchor(request.get_json(silent=True))
        return jsonify(door.house().perform(rate_anchor, door.staff(), **ids, **given))


def _own(ids: dict[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = door.house().look(own_desk, door.staff(), **ids)
    return told


def _me(room: DeskRoom, ids: dict[str, str], problem: str | None = None) -> str:
    own = _own(ids)
    feedback = door.house().look(own_feedback, door.staff(), **ids) if own["place"]["closed"] else None
    return room.render(
        "me.html", ids, own["place"], own=own, feedback=feedback, problem=problem, read=READ,
        recusal_words=RECUSAL_WORDS, flag_words=FLAG_WORDS, leaning=leaning,
    )  # fmt: skip


def _anchor(told: Any) -> dict[str, Any]:
    facts = told if isinstance(told, dict) else {}
    item, criterion, level = facts.get("item"), facts.get("criterion"), facts.get("level")
    if facts.keys() - GIVEN or not isinstance(item, str) or not isinstance(criterion, str):
        raise Refusal("rating_malformed")
    if not isinstance(level, str | None):
        raise Refusal("rating_malformed")
    return {"item": item, "criterion": criterion, "level": level}
