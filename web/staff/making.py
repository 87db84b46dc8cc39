"""Making a drill: a scenario from the library or an upload, and how it is to be played."""

from typing import Any

from flask import render_template, request

from scenarios.package import Package, package_of_archive
from scenarios.package_bounds import PackageError
from simulator.actions.drills import create_drill
from simulator.permission import can
from simulator.reading.own_account import programme_list
from simulator.reading.scenarios import scenario_list
from simulator.refusal import Refusal
from web import door
from web.library import from_library, library
from web.staff.pages import everywhere, may_everywhere
from web.staff.room import staff
from web.staff.zones import zones
from web.words.findings import words_of_finding
from web.words.refusals import words_of

UPLOAD, STORED = "upload", "stored:"


@staff.get("/drills/new")
@door.for_staff
def new_drill() -> Any:
    """Ask for the scenario and how it is to be played."""
    if not everywhere()["makes_drills"]:
        raise Refusal("not_found")
    return _show()


@staff.post("/drills/new")
@door.for_staff
def make_drill() -> Any:
    """Make the drill, or show everything that is wrong with its scenario at once."""
    form = request.form
    try:
        made = door.house().perform(
            create_drill, door.staff(), name=form.get("name", ""), **_source(form.get("scenario", "")),
            language=form.get("language") or None, time_zone=form.get("time_zone", "").strip(),
            rehearsal=bool(form.get("rehearsal")), ai_allowed=bool(form.get("ai_allowed")),
            programme_id=form.get("programme") or None,
        )  # fmt: skip
    except PackageError as error:
        return _show(Refusal("scenario_has_errors"), [error.finding])
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(refusal, refusal.parameters.pop("findings", []))
    return door.go("staff.teams", drill_id=made["drill_id"])


def _source(chosen: str) -> dict[str, Any]:
    """Give what the drill is made from: a version of the store by its name, or a document with its files."""
    if chosen.startswith(STORED):
        scenario_id, _colon, number = chosen.removeprefix(STORED).partition(":")
        return {"scenario_id": scenario_id, "scenario_number": int(number[:10]) if number.isdecimal() else None}
    package = _package(chosen)
    return {"content": package.document, "files": package.files}


def _package(chosen: str) -> Package:
    if chosen != UPLOAD:
        return from_library(chosen)
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refusal("scenario_not_chosen")
    data, name = file.read(), file.filename
    if name.lower().endswith(".zip"):
        archive: Package = door.house().run(lambda: package_of_archive(data, name))
        return archive
    return Package(name, data)


def _show(refusal: Refusal | None = None, findings: Any = ()) -> tuple[str, int]:
    words = door.language()
    choices = [
        {
            "id": one.scenario.id, "languages": one.scenario.languages,
            "minutes": int(one.scenario.duration.total_seconds() // 60),
            "title": one.scenario.title.say(words, one.scenario.languages),
            "summary": one.scenario.summary.say(words, one.scenario.languages) if one.scenario.summary else "",
        }
        for one in library()
    ]  # fmt: skip
    stored = _stored()
    wanted = f"{STORED}{request.args.get('stored', '')}"
    chosen = request.form.get("scenario") or (wanted if any(one["value"] == wanted for one in stored) else "")
    shown = render_template(
        "staff/new_drill.html", stored=stored, chosen=chosen, programmes=_programmes(),
        anywhere=may_everywhere("create_drill"), library=choices, zones=zones(), form=request.form,
        message=words_of(refusal, words) if refusal else None,
        findings=[(finding, words_of_finding(finding, words)) for finding in findings],
    )  # fmt: skip
    return shown, 409 if refusal else 200


def _stored() -> list[dict[str, Any]]:
    """Give the scenarios of the store that a drill can be made from, to whom may see them.

    ``?stored=<id>:<number>`` asks for that version to be among them and chosen, also where it is not the newest.
    """
    if not may_everywhere("scenario_list"):
        return []
    words, found = door.language(), door.house().look(scenario_list, door.staff())
    wanted, _colon, number = request.args.get("stored", "").partition(":")
    return [
        {
            "value": f"{STORED}{one['id']}" + (f":{number}" if one["id"] == wanted and number else ""),
            "number": number if one["id"] == wanted and number else one["number"],
            "title": title_of(one, words), "languages": one["languages"], "saved_by": one["saved_by"],
        }
        for one in found
        if not one["errors"] or one["id"] == wanted
    ]  # fmt: skip


def title_of(listed: dict[str, Any], language: str) -> str:
    """Give the title of a listed scenario in a language, or in the first of its own that has one."""
    titles: dict[str, str] = listed["title"]
    order = ("", language, *listed["languages"], *titles)
    return next((titles[one] for one in order if titles.get(one)), listed["id"])


def _programmes() -> list[dict[str, Any]]:
    mine = door.house().look(programme_list, door.staff())
    return [one for one in mine if any(can(role, "create_drill") for role in one["roles"])]
