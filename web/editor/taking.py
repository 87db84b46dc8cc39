"""What leaves the editor: a rehearsal's report, the files of the field, a drill; and the attachments that come in."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Response, request

from scenarios.exchange.export_scenario import EXPORTS
from scenarios.exchange.whole import whole_document
from scenarios.package import DOCUMENT, FILES, Package
from scenarios.scenario import Scenario
from simulator.actions.scenarios import attach_files, remove_files
from simulator.reading.scenarios import scenario_file, scenario_package
from simulator.refusal import Refusal
from web import door
from web.editor.opened import Opened, number_of, open_scenario
from web.editor.pages import render
from web.editor.room import editor, rehearser
from web.paper.ics import MEDIA as CALENDAR
from web.paper.ics import calendar_of
from web.paper.naming import file_name
from web.paper.pack.kit import kits_of
from web.paper.pack.making import pack_pdf
from web.paper.pack.subject import subject_of
from web.paper.page import send_bytes
from web.paper.pdf import MEDIA as PDF
from web.paper.workbook import MEDIA as XLSX
from web.words.refusals import words_of

MEDIA: Mapping[str, str] = {
    "yaml": "application/yaml", "zip": "application/zip", "xlsx": XLSX, "csv": "text/csv; charset=utf-8",
    "json": "application/json", "ics": CALENDAR, "pdf": PDF,
}  # fmt: skip
# A zip that holds the same is the same, whenever it is made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MORNING = timedelta(days=1, hours=9)


@editor.get("/scenarios/<scenario_id>/rehearse")
@door.for_staff
def rehearse(scenario_id: str) -> Any:
    """Play the newest version with bots, and show what comes of it; where it has errors, say so."""
    opened, language = open_scenario(scenario_id), door.language()
    if opened.known.sound is None:
        return render("editor/rehearse.html", opened, report=None)
    try:
        report = rehearser()(_package(opened), language)
    except Refusal as refusal:
        told = {"stopped": words_of(refusal, language), "busy": refusal.code == "rehearsal_busy"}
        return render("editor/rehearse.html", opened, report=None, **told), 503 if told["busy"] else 409
    return render("editor/rehearse.html", opened, report=report)


@editor.get("/scenarios/<scenario_id>/take")
@door.for_staff
def taking(scenario_id: str) -> str:
    """Show what can be taken along, and the attachments."""
    return show_taking(open_scenario(scenario_id))


def show_taking(opened: Opened, refusal: Refusal | None = None) -> str:
    """Render the page."""
    message = words_of(refusal, door.language()) if refusal else None
    return render("editor/taking.html", opened, refused=message)


@editor.get("/scenarios/<scenario_id>/take/<kind>")
@door.for_staff
def take(scenario_id: str, kind: str) -> Response:
    """Give the newest version as a file of a kind."""
    if kind not in MEDIA:
        raise Refusal("not_found")
    opened = open_scenario(scenario_id)
    package = _package(opened)
    name = file_name(str(opened.known.plain.get("id") or opened.id), f"v{opened.number}", ending=kind)
    if kind == "yaml":
        return send_bytes(package.document, MEDIA[kind], name)
    if kind == "zip":
        return send_bytes(_zipped(package), MEDIA[kind], name)
    scenario = opened.known.sound
    if scenario is None:
        raise Refusal("scenario_has_errors")
    return send_bytes(_made(kind, scenario, package), MEDIA[kind], name)


def _made(kind: str, scenario: Scenario, package: Package) -> bytes:
    house, language = door.house(), door.language()
    if kind == "ics":
        return calendar_of(scenario, _start(scenario, house.clock()), house.clock(), language)
    if kind == "pdf":
        subject = subject_of(scenario, package.files)
        return pack_pdf(subject, kits_of(subject))
    made: bytes = house.run(lambda: EXPORTS[f".{kind}"](whole_document(package.document)))
    return made


def _start(scenario: Scenario, now: datetime) -> datetime:
    """Give STARTEX as a calendar without a drill has it: the story's own start, else tomorrow at nine."""
    if scenario.story_start:
        return datetime.fromisoformat(scenario.story_start)
    return datetime.combine(now.date(), datetime.min.time(), UTC) + _MORNING


def _zipped(package: Package) -> bytes:
    written = io.BytesIO()
    entries = {DOCUMENT: package.document} | {f"{FILES}/{name}": data for name, data in sorted(package.files.items())}
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _package(opened: Opened) -> Package:
    found: Package = door.house().look(scenario_package, door.staff(), scenario_id=opened.id, number=opened.number)
    return found


@editor.get("/scenarios/<scenario_id>/files/<path:name>")
@door.for_staff
def attachment(scenario_id: str, name: str) -> Response:
    """Give an attachment, to be kept."""
    content = door.house().look(scenario_file, door.staff(), scenario_id=scenario_id, name=name)
    return send_bytes(content, "application/octet-stream", name.rpartition("/")[2])


@editor.post("/scenarios/<scenario_id>/files")
@door.for_staff
def attach(scenario_id: str) -> Any:
    """Add attachments."""
    number = number_of(request.form.get("number"))
    files = {file.filename: file.read() for file in request.files.getlist("file") if file.filename}
    try:
        if not files:
            raise Refusal("file_missing_here")
        door.house().perform(attach_files, door.staff(), scenario_id=scenario_id, expected_number=number, files=files)
    except Refusal as refusal:
        return _refused(scenario_id, refusal)
    return door.go("editor.taking", scenario_id=scenario_id, saved=1)


@editor.post("/scenarios/<scenario_id>/files/remove")
@door.for_staff
def detach(scenario_id: str) -> Any:
    """Take attachments away; earlier versions keep them."""
    number, names = number_of(request.form.get("number")), request.form.getlist("name")
    try:
        door.house().perform(remove_files, door.staff(), scenario_id=scenario_id, expected_number=number, names=names)
    except Refusal as refusal:
        return _refused(scenario_id, refusal)
    return door.go("editor.taking", scenario_id=scenario_id, saved=1)


def _refused(scenario_id: str, refusal: Refusal) -> tuple[str, int]:
    if refusal.code == "not_found":
        raise refusal
    return show_taking(open_scenario(scenario_id), refusal), 409
