"""What a stranger sends instead of a list is refused with its reason: quickly, in little memory, without traceback."""

import io
import re
import resource
import struct
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.exchange.compound_file import MAGIC, CompoundFile, compound_file
from scenarios.exchange.msel_import import MOST_BYTES, import_msel
from scenarios.exchange.spreadsheet import as_refusal
from scenarios.exchange.xlsx_cells import place_of
from tests.scenarios.exchange.workbooks import (
    changed_zip,
    codes,
    csv_file,
    failed,
    failed_formula,
    label,
    number,
    old_stream,
    record,
    times,
    xls_file,
    xls_rows,
    xlsx_file,
)

GOOD = xlsx_file(["No", "Time", "Title"], ["1", "9:00", "A"], ["2", "9:30", "B"])
OLD = xls_file(xls_rows(["No", "Time", "Title"], ["1", "9:00", "A"], ["2", "9:30", "B"]))
SHEET, BOOK, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"


def sheet_of(cells):
    """Give a workbook whose sheet holds just this XML."""
    return changed_zip(
        GOOD, (SHEET, lambda part: part.split(b"<sheetData>")[0] + b"<sheetData>" + cells + b"</sheetData></worksheet>")
    )


def laughing(part):
    """Give a workbook one part of which declares entities."""
    return changed_zip(GOOD, (part, lambda _data: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))


def encrypted(data):
    """Say in every entry of an archive that it is encrypted."""
    changed = bytearray(data)
    for found in re.finditer(b"PK\x01\x02", data):
        changed[found.start() + 8] |= 1
    return bytes(changed)


