"""Where the cells of an XLSX stand, read from its XML: how far they reach, and which formulas failed."""

import re
from array import array
from collections.abc import Collection, Mapping
from functools import lru_cache
from posixpath import normpath
from typing import TypeVar
from xml.parsers import expat

from scenarios.exchange.sheet import ExchangeError, words_in

MOST_CELLS = 600_000  # of the rectangle around all that is written: a reader keeps every cell of it
# No list reaches so far. A blank there, left by who filled a row or column to its end, is taken out before it is read.
_FAR_ROW, _FAR_COLUMN = 6_000, 500
_LONGEST = 100  # of what is remembered of a cell: the number of its words, or how its formula failed
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class Box:
    """The rectangle from the first cell of a sheet to its last; *spent* is what those of the sheets before it hold."""

    def __init__(self, file: str, spent: int = 0) -> None:
        self._file, self._spent = file, spent
        self._bottom = self._right = -1
        self.total = spent

    def add(self, row: int, column: int) -> None:
        """Reach to a cell, counted from 0; raise ``ExchangeError`` where that is too far."""
        # A reader keeps every cell from the first on.
        self._bottom, self._right = max(self._bottom, row), max(self._right, column)
        self.total = self._spent + (self._bottom + 1) * (self._right + 1)
        if self.total > MOST_CELLS:
            raise ExchangeError("sheet_too_much", self._file, row + 1, column + 1, most=MOST_CELLS)


class Scan:
    """Follow the elements of a part as a parser meets them."""

    parser: expat.XMLParserType

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the beginning of an element."""

    def end(self, name: str) -> None:
        """Meet the end of an element."""

    def text(self, words: str) -> None:
        """Meet words."""


class StringScan(Scan):
    """Find which of the words that cells share are none: their numbers, as a cell writes them."""

    def __init__(self) -> None:
        self.blank: set[str] = set()
        self._number = 0
        self._said = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the beginning of an element."""
        if _local(name) == "si":
            self._said = False

    def end(self, name: str) -> None:
        """Meet the end of an element."""
        if _local(name) == "si":
            if not self._said:
                self.blank.add(str(self._number))
            self._number += 1

    def text(self, words: str) -> None:
        """Meet words."""
        self._said = self._said or bool(words_in(words))


class CellScan(Scan):
    """Follow the cells of one sheet as a parser meets them; *blank* are the shared words that are none."""

    def __init__(self, box: Box, blank: Collection[str] = ()) -> None:
        self.broken: dict[tuple[int, int], str] = {}
        self.box = box
        self._blank = blank
        self._row = self._column = -1
        self._at = (0, 0)
        self._error = self._formula = self._value = self._shared = self._far = self._said = False
        self._number = False
        self._text = ""
        self._from = -1
        # Where what far blank cells hold begins and ends, by turns: there may be very many.
        self._cuts = array("L")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the beginning of an element."""
        # A million elements pass here in a second: nothing is called that need not be.
        match name if ":" not in name else _local(name):
            case "row":
                self._row = _number(attributes.get("r"), self._row + 1)
                self._column = -1
            case "c":
                self._begin(attributes)
            case "f":
                self._formula = True
                self._reach()
            case "v" | "is":
                self._value, self._text = True, ""
                self._reach()

    def _begin(self, attributes: Mapping[str, str]) -> None:
        if self._from >= 0:
            # A cell in a cell: who knows which of them a reader takes.
            self.box.add(*self._at)
        self._row, self._column = place_of(attributes.get("r", "")) or (max(self._row, 0), self._column + 1)
        self._at, self._text, self._from = (self._row, self._column), "", -1
        self._far = self._row >= _FAR_ROW or self._column >= _FAR_COLUMN
        kind = attributes.get("t")
        self._error, self._shared, self._number = kind == "e", kind == "s", kind in (None, "n")
        self._formula = self._value = self._said = False

    def _reach(self) -> None:
        if not self._far:
            self.box.add(*self._at)
        elif self._from < 0:
            self._from = self.parser.CurrentByteIndex

    def end(self, name: str) -> None:
        """Meet the end of an element."""
        if name == "c" or (":" in name and _local(name) == "c"):
            if self._error:
                self.broken[self._at] = self._text.strip()[:20] or "#ERROR!"
            elif self._formula and not (self._value and (self._text.strip() or not self._number)):
                self.broken[self._at] = "="
            if self._from >= 0:
                self._end_far()
            self._far = False

    def _end_far(self) -> None:
        says = self._said and not (self._shared and self._text.strip() in self._blank)
        if says or self._at in self.broken:
            self.box.add(*self._at)
        else:
            # The cell itself stays: one after it may count its place from it.
            self._cuts.extend((self._from, self.parser.CurrentByteIndex))
        self._from = -1

    def text(self, words: str) -> None:
        """Meet words."""
        if self._error or self._far or self._formula:
            self._text += words[: _LONGEST - len(self._text)]
            self._said = self._said or (self._value and bool(words_in(words)))

    def without_far_blanks(self, data: bytes) -> bytes:
        """Give the XML that was followed without what far blank cells hold."""
        if not self._cuts:
            return data
        whole, kept, place = memoryview(data), bytearray(), 0
        for begin, end in zip(self._cuts[::2], self._cuts[1::2], strict=True):
            kept += whole[place:begin]
            place = end
        kept += whole[place:]
        return bytes(kept)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) - 1 if written and written.isdecimal() and 0 < len(written) < 8 else otherwise


def place_of(written: str) -> tuple[int, int] | None:
    """Give row and column, from 0, of a place such as ``B7``."""
    found = _PLACE.fullmatch(written)
    if not found:
        return None
    return max(int(found[2]) - 1, 0), _column_of(found[1])


@lru_cache(1024)
def _column_of(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1


_S = TypeVar("_S", bound=Scan)


def read_parts(data: bytes, scan: _S) -> _S:
    """Parse XML without entities of its own, and let *scan* follow; raise ``ExpatError``."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    scan.parser = parser
    parser.Parse(data, True)
    return scan


def _refuse_doctype(*_declared: object) -> None:
    raise expat.ExpatError("DOCTYPE")


def read_sheets(workbook: bytes, relations: bytes) -> list[tuple[str, str]]:
    """Give name and part of every sheet of a workbook."""
    names: list[tuple[str, str]] = []
    targets: dict[str, str] = {}

    def sheet(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "sheet":
            by_local = {_local(key): value for key, value in attributes.items() if ":" in key}
            names.append((attributes.get("name", ""), by_local.get("id", "")))

    def relation(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = normpath(
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )

    for data, handler in ((workbook, sheet), (relations, relation)):
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = handler
        parser.Parse(data, True)
    return [(name, targets.get(relation_id, "")) for name, relation_id in names]
