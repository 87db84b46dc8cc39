"""The audit pages: a drill's log and the house's, filtered, paged, checked, and as a file."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from flask import Response, render_template, request

from simulator.reading.audit import (
    MOST,
    Wanted,
    chain_state,
    drill_audit,
    drill_audit_choices,
    house_audit,
    house_audit_choices,
    house_chain_state,
    programme_audit,
    programme_audit_choices,
    programme_chain_state,
)
from simulator.refusal import Refusal
from web import door
from web.audit.asking import filters_of, page_of, wanted_of
from web.audit.room import audit
from web.audit.showing import COLUMNS, csv_row, kind_words, name_of, row_view
from web.organizer.downloads import send_file
from web.paper.table import plain
from web.words.refusals import words_of

# As many rows are checked in a third of a second; more only when somebody asks for it.
CHECKED_AT_ONCE = 20_000
UTC_ZONE = "UTC"


@audit.get("/drills/<drill_id>/audit")
@door.for_staff
def drill(drill_id: str) -> Any:
    """Show who did what in a drill."""
    return _show(
        lambda wanted: door.house().look(drill_audit, door.staff(), drill_id=drill_id, wanted=wanted),
        lambda: door.house().look(drill_audit_choices, door.staff(), drill_id=drill_id),
        lambda: door.house().look(chain_state, door.staff(), drill_id=drill_id),
        "audit.drill", drill_id=drill_id,
    )  # fmt: skip


@audit.get("/programmes/<programme_id>/audit")
@door.for_staff
def programme(programme_id: str) -> Any:
    """Show who did what in a programme: its call, applications, findings and decisions."""
    look, who = door.house().look, door.staff()
    return _show(
        lambda wanted: look(programme_audit, who, programme_id=programme_id, wanted=wanted),
        lambda: look(programme_audit_choices, who, programme_id=programme_id),
        lambda: look(programme_chain_state, who, programme_id=programme_id),
        "audit.programme", programme_id=programme_id,
    )  # fmt: skip


@audit.get("/staff/audit")
@door.for_staff
def house() -> Any:
    """Show who did what in the house: accounts, roles, links, sessions, erasures."""
    return _show(
        lambda wanted: door.house().look(house_audit, door.staff(), wanted=wanted),
        lambda: door.house().look(house_audit_choices, door.staff()),
        lambda: door.house().look(house_chain_state, door.staff()),
        "audit.house",
    )


@audit.get("/drills/<drill_id>/audit.csv")
@door.for_staff
def drill_file(drill_id: str) -> Response:
    """Give the rows of a drill's log that the filters leave, the oldest first."""
    house, who = door.house(), door.staff()
    return _file(lambda wanted: house.look(drill_audit, who, drill_id=drill_id, wanted=wanted))


@audit.get("/staff/audit.csv")
@door.for_staff
def house_file() -> Response:
    """Give the rows of the house's log that the filters leave, the oldest first."""
    house, who = door.house(), door.staff()
    return _file(lambda wanted: house.look(house_audit, who, wanted=wanted))


@audit.get("/programmes/<programme_id>/audit.csv")
@door.for_staff
def programme_file(programme_id: str) -> Response:
    """Give the rows of a programme's log that the filters leave, the oldest first."""
    house, who = door.house(), door.staff()
    return _file(lambda wanted: house.look(programme_audit, who, programme_id=programme_id, wanted=wanted))


def _zone(page: dict[str, Any]) -> str:
    return str(page["drill"]["time_zone"]) if page["drill"] else UTC_ZONE


def _show(
    look: Callable[[Wanted], dict[str, Any]], choices: Callable[[], dict[str, Any]],
    check: Callable[[], dict[str, Any]], endpoint: str, **place: str,
) -> tuple[str, int]:  # fmt: skip
    language, message = door.language(), None
    # The drill's zone is needed to read the filters; a page of one row tells it, and refuses who may not look.
    zone = _zone(look(Wanted(limit=1)))
    try:
        wanted = wanted_of(request.args, zone)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        wanted, message = Wanted(), words_of(refusal, language)
    page, filters = look(wanted), filters_of(request.args)
    small = page["chain"]["seq"] <= CHECKED_AT_ONCE
    shown = render_template(
        "audit/page.html", page=page, rows=[row_view(row, language) for row in page["rows"]], zone=zone,
        filters=filters, choices=_choices(choices(), language), message=message,
        checked=check() if small or request.args.get("check") else None,
        endpoint=endpoint, place=place, here=place | filters, exercise=page["drill"] is not None,
        rehearsal=bool(page["drill"] and page["drill"]["rehearsal"]),
    )  # fmt: skip
    return shown, 409 if message else 200


def _choices(given: dict[str, Any], language: str) -> dict[str, Any]:
    kinds = sorted(((kind, kind_words(kind, language)) for kind in given["kinds"]), key=lambda one: one[1].casefold())
    people = [(one["id"], name_of(one, language), one["kind"]) for one in given["people"]]
    return {
        "kinds": kinds,
        "staff": sorted((one for one in people if one[2] != "participant"), key=lambda one: one[1].casefold()),
        "participants": sorted((one for one in people if one[2] == "participant"), key=lambda one: one[1].casefold()),
        "teams": given["teams"],
    }


def _file(look: Callable[[Wanted], dict[str, Any]]) -> Response:
    first = look(Wanted(limit=1))
    wanted, language = page_of(wanted_of(request.args, _zone(first)), before=None, limit=MOST), door.language()
    # Line by line as it is read: a long log is never in memory at once, and nobody else waits for it.
    lines = _lines(look, wanted, language)
    if first["drill"]:
        return send_file(lines, first["drill"], "audit.csv", "text/csv")
    response = Response(lines, content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename="prontas-audit.csv")
    return response


def _lines(look: Callable[[Wanted], dict[str, Any]], wanted: Wanted, language: str) -> Iterator[str]:
    yield "\ufeff" + _line(COLUMNS)
    last: int | None = 0
    while last is not None:
        page = look(page_of(wanted, after=last))
        yield "".join(_line(csv_row(row, language)) for row in reversed(page["rows"]))
        last = page["rows"][0]["seq"] if page["newer"] and page["rows"] else None


def _line(cells: Sequence[Any]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerow([plain(cell) if isinstance(cell, str) else cell for cell in cells])
    return stream.getvalue()
