"""Standings, ratings and the register as files: CSV, XLSX without live formulas, and PDF."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Response

from simulator.reading.ratings import ratings_table
from simulator.reading.register import register_page
from simulator.reading.results import standings_page
from simulator.refusal import Refusal
from web import door
from web.organizer.result_tables import ratings_table_of, register_tables, standings_table
from web.organizer.room import organizer
from web.paper.naming import file_name
from web.paper.page import MARKS, paper_html, send_bytes, send_pdf
from web.paper.table import Table, csv_of_all
from web.paper.workbook import MEDIA, workbook_of
from web.words import N_, say

ENDINGS = ("csv", "xlsx", "pdf")
STANDINGS, RATINGS, REGISTER = N_("Standings"), N_("Ratings"), N_("Register of deviations")


@organizer.get("/standings.<ending>")
@door.for_staff
def standings_file(drill_id: str, ending: str) -> Response:
    """Give the standings as a file."""
    page = door.house().look(standings_page, door.staff(), drill_id=drill_id)
    return _send(ending, page["drill"], STANDINGS, lambda: [standings_table(page, door.language())])


@organizer.get("/ratings-table.<ending>")
@door.for_staff
def ratings_file(drill_id: str, ending: str) -> Response:
    """Give the ratings as a file for reading; `ratings.csv` is the one for computing."""
    table = door.house().look(ratings_table, door.staff(), drill_id=drill_id)
    return _send(ending, table["drill"], RATINGS, lambda: [ratings_table_of(table, door.language())])


@organizer.get("/register.<ending>")
@door.for_staff
def register_file(drill_id: str, ending: str) -> Response:
    """Give the register, the lapses and the penalties as a file."""
    page = door.house().look(register_page, door.staff(), drill_id=drill_id)
    return _send(ending, page["drill"], REGISTER, lambda: register_tables(page, door.language()))


def _send(ending: str, drill: dict[str, Any], title: str, tables: Callable[[], list[Table]]) -> Response:
    if ending not in ENDINGS:
        raise Refusal("not_found")
    language = door.language()
    mark, said = say(language, MARKS[drill["rehearsal"]]), say(language, title)
    name = file_name(mark, drill["name"], said, ending=ending)
    if ending == "csv":
        return send_bytes(csv_of_all(tables()), "text/csv; charset=utf-8", name)
    if ending == "xlsx":
        return send_bytes(workbook_of(tables(), at=_now(), mark=f"{mark} · {drill['name']}"), MEDIA, name)
    html = paper_html(
        "paper/tables.html", language, rehearsal=drill["rehearsal"], title=f"{said} · {drill['name']}",
        tables=tables(), intro=[],
    )  # fmt: skip
    return send_pdf(html, mark, drill["name"], said)


def _now() -> datetime:
    return door.house().clock()
