"""A lead's own results: what was decided and why, the offer she answers, the delegate she names, her appeal."""

from collections.abc import Callable
from typing import Any

from flask import render_template, request

from simulator.actions.award_appeals import appeal_award
from simulator.actions.awards import accept_offer, decline_offer, name_delegate
from simulator.reading.decision_sheet import own_results
from simulator.refusal import Refusal
from web import door
from web.paper.page import paper_html, send_pdf
from web.programme.room import Answer, programme
from web.programme.sheets import sheet_facts
from web.words.refusals import words_of


@programme.get("/application/results")
@door.for_applicants
def results() -> Answer:
    """Show what was decided about her team, and why."""
    return _show()


@programme.get("/application/results.pdf")
@door.for_applicants
def results_pdf() -> Answer:
    """Give the same as a PDF."""
    facts = sheet_facts(door.house().look(own_results, door.applicant()), door.language())
    html = paper_html("programme/paper_sheet.html", door.language(), rehearsal=None, **facts)
    return send_pdf(html, facts["sheet"]["code"])


@programme.post("/application/awards/<award_id>/accept")
@door.for_applicants
def accept(award_id: str) -> Answer:
    """Accept an offer, for the members that are ticked."""
    return _do(accept_offer, award_id=award_id, members=_places("member"), alternate=_place("alternate"))


@programme.post("/application/awards/<award_id>/decline")
@door.for_applicants
def decline(award_id: str) -> Answer:
    """Decline an offer, or give back what was accepted, once it is ticked that she is sure."""
    if not request.form.get("sure"):
        return _show(words_of(Refusal("declining_unsure"), door.language()))
    return _do(decline_offer, award_id=award_id)


@programme.post("/application/awards/<award_id>/delegate")
@door.for_applicants
def delegate(award_id: str) -> Answer:
    """Name somebody else as delegate, or in her stead."""
    return _do(name_delegate, award_id=award_id, delegate=_place("member"), alternate=_place("alternate"))


@programme.post("/application/appeals/<stage>")
@door.for_applicants
def appeal(stage: str) -> Answer:
    """Appeal against a result."""
    form = request.form
    return _do(appeal_award, stage=stage, ground=form.get("ground", ""), words=form.get("words", ""))


def _places(name: str) -> list[int]:
    return [int(one) if one.isdecimal() and len(one) < 4 else -1 for one in request.form.getlist(name)]


def _place(name: str) -> int | None:
    found = _places(name)
    return found[0] if found else None


def _do(action: Callable[..., Any], **facts: Any) -> Answer:
    try:
        door.house().perform(action, door.applicant(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(words_of(refusal, door.language()))
    return door.go("programme.results")


def _show(message: str | None = None) -> tuple[str, int]:
    facts = sheet_facts(door.house().look(own_results, door.applicant()), door.language())
    return render_template(
        "programme/results.html", message=message, form=request.form, **facts
    ), 409 if message else 200
