"""XLSX in which nothing is alive: every word is text, no formula, no link, no macro."""

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from web.paper.table import Cell, Table, plain

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL, LONGEST_NAME, WIDEST = 32_767, 31, 60
# No name of a sheet may hold these, and no XML those.
UNNAMEABLE = re.compile(r"[\[\]:*?/\\']")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def workbook_of(tables: Sequence[Table], *, at: datetime, mark: str | None = None) -> bytes:
    """Make a workbook of a sheet per table; *mark* (EXERCISE) stands on top of each, on paper too.

    *at* is when it is said to be made, so that the same tables give the same bytes.
    """
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": at.replace(tzinfo=None), "comments": mark or ""})
        styles = {
            "mark": book.add_format({"bold": True, "font_color": "#5B2A86"}),
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            # Whoever edits such a cell does not bring it to life either.
            "kept": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        }
        names: set[str] = set()
        for table in tables:
            _write(book.add_worksheet(_name(table.title, names)), table, styles, mark)
    return stream.getvalue()


def _name(title: str, taken: set[str]) -> str:
    """Give a sheet a name that no other has, as spreadsheets compare them."""
    bare = UNNAMEABLE.sub(" ", UNWRITABLE.sub("", title)).strip() or "1"
    name, number = bare[:LONGEST_NAME], 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{bare[: LONGEST_NAME - 4]} {number}"
    taken.add(name.casefold())
    return name


def _write(sheet: Any, table: Table, styles: dict[str, Any], mark: str | None) -> None:
    top = 0
    if mark:
        _cell(sheet, 0, 0, f"{mark} · {table.title}", styles["mark"], styles)
        sheet.set_header(f"&C&B{mark.replace('&', '&&')}")
        top = 1
    for column, head in enumerate(table.columns):
        _cell(sheet, top, column, head, styles["head"], styles)
        longest = max((len(str(row[column])) for row in table.rows if row[column] is not None), default=0)
        sheet.set_column(column, column, min(max(longest, len(head), 6) + 2, WIDEST))
    for number, row in enumerate(table.rows, start=top + 1):
        for column, cell in enumerate(row):
            _cell(sheet, number, column, cell, styles["text"], styles)
    for number, note in enumerate(table.notes, start=top + len(table.rows) + 2):
        _cell(sheet, number, 0, note, None, styles)
    sheet.freeze_panes(top + 1, 0)


def _cell(sheet: Any, row: int, column: int, cell: Cell, style: Any, styles: dict[str, Any]) -> None:
    if cell is None:
        return
    if not isinstance(cell, str):
        sheet.write_number(row, column, float(cell), style)
        return
    words = UNWRITABLE.sub("\ufffd", cell)
    words = words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - 1] + "…"
    alive = plain(words) != words
    sheet.write_string(row, column, words, styles["kept"] if alive else style)
