"""The editor's pages: injects as a list and on a line of time, each as a form, the other parts, what check finds."""

import re
from typing import Any

from flask import Response, jsonify, render_template, request

from scenarios.editing import EditError, edit_text
from simulator.refusal import Refusal
from web import door
from web.command.errors_page import entries
from web.editor.changing import changed
from web.editor.drawing.timeline import timeline_of
from web.editor.forms.choices import Choices
from web.editor.forms.sections import SECTIONS
from web.editor.helping import condition_help
from web.editor.listing import lines_of, words_of_condition
from web.editor.opened import Opened, open_scenario, open_version
from web.editor.parts import Part, beside, described, part_of, places_of, shown, when_of
from web.editor.room import editor
from web.editor.understanding import understand
from web.words import LANGUAGES, N_, say
from web.words.findings import FINDINGS
from web.words.refusals import words_of

_PARAMETER = re.compile(r"%\((\w+)\)s")
WAYS: tuple[tuple[str, str], ...] = (
    ("editor.overview", N_("Injects")),
    ("editor.sections", N_("Parts")),
    ("editor.languages", N_("Languages")),
    ("editor.branches", N_("Branches")),
    ("editor.preview", N_("Preview")),
    ("editor.rehearse", N_("Rehearse")),
    ("editor.versions", N_("Versions")),
    ("editor.text", N_("Text")),
    ("editor.taking", N_("Take along")),
)


def render(template: str, opened: Opened, **facts: Any) -> str:
    """Render a page of one scenario."""
    errors = opened.known.errors()
    counts = (errors, len(opened.known.findings) - errors)
    return render_template(template, **({"opened": opened, "counts": counts, "WAYS": WAYS, "exercise": True} | facts))


@editor.get("/scenarios/<scenario_id>")
@door.for_staff
def overview(scenario_id: str) -> Any:
    """Show the list and the line of time, and beside them the inject that is chosen."""
    opened = open_scenario(scenario_id)
    line = request.args.get("line", "")
    # What was removed meanwhile has no form any more; the list is there all the same.
    is_there = opened.known.inject(line) is not None
    facts = form_facts(opened, part_of(opened.known, "inject", line)) if is_there else {"line": ""}
    return render("editor/overview.html", opened, **overview_facts(opened), **facts)


def overview_facts(opened: Opened) -> dict[str, Any]:
    """Give what the list and the line of time show."""
    language = door.language()
    lines = lines_of(opened.known, language)
    written = Choices(opened.known.plain, language).languages
    return {
        "unreadable": not opened.known.plain, "lines": lines, "timeline": timeline_of(opened.known, lines, language),
        "shown_language": language if language in written else written[0],
    }  # fmt: skip


@editor.get("/scenarios/<scenario_id>/pieces")
@door.for_staff
def pieces(scenario_id: str) -> Response:
    """Give the list, the line of time and the head as they are now, for the page's script."""
    opened = open_scenario(scenario_id)
    facts = overview_facts(opened) | {"line": request.args.get("line", "")}
    rendered = {name: render(f"editor/{name}.html", opened, **facts) for name in ("msel", "timeline", "state")}
    return jsonify(number=opened.number, parts=rendered)


@editor.get("/scenarios/<scenario_id>/injects/<line>")
@door.for_staff
def inject(scenario_id: str, line: str) -> str:
    """Show one inject as a form: the whole page, or for a script the form alone."""
    opened = open_scenario(scenario_id)
    facts = form_facts(opened, part_of(opened.known, "inject", line))
    return render(f"editor/{'inject_form' if 'piece' in request.args else 'inject'}.html", opened, **facts)


@editor.get("/scenarios/<scenario_id>/sections")
@door.for_staff
def sections(scenario_id: str) -> str:
    """Show the first of the other parts."""
    return show_section(open_scenario(scenario_id), "basics")


