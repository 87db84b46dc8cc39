"""Tables as a file to take away: the same ones as CSV, XLSX without live formulas, or PDF."""

from collections.abc import Sequence

from flask import Response

from simulator.refusal import Refusal
from web import door
from web.paper.naming import file_name
from web.paper.page import MARKS, paper_html, send_bytes, send_pdf
from web.paper.table import Table, csv_of_all
from web.paper.workbook import MEDIA as XLSX
from web.paper.workbook import workbook_of
from web.words import say

CSV = "text/csv; charset=utf-8"
ENDINGS = ("csv", "xlsx", "pdf")


def known_ending(ending: str) -> str:
    """Give an ending that there is; refuse any other before anything is looked up for it."""
    if ending not in ENDINGS:
        raise Refusal("not_found")
    return ending


def send_tables(
    ending: str, tables: Sequence[Table], title: str, *parts: str, rehearsal: bool | None = None
) -> Response:
    """Send *tables* under a name made of *parts*; *rehearsal* is None where they are no drill's and bear no mark."""
    mark = None if rehearsal is None else say(door.language(), MARKS[rehearsal])
    named = parts if mark is None else (mark, *parts)
    match known_ending(ending):
        case "csv":
            return send_bytes(csv_of_all(tables), CSV, file_name(*named, ending="csv"))
        case "xlsx":
            house = door.house()
            made = house.run(lambda: workbook_of(tables, at=house.clock(), mark=mark))
            return send_bytes(made, XLSX, file_name(*named, ending="xlsx"))
    html = paper_html(
        "paper/tables.html", door.language(), rehearsal=rehearsal, title=title, tables=tables, intro=()
    )  # fmt: skip
    return send_pdf(html, *named)
