"""Late responses: the lead facilitator rules whether each was late for a technical reason (rules.md 19)."""

from typing import Any

from flask import Response, render_template, request

from simulator.actions.ruling import rule_late
from simulator.reading.late_responses import late_responses
from simulator.refusal import Refusal
from web import door
from web.facilitator.room import facilitator
from web.words import say
from web.words.refusals import words_of
from web.words.results import LATE_VERDICTS, RULING_REASONS

# Why, by what she rules.
TECHNICAL, NOT = ("lost_line", "server_outage", "access_failure"), ("not_technical",)


@facilitator.get("/drills/<drill_id>/late")
@door.for_staff
def late(drill_id: str) -> str:
    """Show what came late, with what the server knows of each."""
    return _show(drill_id)


@facilitator.post("/drills/<drill_id>/late/<response_id>")
@door.for_staff
def rule_on_late(drill_id: str, response_id: str) -> Response | tuple[str, int]:
    """Rule on one late response."""
    reason = request.form.get("reason", "")
    facts = {"response_id": response_id, "technical": reason in TECHNICAL, "reason": reason}
    try:
        door.house().perform(rule_late, door.staff(), drill_id=drill_id, **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(drill_id, problem=words_of(refusal, door.language())), 409
    return door.go("facilitator.late", drill_id=drill_id)


def _show(drill_id: str, **more: Any) -> str:
    page, language = door.house().look(late_responses, door.staff(), drill_id=drill_id), door.language()
    return render_template(
        "facilitator/late.html", page=page, exercise=True, rehearsal=page["drill"]["rehearsal"],
        verdicts={code: say(language, words) for code, words in LATE_VERDICTS.items()},
        reasons={code: say(language, words) for code, words in RULING_REASONS.items()},
        choices=[(code, code in TECHNICAL) for code in (*TECHNICAL, *NOT)], **more,
    )  # fmt: skip
