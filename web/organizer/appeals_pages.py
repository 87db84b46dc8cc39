"""The appeals of a drill: read by blind code, rated again by two others, decided with a reason that the team reads."""

from collections.abc import Mapping
from typing import Any

from flask import Response, render_template, request

from simulator.actions.appealing import UPHOLDING, ask_rerating, decide_appeal
from simulator.reading.appeals import appeal_list
from simulator.refusal import Refusal
from web import door
from web.organizer.numbers import percent
from web.organizer.room import organizer
from web.words import say
from web.words.refusals import words_of
from web.words.results import APPEAL_REASONS, APPEAL_STATES, ground_words

Answer = Response | tuple[str, int]


@organizer.get("/appeals")
@door.for_staff
def appeals(drill_id: str) -> str:
    """Show the appeals, the undecided first."""
    return _show(drill_id)


@organizer.post("/appeals/<appeal_id>/rerating")
@door.for_staff
def rerate(drill_id: str, appeal_id: str) -> Answer:
    """Ask two others to rate again."""
    inject = request.form.get("inject") or None
    return _do(drill_id, ask_rerating, appeal_id=appeal_id, inject_id=inject)


@organizer.post("/appeals/<appeal_id>/decision")
@door.for_staff
def decide(drill_id: str, appeal_id: str) -> Answer:
    """Decide an appeal."""
    reason, note = request.form.get("reason", ""), request.form.get("note", "")
    facts = {"appeal_id": appeal_id, "upheld": reason in UPHOLDING, "reason": reason, "note": note}
    return _do(drill_id, decide_appeal, **facts)


def _do(drill_id: str, action: Any, **facts: Any) -> Answer:
    try:
        door.house().perform(action, door.staff(), drill_id=drill_id, **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(drill_id, problem=words_of(refusal, door.language())), 409
    return door.go("organizer.appeals", drill_id=drill_id)


def _show(drill_id: str, **more: Any) -> str:
    page, language = door.house().look(appeal_list, door.staff(), drill_id=drill_id), door.language()
    told = [one | _words(one, language) for one in page["appeals"]]
    return render_template(
        "organizer/appeals.html", page=page, appeals=told, exercise=True, rehearsal=page["drill"]["rehearsal"],
        reasons=[(code, code in UPHOLDING, say(language, words)) for code, words in APPEAL_REASONS.items()], **more,
    )  # fmt: skip


def _words(one: Mapping[str, Any], language: str) -> dict[str, str | None]:
    state, reason = APPEAL_STATES[one["state"]], APPEAL_REASONS.get(one["reason"] or "")
    return {
        "ground_words": ground_words(language, one["ground"], one["text"]), "state_words": say(language, state),
        "reason_words": say(language, reason) if reason else None,
        "first_words": None if one["first"] is None else percent(one["first"], language),
        "again_words": None if one["again"] is None else percent(one["again"], language),
    }  # fmt: skip
