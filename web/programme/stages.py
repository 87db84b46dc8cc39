"""One stage: its drills and teams, the draw's value, the proposed list, exceptions, appeals, offers, delegates."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from flask import render_template, request, url_for

from simulator.actions.award_appeals import decide_award_appeal, rerate_application
from simulator.actions.awards import confirm_delegate
from simulator.actions.deciding import propose_decision
from simulator.actions.stages import close_stage, enrol_teams, enter_randomness, link_drill, open_stage
from simulator.reading.stage import stage_page
from simulator.refusal import Refusal
from web import door
from web.organizer.numbers import number
from web.programme.deciding import told_decisions
from web.programme.room import Answer, perform, programme, speaking_of
from web.programme.words import (
    APPEAL_REASONS,
    APPEAL_STATES,
    AWARD_STATES,
    STAGE_STATES,
    next_words,
    reason_words,
    rule_words,
    whom_words,
)
from web.words import say_count
from web.words.refusals import words_of
from web.words.selection import words_of_relaxation


@programme.get("/programmes/<programme_id>/stages/<stage>")
@door.for_staff
def stage(programme_id: str, stage: str) -> Answer:
    """Show a stage, with what is next in it."""
    return _show(programme_id, stage)


@programme.post("/programmes/<programme_id>/stages/<stage>/open")
@door.for_staff
def open_now(programme_id: str, stage: str) -> Answer:
    """Open a stage."""
    return _do(open_stage, programme_id, stage)


@programme.post("/programmes/<programme_id>/stages/<stage>/close")
@door.for_staff
def close_now(programme_id: str, stage: str) -> Answer:
    """Close a stage: all its results are in. Where third ratings are asked for instead, that is said."""
    try:
        asked = door.house().perform(close_stage, door.staff(), programme_id=programme_id, stage=stage)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(programme_id, stage, words_of(refusal, door.language())), 409
    if not asked:
        return door.go("programme.stage", programme_id=programme_id, stage=stage)
    words = say_count(
        door.language(), "%(n)s third rating was asked for at the cut. The stage closes when it is in.",
        "%(n)s third ratings were asked for at the cut. The stage closes when they are in.", asked,
    )  # fmt: skip
    return _show(programme_id, stage, words)


@programme.post("/programmes/<programme_id>/stages/<stage>/randomness")
@door.for_staff
def randomness(programme_id: str, stage: str) -> Answer:
    """Enter the public value of the draw."""
    return _do(enter_randomness, programme_id, stage, text=request.form.get("text", ""))


@programme.post("/programmes/<programme_id>/stages/<stage>/drills")
@door.for_staff
def link(programme_id: str, stage: str) -> Answer:
    """Let a drill of the programme count in this stage."""
    return _do(link_drill, programme_id, stage, drill=request.form.get("drill", ""))


@programme.post("/programmes/<programme_id>/stages/<stage>/teams")
@door.for_staff
def enrol(programme_id: str, stage: str) -> Answer:
    """Give a drill of the stage a team for each application that has none there."""
    return _do(enrol_teams, programme_id, stage, drill=request.form.get("drill", ""))


@programme.post("/programmes/<programme_id>/stages/<stage>/publish")
@door.for_staff
def publish(programme_id: str, stage: str) -> Answer:
    """Propose to publish the list that was on the page."""
    return _propose(programme_id, stage, "publish_awards", {"list": request.form.get("list", "")})


@programme.post("/programmes/<programme_id>/stages/<stage>/finish")
@door.for_staff
def finish(programme_id: str, stage: str) -> Answer:
    """Propose to make the result final, and to send the offers."""
    return _propose(programme_id, stage, "finish_awards", {})


@programme.post("/programmes/<programme_id>/stages/<stage>/exceptions")
@door.for_staff
def derogate(programme_id: str, stage: str) -> Answer:
    """Propose an exception: seats for somebody whom the rules passed over, or none for somebody whom they chose."""
    typed = request.form.get("seats", "")
    told = {
        "award": request.form.get("award", ""), "application": request.form.get("application", ""),
        "seats": int(typed) if typed.isdecimal() and len(typed) < 4 else -1,
    }  # fmt: skip
    return _propose(programme_id, stage, "derogate", told, request.form.get("note", ""))


@programme.post("/programmes/<programme_id>/stages/<stage>/appeals/<appeal_id>")
@door.for_staff
def decide(programme_id: str, stage: str, appeal_id: str) -> Answer:
    """Decide an appeal."""
    form = request.form
    return perform(
        decide_award_appeal, lambda message: _show(programme_id, stage, message),
        door.go("programme.stage", programme_id=programme_id, stage=stage, _anchor="appeals"),
        programme_id=programme_id, appeal_id=appeal_id, reason=form.get("reason", ""), note=form.get("note", ""),
    )  # fmt: skip


@programme.post("/programmes/<programme_id>/stages/<stage>/appeals/<appeal_id>/again")
@door.for_staff
def rerate(programme_id: str, stage: str, appeal_id: str) -> Answer:
    """Let others rate an application again."""
    return perform(
        rerate_application, lambda message: _show(programme_id, stage, message),
        door.go("programme.stage", programme_id=programme_id, stage=stage, _anchor="appeals"),
        programme_id=programme_id, appeal_id=appeal_id,
    )  # fmt: skip


@programme.post("/programmes/<programme_id>/stages/<stage>/delegates/<award_id>")
@door.for_staff
def confirm(programme_id: str, stage: str, award_id: str) -> Answer:
    """Confirm whom a team sends."""
    return perform(
        confirm_delegate, lambda message: _show(programme_id, stage, message),
        door.go("programme.stage", programme_id=programme_id, stage=stage, _anchor="awards"),
        programme_id=programme_id, award_id=award_id,
    )  # fmt: skip


def _do(action: Any, programme_id: str, stage: str, **facts: Any) -> Answer:
    return perform(
        action, lambda message: _show(programme_id, stage, message),
        door.go("programme.stage", programme_id=programme_id, stage=stage),
        programme_id=programme_id, stage=stage, **facts,
    )  # fmt: skip


def _propose(programme_id: str, stage: str, kind: str, told: dict[str, Any], note: str = "") -> Answer:
    return perform(
        propose_decision, lambda message: _show(programme_id, stage, message),
        door.go("programme.stage", programme_id=programme_id, stage=stage, _anchor="decisions-title"),
        programme_id=programme_id, kind=kind, subject={"stage": stage, **told}, note=note,
    )  # fmt: skip


def _show(programme_id: str, stage: str, message: str | None = None) -> str:
    page = door.house().look(stage_page, door.staff(), programme_id=programme_id, stage=stage)
    call, language = page["call"], door.language()
    codes = {one["id"]: one["code"] for one in page["people"]}
    decisions = [
        one | {"code": codes.get(one["subject"].get("application", ""), "")} for one in page["decisions"]
    ]  # fmt: skip
    refused: Refusal | None = page["refused"]
    return render_template(
        "programme/stage.html", page=page, programme=page["programme"], call=call, planned=page["planned"],
        message=message, states=STAGE_STATES, award_states=AWARD_STATES, next=next_words(call, page["next"], language),
        decisions=told_decisions(call, decisions, stage), ids={"programme_id": programme_id}, zone="UTC",
        back=url_for("programme.stage", programme_id=programme_id, stage=stage),
        why=lambda reason: reason_words(reason, language),
        score=lambda row: number(Decimal(row["reason"]["score"]), language),
        rule=lambda row: rule_words(call, row["reason"]["why"], row["reason"]["score"], language),
        relaxed=lambda proposal: [
            words_of_relaxation(
                replace(one, gained=tuple(codes[name] for name in one.gained)),
                proposal["rules"].floors[one.floor - 1].where, language,
            )
            for one in proposal["relaxed"]
        ],
        whom=lambda where: whom_words(call, where, language), codes=codes,
        impossible=words_of(refused, language) if refused else None,
        appeal_states=APPEAL_STATES, appeal_reasons=APPEAL_REASONS, form=request.form, **speaking_of(call),
    )  # fmt: skip
