"""A table as it leaves the house: one shape for CSV, XLSX and PDF, so that all three say the same."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Cell = str | int | float | Decimal | Fraction | None
# What a spreadsheet takes for a formula, also in full-width forms and behind spaces and quotes.
FORMULA = re.compile(r"['\t\r\n\0]|[\s\"`’‘“”]*[=+@|%\-−]")


@dataclass(frozen=True)
class Table:
    """A *title*, the heads of the columns, a row per thing, and *notes* in whole sentences below."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    notes: tuple[str, ...] = ()


def plain(words: str) -> str:
    """Keep words from being read as a formula: such as begin like one get an apostrophe before them."""
    return f"'{words}" if FORMULA.match(unicodedata.normalize("NFKC", words)) else words


def csv_of(table: Table) -> str:
    """Write a table as CSV; a byte order mark tells spreadsheets that it is UTF-8."""
    return csv_of_all([table])


def csv_of_all(tables: Sequence[Table]) -> str:
    """Write tables below each other as CSV; where there are several, each has its title above and its notes below."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        if len(tables) > 1:
            writer.writerow([plain(table.title)])
        writer.writerow([plain(head) for head in table.columns])
        writer.writerows([_written(cell) for cell in row] for row in table.rows)
        if len(tables) > 1:
            writer.writerows([plain(note)] for note in table.notes)
    return "\ufeff" + stream.getvalue()


def _written(cell: Cell) -> str | int | float | Decimal | None:
    if isinstance(cell, str):
        return plain(cell)
    return float(cell) if isinstance(cell, Fraction) else cell
