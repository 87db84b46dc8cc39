"""An XLS looked through before anything opens it: its records are whole and bounded, without password or macros.

Source: Microsoft's open specification [MS-XLS], sections 2.4.21 (BOF), 2.4.90 (Dimensions), 2.4.117 (FilePass),
2.4.24 (BoolErr), 2.4.127 (Formula), 2.4.265 (SST), 2.4.28 (BoundSheet8), 2.5.10 (Bes).
"""

import struct
from collections.abc import Iterator, Mapping

from scenarios.exchange.compound_file import BrokenFile, CompoundFile, compound_file
from scenarios.exchange.sheet import ExchangeError
from scenarios.exchange.xlsx_cells import Box
from scenarios.exchange.xlsx_guard import Guarded

_BOF, _EOF, _DIMENSIONS, _FILEPASS, _SST, _SHEET = 0x0809, 0x000A, 0x0200, 0x002F, 0x00FC, 0x0085
_BOOLERR, _FORMULA = 0x0205, 0x0006
_CELLS = {0x0203, 0x00FD, 0x027E, 0x00BD, 0x0204, 0x00D6, _BOOLERR, _FORMULA}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_MACROS = ("_vba_project_cur", "_vba_project", "vba", "macros")
_SHEET_MACROS = 1


def guard_xls(data: bytes, file: str) -> Guarded:
    """Measure an XLS and give what is safe to read; raise ``ExchangeError``."""
    try:
        compound = CompoundFile(data)
        _refuse(compound, file)
        name = next((name for name in ("Workbook", "Book") if name.casefold() in compound.streams), "Workbook")
        stream = compound.read(name)
        return Guarded(compound_file(stream, name), _scan(stream, file))
    except (BrokenFile, struct.error) as error:
        raise ExchangeError("sheet_unreadable", file, reason=str(error)) from None


def _refuse(compound: CompoundFile, file: str) -> None:
    if "encryptedpackage" in compound.streams:
        raise ExchangeError("sheet_password", file)
    for name in _MACROS:
        if name in compound.streams:
            raise ExchangeError("sheet_macros", file, entry=name)
    if "worddocument" in compound.streams:
        raise ExchangeError("sheet_document", file)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give place, kind and content of each record."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if place + 4 + length > len(stream):
            raise BrokenFile("record")
        yield place, kind, stream[place + 4 : place + 4 + length]
        # Behind the last sheet a stream is filled up with zeros.
        place += 4 + length


def _scan(stream: bytes, file: str) -> dict[str, Mapping[tuple[int, int], str]]:
    names: dict[int, str] = {}
    broken: dict[str, dict[tuple[int, int], str]] = {}
    here, box = "", Box(file)
    for place, kind, content in _records(stream):
        if kind == _FILEPASS:
            raise ExchangeError("sheet_password", file)
        if kind == _SHEET:
            names[struct.unpack_from("<I", content)[0]] = _sheet_name(content, file)
        elif kind == _SST and struct.unpack_from("<I", content, 4)[0] > len(stream):
            raise BrokenFile("strings")
        elif kind == _BOF:
            here, box = names.get(place, ""), Box(file, box.total)
        elif kind == _DIMENSIONS and len(content) >= 14:
            _top, bottom, _left, right = struct.unpack_from("<IIHH", content)
            box.add(max(bottom - 1, 0), max(right - 1, 0))
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", content)
            box.add(row, column)
            if what := _error_in(kind, content):
                broken.setdefault(here, {})[row, column] = what
    return dict(broken)


def _sheet_name(content: bytes, file: str) -> str:
    if content[5:6] == bytes([_SHEET_MACROS]):
        raise ExchangeError("sheet_macros", file, entry="Excel 4.0")
    length, wide = struct.unpack_from("<BB", content, 6)
    return content[8 : 8 + length * (1 + (wide & 1))].decode("utf-16-le" if wide & 1 else "latin-1", "replace")


def _error_in(kind: int, content: bytes) -> str:
    if kind == _BOOLERR and len(content) >= 8 and content[7]:
        return _ERRORS.get(content[6], "#ERROR!")
    # The value of a formula: FF FF at its end says that it is no number, 2 at its start that it is an error.
    if kind == _FORMULA and content[12:14] == b"\xff\xff" and content[6:7] == b"\x02":
        return _ERRORS.get(content[8], "#ERROR!")
    return ""
