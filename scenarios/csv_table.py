"""CSV bytes to rows of cells that know their place; any bytes give findings and never an exception."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scenarios.node import Mark
from scenarios.quote import nearest, quote
from scenarios.yaml_composer import Report

MOST_BYTES = 10 * 1024 * 1024
MOST_CELLS = 1_600_000  # 200,000 rows, as many as a YAML document has nodes
MOST_CHARACTERS = 1000  # of a cell: nobody's name or number is longer
DELIMITERS = (",", ";")
# What a decoder makes of bytes that are not UTF-8, and what nobody can see; with the rest of the line, since
# the first fault of a line says enough.
_ESCAPED = range(0xDC80, 0xDD00)
_UNREADABLE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff][^\n]*")


class Cell(NamedTuple):
    """What stands between two delimiters, without the white space around it, and where it begins."""

    mark: Mark
    text: str


Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Table:
    """Rows by column name in lower case; what a row leaves out is empty and stands where the row begins."""

    delimiter: str
    columns: Collection[str]
    rows: Iterator[Row]


def read_table(
    data: bytes,
    columns: Collection[str],
    required: Collection[str],
    report: Report,
    most_cells: int = MOST_CELLS,
    others: bool = False,
) -> Table | None:
    """Read rows under a header of *columns* in any order; ``None`` where a *required* one is missing.

    With *others* the header may have any more columns, and each row has them too.
    """
    text = _decode(data, report)
    if text is None:
        return None
    header, _, _ = text.partition("\n")
    delimiter = max(DELIMITERS, key=header.count)
    lines = _split(text, delimiter, most_cells, report)
    order = _header(next(lines, []), columns, others, report)
    missing = [column for column in required if column not in order]
    for column in missing:
        report(Mark(1, 1), "missing_column", column=column)
    if missing:
        return None
    return Table(delimiter, order, (_row(cells, order, columns, report) for cells in lines))


def _decode(data: bytes, report: Report) -> str | None:
    if len(data) > MOST_BYTES:
        report(Mark(1, 1), "file_too_large", bytes=len(data), most=MOST_BYTES)
        return None
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        report(Mark(1, 1), "wrong_encoding", encoding="UTF-16")
        return None
    text = data.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n").replace("\r", "\n")
    line, before = 1, 0
    for found in _UNREADABLE.finditer(text):
        line, before = line + text.count("\n", before, found.start()), found.start()
        mark = Mark(line, before - text.rfind("\n", 0, before))
        number = ord(found[0][0])
        if number in _ESCAPED:
            report(mark, "not_utf8", byte=f"0x{number - _ESCAPED[0] + 0x80:02x}")
        else:
            report(mark, "control_character", character=f"U+{number:04X}")
    return _UNREADABLE.sub("", text)


def _split(text: str, delimiter: str, most: int, report: Report) -> Iterator[list[Cell]]:
    """Give the cells of each line that has any; a quoted cell may span lines."""
    cell = re.compile(rf'(?:[ \t]*"((?:[^"]++|"")*+)"[ \t]*|([^{delimiter}\n]*))({delimiter}|\n|\Z)')
    cells: list[Cell] = []
    line, line_start = 1, 0
    for number, found in enumerate(cell.finditer(text)):
        mark = Mark(line, found.start() - line_start + 1)
        if number == most:
            report(mark, "too_many_cells", most=most)
            return
        cells.append(Cell(mark, _content(found, mark, report)))
        if newlines := found[0].count("\n"):
            line += newlines
            line_start = found.start() + found[0].rindex("\n") + 1
        if found[3] != delimiter:
            if any(cell.text for cell in cells):
                yield cells
            cells = []


def _content(found: re.Match[str], mark: Mark, report: Report) -> str:
    quoted, bare, _ = found.groups()
    content = (bare if quoted is None else quoted.replace('""', '"')).strip()
    if quoted is None and content.startswith('"'):
        report(mark, "bad_quotes", value=quote(content))
    if len(content) > MOST_CHARACTERS:
        report(mark, "cell_too_long", characters=len(content), most=MOST_CHARACTERS)
        return content[:MOST_CHARACTERS]
    return content


def _header(cells: list[Cell], columns: Collection[str], others: bool, report: Report) -> list[str]:
    """Give the column of each cell, a name of no column where what stands below it is not read."""
    order: list[str] = []
    # Spreadsheets end their lines with delimiters of columns that nobody filled in.
    while cells and not cells[-1].text:
        cells.pop()
    for mark, text in cells:
        column = text.casefold()
        if column in order:
            report(mark, "column_twice", column=column)
        elif column not in columns and not (others and column):
            report(mark, "unknown_column", value=quote(text), nearest=nearest(column, columns))
        order.append(column)
    return order


def _row(cells: list[Cell], order: list[str], columns: Collection[str], report: Report) -> Row:
    row = dict.fromkeys((*columns, *order), Cell(cells[0].mark, ""))
    for cell, column in zip(cells, order, strict=False):
        row[column] = cell
    for cell in cells[len(order) :]:
        if cell.text:
            report(cell.mark, "cell_without_column", value=quote(cell.text))
    return row
