"""An XLSX looked through before anything opens it: bounded, without macros; and what its formulas failed at.

A reader of spreadsheets makes 300 MB of a file of 289 KB, so the archive is measured first, and only the parts that
hold cells go on, in a plain archive of our own: what we measured is what is read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from scenarios.archive import BROKEN, check_entries
from scenarios.exchange.foreign_file import code_of_archive
from scenarios.exchange.sheet import ExchangeError
from scenarios.exchange.xlsx_cells import Box, CellScan, Scan, StringScan, read_parts, read_sheets
from scenarios.package_bounds import MOST_ENTRIES, Bounds, PackageError

MOST_XML = 16 * 1024 * 1024  # without the empty cells
MOST_TAGS = 1_000_000
MOST_UNFOLDED = 128 * 1024 * 1024
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES, STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_PARTS = ("[Content_Types].xml", "_rels/.rels", WORKBOOK, RELATIONS, STYLES, STRINGS)
_MACROS = ("vbaproject", "macrosheets/", "vbadata")
_ENTRY = b"PK\x01\x02"
_CHUNK = 1024 * 1024
_LONGEST_TAG = 64 * 1024
# Programs write a cell for each of the 16,384 columns of a row that somebody coloured. Where the next cell says its own
# place, or none comes, nothing is lost with them. Each ends before one that may follow, so no run is tried twice.
_EMPTY_CELLS = re.compile(rb'(?:<c r="[^"<>]*"[^<>]*/>\s*+)+(?=<c r="|</row>)')


@dataclass(frozen=True)
class Guarded:
    """A plain archive of the parts that hold cells; per sheet the cells whose formula failed, as (row, column)."""

    data: bytes
    broken: Mapping[str, Mapping[tuple[int, int], str]] = field(default_factory=dict)


def guard_xlsx(data: bytes, file: str) -> Guarded:
    """Measure an XLSX and give what is safe to read; raise ``ExchangeError`` or ``PackageError``."""
    entries = data.count(_ENTRY)
    if entries > 2 * MOST_ENTRIES:
        raise PackageError("package_too_many_entries", file, entries=entries, most=MOST_ENTRIES)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive, file)
        broken = _look_through(parts, file)
        return Guarded(_packed(parts), broken)
    except expat.ExpatError as error:
        raise ExchangeError("sheet_unreadable", file, reason=str(error)) from None
    except BROKEN as error:
        raise ExchangeError("sheet_unreadable", file, reason=str(error)[:200]) from None


def _parts(archive: ZipFile, file: str) -> dict[str, bytes]:
    check_entries(archive, Bounds(file, most_bytes=MOST_UNFOLDED))
    parts: dict[str, bytes] = {}
    size = tags = 0
    names = set(archive.namelist())
    for entry in archive.infolist():
        _refuse(entry, file)
    if WORKBOOK not in names:
        raise ExchangeError(code_of_archive(names), file)
    for entry in archive.infolist():
        if not _is_part(entry.filename):
            continue
        chunks = list[bytes]()
        for chunk in _chunks(archive, entry):
            chunks.append(chunk)
            size += len(chunk)
            tags += chunk.count(b"<")
            if size > MOST_XML or tags > MOST_TAGS:
                raise ExchangeError("sheet_too_much", file, most=MOST_XML)
        parts[entry.filename] = b"".join(chunks)
    return parts


def _chunks(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """Give a part piece by piece, a sheet without its empty cells."""
    with archive.open(entry) as stream:
        left = b""
        while chunk := stream.read(_CHUNK):
            # A piece ends before a tag, so that each is whole in one of them.
            whole, bracket, begun = (left + chunk).rpartition(b"<")
            yield _EMPTY_CELLS.sub(b"", whole)
            left = bracket + begun
            if len(left) > _LONGEST_TAG:
                yield left
                left = b""
        yield left


def _refuse(entry: ZipInfo, file: str) -> None:
    name = entry.filename.casefold()
    if any(word in name for word in _MACROS):
        raise ExchangeError("sheet_macros", file, entry=entry.filename[:200])
    if entry.flag_bits & 1:
        raise ExchangeError("sheet_password", file)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ExchangeError("sheet_unreadable", file, reason=f"compression {entry.compress_type}")


def _is_part(name: str) -> bool:
    return name in _PARTS or (name.startswith("xl/worksheets/") and name.endswith(".xml"))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part)
    return stream.getvalue()


def _look_through(parts: dict[str, bytes], file: str) -> dict[str, Mapping[tuple[int, int], str]]:
    """Give the broken cells of every sheet by its name, and take far blank cells out of the sheets among *parts*."""
    strings = StringScan()
    for part, shared in ((STYLES, Scan()), (STRINGS, strings)):
        if part in parts:
            read_parts(parts[part], shared)
    by_part = {part: name for name, part in read_sheets(parts.get(WORKBOOK, b""), parts.get(RELATIONS, b""))}
    broken: dict[str, Mapping[tuple[int, int], str]] = {}
    spent = 0
    for part in [name for name in parts if name.startswith("xl/worksheets/")]:
        scan = read_parts(parts[part], CellScan(Box(file, spent), strings.blank))
        spent = scan.box.total
        broken[by_part.get(part, part)] = scan.broken
        parts[part] = scan.without_far_blanks(parts[part])
    return broken
