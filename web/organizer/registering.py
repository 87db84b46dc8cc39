"""The register of deviations: rulings, penalties, closing, and the steps that two people take to a final result."""

from collections.abc import Mapping
from typing import Any

from flask import Response, render_template, request, url_for

from simulator.actions.deciding import propose_decision
from simulator.actions.ruling import rule_deviation
from simulator.reading.decisions import decisions
from simulator.reading.register import register_page
from simulator.refusal import Refusal
from web import door
from web.facilitator.showing import REASON_WORDS
from web.organizer.numbers import number
from web.organizer.room import organizer
from web.words import say
from web.words.refusals import words_of
from web.words.results import DECISIONS, DEVIATIONS, PENALTIES, RULING_REASONS, STEPS, VERDICTS

Answer = Response | tuple[str, int]
# What a form may propose, with the fields of its subject.
PROPOSALS: Mapping[str, tuple[str, ...]] = {
    "rule": ("about", "verdict", "reason"), "override": ("about", "verdict", "reason"), "close_register": (),
    "penalise": ("team", "code"), "lift_penalty": ("penalty",), "publish_provisional": (), "publish_final": (),
}  # fmt: skip


@organizer.get("/register")
@door.for_staff
def register(drill_id: str) -> str:
    """Show the register with teams by their blind codes."""
    return _show(drill_id)


@organizer.post("/register/ruling")
@door.for_staff
def rule(drill_id: str) -> Answer:
    """Rule alone, where nobody asks for two people."""
    form = request.form
    facts = {
        "about": form.getlist("about"), "verdict": form.get("verdict", ""), "reason": form.get("reason", ""),
    }  # fmt: skip
    try:
        door.house().perform(rule_deviation, door.staff(), drill_id=drill_id, **facts)
    except Refusal as refusal:
        return _refused(drill_id, refusal)
    return door.go("organizer.register", drill_id=drill_id)


@organizer.post("/proposals")
@door.for_staff
def propose(drill_id: str) -> Answer:
    """Propose what a second person has to sign."""
    kind, note = request.form.get("kind", ""), request.form.get("note", "")
    if kind not in PROPOSALS:
        raise Refusal("not_found")
    subject: dict[str, Any] = {
        name: request.form.getlist(name) if name == "about" else request.form.get(name, "") for name in PROPOSALS[kind]
    }
    facts = {"kind": kind, "subject": subject, "reason": subject.get("reason", ""), "note": note}
    try:
        door.house().perform(propose_decision, door.staff(), drill_id=drill_id, **facts)
    except Refusal as refusal:
        return _refused(drill_id, refusal)
    return door.go("organizer.register", drill_id=drill_id, _anchor="decisions-title")


def _refused(drill_id: str, refusal: Refusal) -> tuple[str, int]:
    if refusal.code == "not_found":
        raise refusal
    return _show(drill_id, problem=words_of(refusal, door.language())), 409


def _show(drill_id: str, **more: Any) -> str:
    look, language = door.house().look, door.language()
    page = look(register_page, door.staff(), drill_id=drill_id)
    told = [one | _told(page, one) for one in look(decisions, door.staff(), drill_id=drill_id)]
    return render_template(
        "organizer/register.html", page=page, decisions=told, ids={"drill_id": drill_id},
        words=deviation_words(page, language), step_words={name: say(language, one) for name, one in STEPS.items()},
        back=url_for("organizer.register", drill_id=drill_id), number=lambda value: number(value, language),
        exercise=True, rehearsal=page["drill"]["rehearsal"], **more,
    )  # fmt: skip


def deviation_words(page: Mapping[str, Any], language: str) -> dict[str, dict[str, str]]:
    """Give the words of the register's codes in a language; a call's penalties have its own."""
    tables = {
        "kinds": DEVIATIONS, "verdicts": VERDICTS, "reasons": RULING_REASONS, "penalties": PENALTIES,
        "by_hand": REASON_WORDS,
    }  # fmt: skip
    said = {name: {code: say(language, words) for code, words in table.items()} for name, table in tables.items()}
    return said | {"penalties": said["penalties"] | page["penalty_texts"]}


def _told(page: Mapping[str, Any], one: Mapping[str, Any]) -> dict[str, str]:
    """Say what a decision is, and what it concerns, by blind codes."""
    words, subject = deviation_words(page, door.language()), one["subject"]
    items = {item["about"]: (entry, item) for entry in (*page["entries"], *page["lapses"]) for item in entry["items"]}
    about: list[str] = []
    for name in subject.get("about", ()):
        if name in items:
            entry, item = items[name]
            about.append(f"{item['code']}: {entry['inject'] or entry['flag']} {words['kinds'][entry['kind']]}")
    if subject.get("verdict"):
        about.append(f"{words['verdicts'][subject['verdict']]} ({words['reasons'][subject['reason']]})")
    codes = {team["id"]: team["code"] for team in page["teams"]}
    if subject.get("team"):
        about += [codes.get(subject["team"], ""), words["penalties"].get(subject["code"], subject["code"])]
    known = {penalty["id"]: penalty for penalty in page["penalties"]}
    if subject.get("penalty") in known:
        penalty = known[subject["penalty"]]
        about += [penalty["code"], words["penalties"].get(penalty["reason"], penalty["reason"])]
    return {"words": say(door.language(), DECISIONS.get(one["kind"], one["kind"])), "about": " · ".join(about)}