def packed_with(method):
    """Give an archive that is packed in another way."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr(BOOK, b"<workbook/>")
    return stream.getvalue()


def circle():
    """Give an old workbook whose stream comes back to itself."""
    data = bytearray(OLD)
    struct.pack_into("<I", data, 512 + 4 * 2, 2)
    return bytes(data)


def circle_of_tables():
    """Give an old workbook whose list of tables comes back to itself."""
    data = bytearray(OLD)
    struct.pack_into("<II", data, 68, 0, 1)
    struct.pack_into("<I", data, 512 + 508, 0)
    return bytes(data)


HOSTILE = {
    "nothing": (b"", "a.xlsx", "sheet_other"),
    "no archive": (b"hello", "a.xlsx", "sheet_other"),
    "half an archive": (GOOD[:900], "a.xlsx", "sheet_unreadable"),
    "half an old workbook": (OLD[:600], "a.xls", "sheet_unreadable"),
    "only the sign of one": (MAGIC, "a.xls", "sheet_unreadable"),
    "an old workbook without a list": (compound_file(b"", "Other"), "a.xls", "sheet_unreadable"),
    "ten megabytes": (b" " * (MOST_BYTES + 1), "a.csv", "file_too_large"),
    "a bomb": (changed_zip(GOOD, (SHEET, lambda part: part + b" " * 40_000_000)), "a.xlsx", "sheet_too_much"),
    "a bomb beside": (changed_zip(GOOD, xl__media__a_png=b"\0" * 140_000_000), "a.xlsx", "package_too_large"),
    "a million cells": (sheet_of(b"<c/>" * 1_000_000), "a.xlsx", "sheet_too_much"),
    "a cell that does not end": (sheet_of(b'<c r="A1"' + b" " * 20_000_000 + b"/>"), "a.xlsx", "sheet_too_much"),
    "empty cells that do not say where": (
        sheet_of(b'<c r="A1"/>' * 9 + b"<c/>" * 1_000_000), "a.xlsx", "sheet_too_much",
    ),
    "two far cells": (sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'), "a.xlsx", "sheet_too_much"),
    "many wide sheets": (
        xlsx_file(["a"], others=[(f"S{n}", [["a"], *[[]] * 9_000, [""] * 30 + ["b"]]) for n in range(3)]), "a.xlsx",
        "sheet_too_much",
    ),
    "six thousand rows": (csv_file(["No", "Title"], *[["1", "A"]] * 6_000), "a.csv", "sheet_too_much"),
    "a far formula": (sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576"><f/></c>'), "a.xlsx", "sheet_too_much"),
    "a far formula with a value": (
        sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576"><f/><v>1</v></c>'), "a.xlsx", "sheet_too_much",
    ),
    "a far word": (
        sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576" t="inlineStr"><is><t> x </t></is></c>'), "a.xlsx",
        "sheet_too_much",
    ),
    "a far string that is not there": (
        sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576" t="s"><v>9999</v></c>'), "a.xlsx", "sheet_too_much",
    ),
    "a far failure": (
        sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576" t="e"><v> </v></c>'), "a.xlsx", "sheet_too_much",
    ),
    "a blank in a far cell": (
        sheet_of(b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>5<c r="XFD1"><v> </v></c></v></c>'), "a.xlsx",
        "sheet_too_much",
    ),
    "fifty thousand far blanks": (
        sheet_of(b'<c r="XFD1048576"><v/></c>' * 50_000 + b'<c r="XFD1048576"><v>1</v></c>'), "a.xlsx",
        "sheet_too_much",
    ),
    "a hundred thousand entries": (GOOD + b"PK\x01\x02" * 100_000, "a.xlsx", "package_too_many_entries"),
    "a path that leads out": (changed_zip(GOOD, **{"..__..__evil": b""}), "a.xlsx", "package_bad_path"),
    "macros": (changed_zip(GOOD, xl__vbaProject_bin=b"x"), "a.xlsx", "sheet_macros"),
    "macros of a sheet": (changed_zip(GOOD, xl__macrosheets__sheet1_xml=b"x"), "a.xlsm.xlsx", "sheet_macros"),
    "a password": (compound_file(b"x", "EncryptedPackage"), "a.xlsx", "sheet_password"),
    "a password of an old one": (xls_file(b"", before=record(0x002F, b"\0" * 6)), "a.xls", "sheet_password"),
    "encrypted entries": (encrypted(GOOD), "a.xlsx", "sheet_password"),
    "rare packing": (packed_with(zipfile.ZIP_BZIP2), "a.xlsx", "sheet_unreadable"),
    "a billion laughs": (laughing(SHEET), "a.xlsx", "sheet_unreadable"),
    "laughing strings": (laughing(STRINGS), "a.xlsx", "sheet_unreadable"),
    "a laughing book": (laughing(BOOK), "a.xlsx", "sheet_unreadable"),
    "broken XML": (changed_zip(GOOD, (SHEET, lambda part: part[:-20])), "a.xlsx", "sheet_unreadable"),
    "an archive without a book": (packed_with(zipfile.ZIP_STORED), "a.xlsx", "sheet_unreadable"),
    "macros of an old one": (compound_file(b"x", "_VBA_PROJECT_CUR"), "a.xls", "sheet_macros"),
    "an old sheet of macros": (xls_file(b"", kind=1), "a.xls", "sheet_macros"),
    "an old sheet that says it is vast": (
        xls_file(record(0x0200, struct.pack("<IIHHH", 0, 65536, 0, 256, 0))), "a.xls", "sheet_too_much",
    ),
    "two far cells of an old one": (xls_file(number(0, 0, 1.0) + number(65535, 255, 1.0)), "a.xls", "sheet_too_much"),
    "strings without end": (
        xls_file(b"", before=record(0x00FC, struct.pack("<II", 9, 2**31 - 1))), "a.xls", "sheet_unreadable",
    ),
    "a record without end": (compound_file(old_stream(b"") + b"\x03\x02\xff\xff"), "a.xls", "sheet_unreadable"),
    "a circle of sectors": (circle(), "a.xls", "sheet_unreadable"),
    "a circle of tables": (circle_of_tables(), "a.xls", "sheet_unreadable"),
    "sectors of a strange size": (OLD[:30] + b"\x07" + OLD[31:], "a.xls", "sheet_unreadable"),
    "a table that is not there": (OLD[:76] + b"\xff\xff\x00\x00" + OLD[80:], "a.xls", "sheet_unreadable"),
    "a NUL": (b"No,Time,Title\n1,9:00,A\0\n", "a.csv", "control_character"),
    "too many cells": (b",\n" * 300_001, "a.csv", "sheet_too_much"),
    "a cell without end": (b'No,Time,Title\n1,9:00,"' + b"x" * 200_000 + b'"', "a.csv", "sheet_unreadable"),
    "no headers": (csv_file(["Ana", "Bia"], ["1", "2"]), "a.csv", "no_header_row"),
    "an empty list": (csv_file(["No", "Time", "Title"]), "a.csv", "no_rows"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_one_reason(name):
    data, file, code = HOSTILE[name]
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    result = import_msel(data, file)
    [finding] = result.findings

    assert (result.text, finding.code, finding.severity) == (None, code, "error")
    assert tuple(finding.parameters) == EXCHANGE_CODES[code][1]
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 100
    # One second is the promise, on a machine that does nothing else.
    assert time.process_time() - began < 10


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_findings(data):
    for name in ("a.csv", "a.xlsx", "a.xls"):
        for start in (b"", MAGIC, b"PK\x03\x04", b"No,Time,Title\n"):
            assert import_msel(start + data, name).findings


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=5), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_workbook_in_which_anything_was_changed_is_read_or_refused(changes, old):
    data = bytearray(OLD if old else GOOD)
    for place, byte in changes:
        data[place % len(data)] = byte
    result = import_msel(bytes(data), "a.xlsx", skip_bad_rows=True)
    assert result.findings or result.text


@given(st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_the_stream_of_an_old_workbook_may_hold_anything(changes):
    stream = bytearray(old_stream(xls_rows(["No", "Time", "Title"], ["1", "9:00", "A"])))
    for place, piece in changes:
        stream[place % len(stream) : place % len(stream) + len(piece)] = piece
    result = import_msel(compound_file(bytes(stream)), "a.xls", skip_bad_rows=True)
    assert result.findings or result.text


def test_a_failed_formula_of_an_old_workbook_is_told_at_its_cell():
    cells = xls_rows(["No", "Time", "Title", "Notes"], ["1", "", "A"], ["2", "", "B"], ["3", "", "C"])
    data = xls_file(cells + failed(1, 1, 23) + failed_formula(2, 1, 42) + failed(3, 1, 43) + label(1, 3, "x"))
    result = import_msel(data, "a.xls")
    assert codes(result) == [(row, 2, "formula_error") for row in (2, 3, 4)]
    assert [one.parameters["value"] for one in result.findings] == ["#REF!", "#N/A", "#ERROR!"]


def test_a_formula_that_was_never_calculated_is_no_empty_cell():
    cells = b'<row r="1"><c t="inlineStr"><is><t>No</t></is></c><c t="inlineStr"><is><t>Time</t></is></c>'
    cells += b'<c t="inlineStr"><is><t>Title</t></is></c></row><row><c r="A2"><v>1</v></c><c><f>NOW()</f></c>'
    cells += b'<c t="inlineStr"><is><t>A</t></is></c></row><row><c r="A3"><v>2</v></c><c t="e"><v/></c></row>'
    result = import_msel(sheet_of(cells), "a.xlsx")
    assert [(one.line, one.column, one.code, one.parameters.get("value")) for one in result.findings] == [
        (2, 2, "formula_error", "="), (3, 2, "formula_error", "#ERROR!"),
    ]  # fmt: skip


def test_names_of_parts_may_begin_at_the_top_and_elements_may_have_prefixes():
    top = changed_zip(
        GOOD, ("xl/_rels/workbook.xml.rels", lambda part: part.replace(b'"worksheets', b'"/xl/worksheets'))
    )
    assert times(top, "a.xlsx") == {"1": 0, "2": 30}


def test_what_a_file_says_it_is_is_not_believed():
    assert times(GOOD, "a.xls") == times(OLD, "a.xlsx") == {"1": 0, "2": 30}


def test_a_place_in_a_sheet_is_read():
    assert [place_of(words) for words in ("A1", "$AB$7", "xfd1048576", "A", "")] == [
        (0, 0), (6, 27), (1048575, 16383), None, None,
    ]  # fmt: skip


def test_merged_cells_that_reach_far_are_written_out_only_so_far():
    rows = [["No", "Time", "Title"], *[[str(n), "9:00", "A"] for n in range(700)]]
    merged = b'<mergeCell ref="D2:D1048576"/>' * 900
    merged += b'<mergeCell ref="A2000:A2001"/><mergeCell ref="ZZ2:ZZ9"/>'
    data = changed_zip(
        xlsx_file(*rows),
        (SHEET, lambda part: part.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>")),
    )
    assert len(times(data, "a.xlsx")) == 700


def test_a_small_stream_lies_inside_another():
    words = bytes(range(100))
    numbers = [0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFE]
    table = struct.pack("<128I", *numbers, *[0xFFFFFFFF] * 124)
    header = bytearray(compound_file(b"")[:512])
    struct.pack_into("<3I", header, 56, 4096, 2, 1)
    entries = bytearray(compound_file(b"")[1024:1536])
    struct.pack_into("<IQ", entries, 116, 3, 128)
    struct.pack_into("<IQ", entries, 128 + 116, 0, 100)
    small = struct.pack("<128I", 1, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    assert (
        CompoundFile(bytes(header) + table + bytes(entries) + small + words.ljust(512, b"\0")).read("workbook") == words
    )


def test_only_what_the_reader_gave_up_on_is_a_refusal():
    stop = KeyboardInterrupt()
    assert as_refusal(stop, "a.xls") is stop
