"""Spreadsheets as tests need them: written with the quirks of real ones, old formats and broken ones too."""

import csv
import io
import struct
import zipfile
from datetime import date, datetime, time, timedelta

import xlsxwriter

from scenarios.exchange.compound_file import compound_file
from scenarios.exchange.msel_import import import_msel
from scenarios.load import read_scenario_text

_FORMATS = {datetime: "m/d/yy h:mm", date: "d-mmm-yy", time: "h:mm", timedelta: "[h]:mm"}


class Failed(str):
    """A formula whose value is this error."""


class Formula(str):
    """A formula with the value it was calculated to."""


def csv_file(*rows, delimiter=",", encoding="utf-8"):
    """Write rows as CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def xlsx_file(*rows, merge=(), others=(), hidden=(), name="MSEL"):
    """Write rows as the sheet *name* of a workbook; *others* are (name, rows) before it; *merge* are ranges of it."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for title, cells in (*others, (name, rows)):
            sheet = book.add_worksheet(title)
            for number, row in enumerate(cells):
                for column, value in enumerate(row):
                    _write(book, sheet, number, column, value)
            if title == name:
                for place in merge:
                    sheet.merge_range(place, "")
                    first = place.partition(":")[0]
                    column, number = ord(first[0]) - 65, int(first[1:]) - 1
                    sheet.write(number, column, rows[number][column])
            if title in hidden:
                sheet.hide()
        book.get_worksheet_by_name(name).activate()
    return stream.getvalue()


def _write(book, sheet, row, column, value):
    if isinstance(value, Failed):
        sheet.write_formula(row, column, "=1/0", None, str(value))
    elif isinstance(value, Formula):
        sheet.write_formula(row, column, "=A1", None, str(value))
    elif isinstance(value, datetime | date | time):
        sheet.write_datetime(row, column, value, book.add_format({"num_format": _FORMATS[type(value)]}))
    elif isinstance(value, timedelta):
        sheet.write_number(row, column, value / timedelta(days=1), book.add_format({"num_format": "[h]:mm"}))
    elif value is not None:
        sheet.write(row, column, value)


def changed_zip(data, change=None, **more):
    """Give an archive with one part *change*d, given as (name, function), and *more* parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = source.read(entry)
            target.writestr(entry.filename, change[1](part) if change and entry.filename == change[0] else part)
        for name, part in more.items():
            target.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def record(kind, content=b""):
    """Give one record of an old workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def label(row, column, words):
    """Give a cell with words."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le"))


def number(row, column, value):
    """Give a cell with a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def failed(row, column, code):
    """Give a cell whose constant is an error."""
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def failed_formula(row, column, code):
    """Give a formula whose value is an error."""
    value = bytes([2, 0, code, 0, 0, 0]) + b"\xff\xff"
    return record(0x0006, struct.pack("<HHH", row, column, 0) + value + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00")


def old_stream(cells, before=b"", name="MSEL", kind=0):
    """Give the stream of an old workbook (BIFF8) with one sheet."""
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + before
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    ends = record(0x000A)
    place = len(start) + 4 + 6 + len(title) + len(ends)
    sheet = record(0x0085, struct.pack("<IBB", place, 0, kind) + title)
    return start + sheet + ends + record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + ends


def xls_file(cells, before=b"", **more):
    """Give an old workbook with one sheet."""
    return compound_file(old_stream(cells, before, **more))


def xls_rows(*rows):
    """Give the cells of rows."""
    return b"".join(
        label(place, column, value) if isinstance(value, str) else number(place, column, value)
        for place, row in enumerate(rows)
        for column, value in enumerate(row)
        if value != ""
    )


def imported(data, name="list.csv", **more):
    """Import, and see to it that what would be written passes the check."""
    result = import_msel(data, name, **more)
    if result.text is not None:
        scenario, findings = read_scenario_text(result.text, "scenario.yaml", more.get("files"))
        assert scenario, findings
        assert len(scenario.injects) == result.imported
    return result


def injects(data, name="list.csv", **more):
    """Import, and give the injects by id."""
    result = imported(data, name, **more)
    assert result.text is not None, result.findings
    scenario, _findings = read_scenario_text(result.text, "scenario.yaml", more.get("files"))
    return {inject.id: inject for inject in scenario.injects}


def times(data, name="list.csv", **more):
    """Import, and give the minutes after STARTEX by id; ``None`` for what waits for a hand."""
    return {
        name: None if inject.at is None else inject.at / timedelta(minutes=1)
        for name, inject in injects(data, name, **more).items()
    }


def codes(result):
    """Give (row, column, cause) of every finding."""
    return [(finding.line, finding.column, finding.code) for finding in result.findings]
