"""A scenario to a spreadsheet that comes back equal: CSV, and XLSX in which no formula lives."""

import csv
import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter

from scenarios.exchange.formula_guard import escape, is_alive
from scenarios.exchange.own_table import OwnTable, own_table

LIST, BLOCK = "MSEL", "Scenario"
_WIDE = {"Title": 32, "Message": 60, "Expected action": 40, "Notes": 30}
# The same scenario gives the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001


def msel_csv(document: Mapping[str, Any]) -> bytes:
    """Write a sound document; a byte order mark tells spreadsheets that it is UTF-8."""
    table = own_table(document)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    for row in (*table.block, table.headers, *table.rows):
        writer.writerow([escape(cell) for cell in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "replace")


def msel_xlsx(document: Mapping[str, Any]) -> bytes:
    """Write a sound document as a workbook: the list, and beside it the scenario it belongs to."""
    table = own_table(document)
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": _MADE})
        _write_list(book, table)
        sheet = book.add_worksheet(BLOCK)
        for number, row in enumerate(table.block):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 90)
    return stream.getvalue()


def _write_list(book: Any, table: OwnTable) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    # Whoever edits such a cell does not bring it to life either.
    kept = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet = book.add_worksheet(LIST)
    for column, header in enumerate(table.headers):
        sheet.write_string(0, column, header, head)
        sheet.set_column(column, column, _WIDE.get(header.partition(" [")[0], 14))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, cell, kept if is_alive(cell) else text)
    sheet.freeze_panes(1, 1)
