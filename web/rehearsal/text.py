"""The report for a terminal: no line longer than eighty columns, whatever the terminal is."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from simulator.rehearsing.report import Report
from web.paper.table import Table
from web.rehearsal.section import Section
from web.rehearsal.sections import sections_of

COLUMNS, GAP, NARROWEST = 80, 2, 6


def report_lines(report: Report, language: str) -> Iterator[str]:
    """Give the report line by line."""
    for section in sections_of(report, language, narrow=True):
        yield ""
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield "═" * min(COLUMNS, len(section.title))
    for line in section.lines:
        yield from wrap(line, COLUMNS)
    for table in section.tables:
        yield ""
        yield from wrap(table.title, COLUMNS)
        yield from table_lines(table)
        for note in table.notes:
            yield from wrap(note, COLUMNS)
    if section.points:
        yield ""
    for point in section.points:
        yield from wrap(point, COLUMNS, initial_indent="- ", subsequent_indent="  ")


def table_lines(table: Table, columns: int = COLUMNS) -> Iterator[str]:
    """Give a table in columns; where it is too wide the widest columns are narrowed, and their cells broken."""
    rows = [[("" if cell is None else str(cell)) for cell in row] for row in (table.columns, *table.rows)]
    widths = _widths(rows, columns)
    right = [
        bool(table.rows) and all(isinstance(row[place], int) for row in table.rows) for place in range(len(widths))
    ]
    for number, row in enumerate(rows):
        yield from _row(row, widths, right)
        if number == 0:
            yield (" " * GAP).join("─" * width for width in widths)


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    while sum(widths) + GAP * (len(widths) - 1) > columns and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells))):
        told = [cell[number] if number < len(cell) else "" for cell in cells]
        laid = [
            one.rjust(width) if at_right else one.ljust(width)
            for one, width, at_right in zip(told, widths, right, strict=True)
        ]
        yield (" " * GAP).join(laid).rstrip()
