"""A sheet from CSV as programs write it: commas, semicolons or tabs; UTF-8, or what spreadsheets of old wrote."""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from itertools import islice
from pathlib import PurePath

from scenarios.exchange.formula_guard import unescape
from scenarios.exchange.headers import map_columns, weigh
from scenarios.exchange.sheet import ExchangeError, Sheet, Value

MOST_CELLS = 600_000
_DELIMITERS = ",;\t|"
_HEAD, _WIDEST = 60, 500
# Empty cells to the right of so many columns are none.
_NARROW = 100
# So much of a file is looked at to know what it is.
_SAMPLE = 100_000
# What accented letters of other encodings become, behind a letter or between two.
_STRANGE = re.compile(r"\w{0,20}(?:[^\W\d_][Ž‡‚¡¢¤¼½¾ƒ†ˆ‰˜›‹¨¬¯¸¶§\ufffd]|[^\W\d_][‘“”–—][^\W\d_])\w{0,20}")
# A row that is added: where it does not come out as one, a quotation mark before it was never closed.
_ENDS = "\r\n"
_LAST = "end-of-the-list"


def read_comma_table(data: bytes, file: str) -> list[Sheet]:
    """Give the one sheet of a CSV file; raise ``ExchangeError``."""
    text, sure = _decode(data)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ExchangeError("control_character", file, line, 1, character="U+0000")
    delimiter = max(_DELIMITERS, key=lambda one: _weight(text, one))
    rows: list[list[Value]] = []
    row: list[str] = []
    cells = 0
    whole = io.StringIO(f"{text.rstrip(_ENDS)}\n{_LAST}", newline="")
    try:
        for row in csv.reader(whole, delimiter=delimiter):
            # Programs write all 16,384 columns of a sheet in which somebody formatted the last one.
            while len(row) > _NARROW and not row[-1].strip():
                row.pop()
            cells += len(row)
            if cells > MOST_CELLS:
                raise ExchangeError("sheet_too_much", file, len(rows) + 1, most=MOST_CELLS)
            rows.append([unescape(cell) for cell in row])
    except csv.Error as error:
        raise ExchangeError("sheet_unreadable", file, len(rows) + 1, reason=str(error)) from None
    if row != [_LAST]:
        raise ExchangeError("quote_open", file, len(rows), len(row))
    return [Sheet(PurePath(file).stem, rows[:-1], doubtful="" if sure else _strange_word(text))]


def _strange_word(text: str) -> str:
    """Give the first word with a letter that no word has, but for one that was written in another encoding."""
    found = _STRANGE.search(text)
    return found[0] if found else ""


def looks_like_list(data: bytes) -> bool:
    """Say whether bytes are the text of a list, whatever their file is called."""
    text, _sure = _decode(data[:_SAMPLE])
    return "\0" not in text and any(_weight(text, one)[0] for one in _DELIMITERS)


def _decode(data: bytes) -> tuple[str, bool]:
    """Give a text, and whether the encoding that it is in is sure."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), True
    # Latin letters are a zero and a letter, or a letter and a zero, where nothing says so before them.
    for place, wide in ((0, "utf-16-be"), (1, "utf-16-le")):
        if data[place:_SAMPLE:2].count(0) > len(data[:_SAMPLE]) / 3 + 1:
            return data.decode(wide, "replace"), True
    try:
        return data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        # What spreadsheets in the Americas and Western Europe write where nobody chooses UTF-8.
        return data.decode("cp1252", "replace"), False


def _weight(text: str, delimiter: str) -> tuple[int, int]:
    """Say how much the first lines look like a list: by their headers, else by their columns."""
    rows = []
    with suppress(csv.Error):
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _HEAD))
    return max((weigh(map_columns(row[:_WIDEST])) for row in rows), default=0), max(map(len, rows), default=0)
