"""Eligibility: the list of what was sent, one application beside each rule, and what two people find apart."""

from typing import Any

from flask import render_template, request
from werkzeug.wrappers import Response

from scenarios.calls.form import form_of
from simulator.actions.eligibility import close_eligibility, declare_institution, find_eligibility
from simulator.curing import label_of, parts_of
from simulator.reading.applications import application_file, application_list, application_page, programme_call
from simulator.reading.eligibility import eligibility_list, eligibility_sheet
from web import door
from web.applicant.files import as_attachment
from web.applicant.showing import lacks_said
from web.evaluator.answer import answer_parts
from web.paper.files import known_ending, send_tables
from web.programme.list_tables import applications_table
from web.programme.room import Answer, perform, programme, speaking_of
from web.programme.words import VERDICTS, WAITS
from web.words import N_, say


@programme.get("/programmes/<programme_id>/eligibility")
@door.for_staff
def eligibility(programme_id: str) -> Answer:
    """List what was sent, and what of it waits for whom."""
    return _list(programme_id)


@programme.post("/programmes/<programme_id>/eligibility/institution")
@door.for_staff
def institution(programme_id: str) -> Answer:
    """Say where one works."""
    return perform(
        declare_institution, lambda message: _list(programme_id, message),
        door.go("programme.eligibility", programme_id=programme_id),
        programme_id=programme_id, institution=request.form.get("institution", ""),
    )  # fmt: skip


@programme.post("/programmes/<programme_id>/eligibility/close")
@door.for_staff
def close(programme_id: str) -> Answer:
    """Close eligibility; every team is told."""
    return perform(
        close_eligibility, lambda message: _list(programme_id, message),
        door.go("programme.eligibility", programme_id=programme_id), programme_id=programme_id,
    )  # fmt: skip


@programme.get("/programmes/<programme_id>/applications/<application_id>")
@door.for_staff
def application(programme_id: str, application_id: str) -> Answer:
    """Show one application beside each rule of the call."""
    return _sheet(programme_id, application_id)


@programme.post("/programmes/<programme_id>/applications/<application_id>/finding")
@door.for_staff
def find(programme_id: str, application_id: str) -> Answer:
    """Say what one found."""
    verdict = request.form.get("verdict", "")
    name = "part" if verdict == "formal" else "reason"
    return perform(
        find_eligibility, lambda message: _sheet(programme_id, application_id, message),
        door.go("programme.application", programme_id=programme_id, application_id=application_id),
        programme_id=programme_id, application_id=application_id, verdict=verdict,
        reasons=_pairs(name), note=request.form.get("note", ""),
    )  # fmt: skip


@programme.get("/programmes/<programme_id>/applications.<ending>")
@door.for_staff
def applications(programme_id: str, ending: str) -> Response:
    """Give a line for each application, without names of persons, as CSV, XLSX or PDF."""
    known_ending(ending)
    lines = door.house().look(application_list, door.staff(), programme_id=programme_id)
    told = door.house().look(programme_call, door.staff(), programme_id=programme_id)
    table = applications_table(told["call"], lines, door.language())
    return send_tables(ending, [table], f"{table.title} · {told['name']}", told["name"], "applications")


def _pairs(name: str) -> list[tuple[str, str]]:
    """Read the reasons that were ticked: a rule and its code; a part stands under ``part``."""
    if name == "part":
        return [("part", one) for one in request.form.getlist("part")]
    pairs = (one.partition("/") for one in request.form.getlist("reason"))
    return [(rule, code) for rule, _sign, code in pairs]


@programme.get("/programmes/<programme_id>/applications/<application_id>/files/<file_id>")
@door.for_staff
def file(programme_id: str, application_id: str, file_id: str) -> Response:
    """Hand out a file that was sent, to be saved: nothing of it runs here."""
    told = door.house().look(
        application_file, door.staff(), programme_id=programme_id, application_id=application_id, file_id=file_id
    )  # fmt: skip
    return as_attachment(told)


def _list(programme_id: str, message: str | None = None) -> str:
    page = door.house().look(eligibility_list, door.staff(), programme_id=programme_id)
    return render_template(
        "programme/eligibility.html", page=page, programme=page["programme"], message=message, waits=WAITS,
        verdicts=VERDICTS, **speaking_of(page["call"]),
    )  # fmt: skip


def _sheet(programme_id: str, application_id: str, message: str | None = None) -> str:
    named = {"programme_id": programme_id, "application_id": application_id}
    page = door.house().look(application_page, door.staff(), **named)
    page |= door.house().look(eligibility_sheet, door.staff(), **named)
    call, language = page["call"], door.language()
    members = say(language, N_("Members of the team"))
    labels = {part: label_of(call, part, language) or members for part in parts_of(call)}
    reasons: dict[tuple[str, str], Any] = {
        (rule.id, code): words for rule in call.eligibility for code, words in rule.reasons.items()
    }
    return render_template(
        "programme/application.html", page=page, programme=page["programme"], message=message, verdicts=VERDICTS,
        labels=labels, reasons=reasons, lacks=lacks_said(page), form=request.form,
        parts=answer_parts(_as_inject(page), page["content"], language), **speaking_of(call),
    )  # fmt: skip


def _as_inject(page: dict[str, Any]) -> dict[str, Any]:
    call, language = page["call"], door.language()

    def said(text: Any) -> str | None:
        return None if text is None else text.say(language, call.languages)

    fields = [
        {
            "id": one.id, "label": said(one.label), "kind": one.kind,
            "options": {entry.id: said(entry.label) for entry in one.options},
            "columns": [{"id": entry.id, "label": said(entry.label)} for entry in one.columns],
        }
        for one in form_of(call)
    ]  # fmt: skip
    return {"kind": "form", "options": [], "fields": fields}
