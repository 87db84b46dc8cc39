"""Where the cells of an XLSX stand, read from its XML: how far they reach, and which formulas failed."""

import re
from collections.abc import Mapping
from posixpath import normpath
from typing import TypeVar
from xml.parsers import expat

from scenarios.exchange.sheet import ExchangeError

MOST_CELLS = 600_000  # of the rectangle around all that is written: a reader keeps every cell of it
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


class CellScan:
    """Follow the cells of one sheet as a parser meets them."""

    def __init__(self, box: Box) -> None:
        self.broken: dict[tuple[int, int], str] = {}
        self.box = box
        self._row = self._column = -1
        self._at = (0, 0)
        self._error = self._formula = self._value = False
        self._text = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the beginning of an element."""
        match _local(name):
            case "row":
                self._row = _number(attributes.get("r"), self._row + 1)
                self._column = -1
            case "c":
                self._row, self._column = place_of(attributes.get("r", "")) or (max(self._row, 0), self._column + 1)
                self._at, self._text = (self._row, self._column), ""
                self._error, self._formula, self._value = attributes.get("t") == "e", False, False
            case "f":
                self._formula = True
                self.box.add(*self._at)
            case "v" | "is":
                self._value, self._text = True, ""
                self.box.add(*self._at)

    def end(self, name: str) -> None:
        """Meet the end of an element."""
        if _local(name) == "c":
            if self._error:
                self.broken[self._at] = self._text.strip()[:20] or "#ERROR!"
            elif self._formula and not self._value:
                self.broken[self._at] = "="

    def text(self, words: str) -> None:
        """Meet words."""
        if self._error:
            self._text += words


def _number(written: str | None, otherwise: int) -> int:
    return int(written) - 1 if written and written.isdecimal() and 0 < len(written) < 8 else otherwise


def place_of(written: str) -> tuple[int, int] | None:
    """Give row and column, from 0, of a place such as ``B7``."""
    found = _PLACE.fullmatch(written)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return max(int(found[2]) - 1, 0), column - 1


_S = TypeVar("_S", bound=CellScan | None)


def read_parts(data: bytes, scan: _S) -> _S:
    """Parse XML without entities of its own, and let *scan* follow; raise ``ExpatError``."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if scan is not None:
        parser.StartElementHandler = scan.start
        parser.EndElementHandler = scan.end
        parser.CharacterDataHandler = scan.text
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
