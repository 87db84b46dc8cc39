"""The decision sheet of one application: for organizers as its team reads it, on the page and on paper."""

from collections.abc import Mapping
from typing import Any

from flask import g, render_template

from simulator.reading.decision_sheet import decision_sheet
from web import door
from web.paper.page import paper_html, send_pdf
from web.programme.room import Answer, programme, speaking_of
from web.programme.words import APPEAL_REASONS, APPEAL_STATES, AWARD_STATES, rule_words
from web.words import known_language


@programme.get("/programmes/<programme_id>/applications/<application_id>/sheet")
@door.for_staff
def sheet(programme_id: str, application_id: str) -> str:
    """Show an application's decision sheet to organizers."""
    told = _look(programme_id, application_id)
    return render_template("programme/sheet.html", programme=told["programme"], **sheet_facts(told, door.language()))


@programme.get("/programmes/<programme_id>/applications/<application_id>/sheet.pdf")
@door.for_staff
def sheet_pdf(programme_id: str, application_id: str) -> Answer:
    """Give it as a PDF, in the language of the team."""
    told = _look(programme_id, application_id)
    language = g.language = known_language(told["language"])
    html = paper_html("programme/paper_sheet.html", language, rehearsal=None, **sheet_facts(told, language))
    return send_pdf(html, told["code"])


def _look(programme_id: str, application_id: str) -> dict[str, Any]:
    return door.house().look(
        decision_sheet, door.staff(), programme_id=programme_id, application_id=application_id
    )  # fmt: skip


def sheet_facts(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Give templates a sheet with the words that decided, in a language."""
    call = told["call"]
    reasons = {(rule.id, code): words for rule in call.eligibility for code, words in rule.reasons.items()}
    grounds = {one.id: one.text for one in call.appeals.grounds} if call.appeals else {}
    return speaking_of(call) | {
        "sheet": told, "call": call, "award_states": AWARD_STATES, "appeal_states": APPEAL_STATES,
        "appeal_reasons": APPEAL_REASONS, "reasons": reasons, "grounds": grounds, "now": told["now"],
        "can": lambda stage: [one for one in told["members"] if one["at"] in stage["members"]],
        "rule": lambda award: rule_words(call, award["why"], str(award["score"]), language),
    }  # fmt: skip
