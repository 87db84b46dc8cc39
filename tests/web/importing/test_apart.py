"""A file is read by a process of its own: whatever it does there, the server has an answer."""

import sys

import pytest

from tests.cast import refused
from tests.scenarios.exchange.workbooks import csv_file, failed, xls_file, xls_rows
from web.importing.apart import COMMAND, ReadApart, read_apart
from web.importing.reading import MOST_MEMORY, bare, packed, read, unpacked

ASKED = {
    "name": "lista.csv", "kept": False, "start": "", "skip": False,
    "choices": {"sheet": None, "header_row": None, "columns": {}, "remembered": {}, "language": None},
}  # fmt: skip
LIST = csv_file(["No", "Hora", "Asunto"], ["1", "09:00", "Alerta"])


def test_the_other_process_tells_the_same():
    assert ReadApart()(ASKED, LIST) == read(ASKED, LIST)


def test_what_gives_up_there_is_a_finding_here():
    # An error whose code nobody knows makes the reader of old workbooks give up for good, with a word of its own.
    broken = xls_file(xls_rows(["No", "Time", "Title"], ["1", "", "A"]) + failed(1, 1, 99))
    told = read_apart(ASKED | {"name": "a.xls"}, broken, COMMAND)
    assert [one["code"] for one in told["findings"]] == ["sheet_unreadable"]


@pytest.mark.parametrize(
    ("program", "longest"),
    [
        ("import time; time.sleep(60)", 0.2), ("raise SystemExit(3)", 10), ("import os; os.abort()", 10),
        (f"import resource as r; r.setrlimit(r.RLIMIT_AS, ({MOST_MEMORY},) * 2); b'x' * {2 * MOST_MEMORY}", 10),
    ],
    ids=["slow", "ends", "killed", "memory"],
)  # fmt: skip
def test_what_takes_too_much_or_dies_is_refused(program, longest):
    with refused("list_too_hard"):
        read_apart(ASKED, LIST, (sys.executable, "-c", program), longest)


def test_what_travels_with_the_page_is_read_as_the_file_was():
    first = read(ASKED, LIST)
    again = read(ASKED | {"kept": True}, first["kept"].encode())
    assert again == first


def test_what_travels_unfolds_to_no_more_than_a_file_may_be():
    bomb = packed(b"\0" * (40 * 1024 * 1024))
    assert len(bomb) < 100_000
    assert len(unpacked(bomb.encode())) == 10 * 1024 * 1024 + 1
    assert unpacked(b"\xff") == b""


def test_a_file_that_is_too_long_is_refused_and_does_not_travel_whole():
    told = read(ASKED, b"x" * (20 * 1024 * 1024))
    assert [one["code"] for one in told["findings"]] == ["file_too_large"]
    again = read(ASKED | {"kept": True}, told["kept"].encode())
    assert again["findings"][0]["code"] == "file_too_large" and len(told["kept"]) < 100_000


def test_of_a_workbook_that_cannot_be_read_nothing_travels():
    assert (bare(b"PK\x03\x04" + b"x" * 1000, "a.xlsx"), bare(b"x,y", "a.csv")) == (b"P", b"x,y")
