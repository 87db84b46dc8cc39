"""The rules of score of a drill: seen, set by a form or by a file, until the first rating is given."""

from typing import Any

from flask import Response, render_template, request

from scenarios.finding import Finding
from scenarios.score_rules import parse_score_rules
from simulator.actions.score_rules import set_score_rules
from simulator.reading.score_rules import score_rules_page
from simulator.refusal import Refusal
from web import door
from web.organizer.numbers import number
from web.organizer.room import organizer
from web.words.findings import words_of_finding
from web.words.refusals import words_of
from web.words.results import TIES, tie_words

Answer = Response | tuple[str, int]
LARGEST = 64 * 1024
# The tie orders that the form offers; a file may say any other.
TIE_ORDERS = {"none": (), "quality": ("quality",), "quality_draw": ("quality", "lowest", "draw")}


@organizer.get("/score-rules")
@door.for_staff
def score_rules(drill_id: str) -> str:
    """Show the rules of score."""
    return _show(drill_id)


@organizer.post("/score-rules")
@door.for_staff
def keep_rules(drill_id: str) -> Answer:
    """Set the rules from the form."""
    form = request.form
    facts: dict[str, Any] = {
        "ratings": _whole(form.get("ratings", "")), "adjust": form.get("adjust", ""),
        "time_weight": form.get("time_weight", "").strip().replace(",", ".") or "0",
        "ties": TIE_ORDERS.get(form.get("ties", ""), ()), "randomness": form.get("randomness") or None,
        "two_people": bool(form.get("two_people")), "appeal_days": _whole(form.get("appeal_days", "")),
    }  # fmt: skip
    return _set(drill_id, facts)


@organizer.post("/score-rules/file")
@door.for_staff
def upload_rules(drill_id: str) -> Answer:
    """Set the rules from a YAML file, or show everything that is wrong with it at once."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return _problem(drill_id, Refusal("rules_not_chosen"))
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        return _problem(drill_id, Refusal("request_too_large"))
    facts, findings = parse_score_rules(data, file.filename)
    if facts is None:
        return _problem(drill_id, Refusal("rules_have_errors"), findings)
    return _set(drill_id, facts)


def _set(drill_id: str, facts: dict[str, Any]) -> Answer:
    try:
        door.house().perform(set_score_rules, door.staff(), drill_id=drill_id, **facts)
    except Refusal as refusal:
        return _problem(drill_id, refusal)
    return door.go("organizer.score_rules", drill_id=drill_id)


def _whole(typed: str) -> int:
    return int(typed) if typed.strip().isdecimal() and len(typed) < 6 else 0


def _problem(drill_id: str, refusal: Refusal, findings: list[Finding] | None = None) -> tuple[str, int]:
    if refusal.code == "not_found":
        raise refusal
    told = [(one, words_of_finding(one, door.language())) for one in findings or ()]
    return _show(drill_id, problem=words_of(refusal, door.language()), findings=told), 409


def _show(drill_id: str, **more: Any) -> str:
    language = door.language()
    page = door.house().look(score_rules_page, door.staff(), drill_id=drill_id)
    ties = [tie_words(language, step, page["criteria"]) for step in page["rules"]["ties"]]
    chosen = next((name for name, steps in TIE_ORDERS.items() if list(steps) == page["rules"]["ties"]), "other")
    return render_template(
        "organizer/score_rules.html", page=page, ties=ties, chosen=chosen, form=request.form, tie_words=TIES,
        time_weight=number(page["rules"]["time_weight"], language), exercise=True,
        rehearsal=page["drill"]["rehearsal"], **more,
    )  # fmt: skip
