"""The house's scenarios: those that are at hand, those put away, and the ways in which one begins."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request

from scenarios.package import Package, package_of_archive
from scenarios.package_bounds import PackageError
from simulator.actions.scenarios import archive_scenario, copy_scenario
from simulator.reading.scenarios import scenario_list
from simulator.refusal import Refusal
from simulator.saving import create as create_in_store
from web import door
from web.editor.room import editor
from web.editor.skeleton import skeleton
from web.library import from_library, library
from web.words import LANGUAGES, say
from web.words.findings import words_of_finding
from web.words.refusals import words_of


@editor.get("/scenarios")
@door.for_staff
def scenarios() -> Any:
    """Show the scenarios, the last saved first."""
    return _show()


@editor.post("/scenarios")
@door.for_staff
def create() -> Any:
    """Begin a scenario: from nothing, from the library, or from a file."""
    try:
        made = _begun(request.form.get("how", ""))
    except PackageError as error:
        return _show(Refusal("scenario_unreadable"), [error.finding])
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(refusal, refusal.parameters.get("findings", []))
    return door.go("editor.overview", scenario_id=made["scenario_id"])


def _begun(how: str) -> dict[str, Any]:
    form, language = request.form, door.language()
    if how == "new":
        told = [code for code in LANGUAGES if code in form.getlist("languages")] or [language]
        first = form.get("first", "")
        languages = [first, *(code for code in told if code != first)] if first in told else told
        content = skeleton(form.get("title", ""), languages, form.get("duration", ""), rated=bool(form.get("rated")))
        package = Package("", content)
    elif how == "file":
        package = _uploaded()
    else:
        package = from_library(how)
    return create_in_store(door.house(), door.staff(), content=package.document, files=package.files)


def _uploaded() -> Package:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refusal("scenario_not_chosen")
    data, name = file.read(), file.filename
    if name.lower().endswith(".zip"):
        found: Package = door.house().run(lambda: package_of_archive(data, name))
        return found
    return Package(name, data)


@editor.post("/scenarios/<scenario_id>/copy")
@door.for_staff
def copy(scenario_id: str) -> Any:
    """Begin another scenario with this one."""
    made = door.house().perform(copy_scenario, door.staff(), scenario_id=scenario_id)
    return door.go("editor.overview", scenario_id=made["scenario_id"])


@editor.post("/scenarios/<scenario_id>/archive")
@door.for_staff
def archive(scenario_id: str) -> Any:
    """Put a scenario away, or take it out again."""
    away = request.form.get("archived") == "1"
    door.house().perform(archive_scenario, door.staff(), scenario_id=scenario_id, archived=away)
    return door.go("editor.scenarios")


def _show(refusal: Refusal | None = None, findings: Any = ()) -> Any:
    language = door.language()
    look, staff = door.house().look, door.staff()
    shipped = [
        {
            "id": one.scenario.id, "languages": one.scenario.languages,
            "title": one.scenario.title.say(language, one.scenario.languages),
            "minutes": int(one.scenario.duration.total_seconds() // 60),
        }
        for one in library()
    ]  # fmt: skip
    page = render_template(
        "editor/scenarios.html", listed=look(scenario_list, staff), away=look(scenario_list, staff, archived=True),
        library=shipped, names=LANGUAGES, form=request.form, title_of=lambda one: title_of(one, language),
        message=words_of(refusal, language) if refusal else None,
        findings=[(one, words_of_finding(one, language)) for one in findings],
    )  # fmt: skip
    return (page, 409) if refusal else page


def title_of(listed: Mapping[str, Any], language: str) -> str:
    """Give the title of a listed scenario in the reader's language, or in the first one that is there."""
    titles = listed["title"]
    order = ["", language, *listed["languages"], *titles]
    return next((titles[code] for code in order if titles.get(code)), "") or say(language, "without a title")