@editor.get("/scenarios/<scenario_id>/sections/<section>")
@door.for_staff
def section(scenario_id: str, section: str) -> Any:
    """Show one of the other parts as a form: the whole page, or for a script what changes when it is saved."""
    opened = open_scenario(scenario_id)
    if "piece" not in request.args:
        return show_section(opened, section)
    facts = _section_facts(opened, section)
    rendered = {"name": render("editor/name.html", opened), "form": render("editor/section_form.html", opened, **facts)}
    return jsonify(number=opened.number, parts=rendered)


def show_section(opened: Opened, name: str, **more: Any) -> str:
    """Render the form of a section."""
    return render("editor/section.html", opened, sections=SECTIONS, **(_section_facts(opened, name) | more))


def _section_facts(opened: Opened, name: str) -> dict[str, Any]:
    facts = form_facts(opened, part_of(opened.known, "section", name))
    return facts | {"chosen": name, "section": SECTIONS[name]}


def form_facts(opened: Opened, part: Part) -> dict[str, Any]:
    """Give what the form of a part shows."""
    known, language = opened.known, door.language()
    parts = shown(part, known, language)
    choices = Choices(known.plain, language)
    return {
        "parts": parts, "line": part.line, "number": opened.number, "when": when_of(part.raw), "languages": LANGUAGES,
        "form_title": choices.words(part.raw.get("title")), "raw_channel": part.raw.get("channel", "email"),
        "found": beside(known, known.findings, part.path, places_of(parts, part.path), language),
        "condition": condition_help(part.raw, choices) if part.line else None,
    }  # fmt: skip


@editor.post("/scenarios/<scenario_id>/check")
@door.for_staff
def check(scenario_id: str) -> Response:
    """Say what check finds in what is being typed; nothing is written."""
    form, language = request.form, door.language()
    opened = open_version(scenario_id, form.get("number"))
    name = form.get("line") or form.get("section") or ""
    part = part_of(opened.known, form.get("of", ""), name)
    made = changed(part, opened.known, form, language)
    try:
        text = opened.text
        if made.operations:
            text = door.house().run(lambda: edit_text(opened.text, made.operations)[0])
    except EditError as error:
        refused = words_of(Refusal(error.code, **error.parameters), language)
        return jsonify(found={"": [{"severity": "error", "code": error.code, "words": refused}]}, changed=True)
    known = door.house().run(lambda: understand(text, opened.files))
    errors = known.errors()
    # An inject whose id is being changed keeps its place, so what is found in it is still its own.
    found = beside(known, known.findings, part.path, made.places, language)
    means = words_of_condition(form.get("if"), Choices(known.plain, language))
    warnings = len(known.findings) - errors
    return jsonify(found=found, changed=bool(made.operations), errors=errors, warnings=warnings, means=means)


@editor.get("/scenarios/<scenario_id>/findings")
@door.for_staff
def findings(scenario_id: str) -> str:
    """Show all that check finds, each with the form in which it is mended."""
    opened, language = open_scenario(scenario_id), door.language()
    injects = dict(opened.known.injects)
    listed = []
    for finding in opened.known.findings:
        path = opened.known.places.path_of(finding)
        inject = injects.get(path[1]) if len(path) > 1 and path[0] == "injects" and isinstance(path[1], int) else None
        section = next((name for name, one in SECTIONS.items() if path and path[0] in {f.key for f in one.fields}), "")
        line = str(inject.get("id", "")) if inject else ""
        listed.append(described(finding, language) | {"inject": line, "section": section})
    return render("editor/findings.html", opened, listed=listed, sections=SECTIONS)


@editor.get("/scenario-findings/<finding>")
@door.for_staff
def explained(finding: str) -> str:
    """Show what a finding is about: its sentence, and its entry of the page about findings, which is in English."""
    if finding not in FINDINGS:
        raise Refusal("not_found")
    # Where it names what was found there are dots: it is about no document here.
    dots = dict.fromkeys(_PARAMETER.findall(FINDINGS[finding]), "…")
    sentence, entry = say(door.language(), FINDINGS[finding], **dots), entries().get(finding, "")
    return render_template("editor/explained.html", code=finding, sentence=sentence, entry=entry)
