"""The entries of a zip archive that a stranger has sent: bounded, without links or paths that lead out."""

import os
import re
import stat
import struct
import zlib
from io import BytesIO
from lzma import LZMAError
from typing import BinaryIO
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile, ZipInfo

from scenarios.package_bounds import MOST_BYTES, Bounds, PackageError
from scenarios.yaml_bytes import MOST_BYTES as MOST_DOCUMENT

# What the standard library raises on archives that are broken, encrypted or packed in ways it does not know.
BROKEN = (
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
    LZMAError,
    struct.error,
)
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_END_SIZE, _END_64_SIZE, _LONGEST_COMMENT = 22, 20, 1 << 16
# A thousand entries with long names and notes need a part of this.
_MOST_DIRECTORY = 1024 * 1024
_DRIVE = re.compile(r"[A-Za-z]:")


def read_archive(data: bytes, name: str) -> dict[str, bytes]:
    """Give the files of an archive by path; raise ``PackageError``. Nothing is written to the disk."""
    return read_archive_file(BytesIO(data), name)


def read_archive_file(file: BinaryIO, name: str) -> dict[str, bytes]:
    """Give the files of an archive that is not in memory; raise ``PackageError``."""
    bounds = Bounds(name)
    try:
        refuse_crowd(file, bounds)
        with ZipFile(file) as archive:
            return _read_entries(archive, bounds)
    except BROKEN as error:
        raise PackageError("package_broken", name, reason=str(error)[:200]) from None


def refuse_crowd(file: BinaryIO, bounds: Bounds) -> None:
    """Raise ``PackageError`` for an archive whose directory is too large to be looked at entry by entry.

    The library reads as many bytes of entries as the last record says, so that record is what is asked.
    """
    size = file.seek(0, os.SEEK_END)
    if size > MOST_BYTES:
        raise PackageError("package_too_large", bounds.file, bytes=size, most=MOST_BYTES)
    file.seek(max(0, size - _END_SIZE - _END_64_SIZE - _LONGEST_COMMENT))
    tail = file.read()
    file.seek(0)
    place = tail.rfind(_END)
    # The library takes a record without a comment first, wherever its letters come again.
    if tail[-_END_SIZE:].startswith(_END) and tail.endswith(b"\0\0"):
        place = len(tail) - _END_SIZE
    if place < 0 or len(tail) < place + _END_SIZE:
        raise BadZipFile("no end of its directory")
    if tail[max(0, place - _END_64_SIZE) : place].startswith(_END_64):
        raise BadZipFile("ZIP64")
    entries, directory = struct.unpack_from("<HL", tail, place + 10)
    bounds.refuse_count(entries)
    if directory > _MOST_DIRECTORY:
        raise BadZipFile("its directory is too large")


def _read_entries(archive: ZipFile, bounds: Bounds) -> dict[str, bytes]:
    check_entries(archive, bounds)
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    for entry in files:
        # The document is refused before it is unpacked; attachments have their own bound.
        if entry.filename.endswith(".yaml") and entry.file_size > MOST_DOCUMENT:
            raise PackageError("file_too_large", bounds.file, bytes=entry.file_size, most=MOST_DOCUMENT)
    return {entry.filename: archive.read(entry) for entry in files}


def check_entries(archive: ZipFile, bounds: Bounds) -> None:
    """Raise ``PackageError`` for an archive that is too large, leads out, links, or has a name twice; reads nothing."""
    entries = archive.infolist()
    bounds.count(len(entries))
    names: set[str] = set()
    for entry in entries:
        _refuse_bad_path(entry, bounds)
        bounds.refuse_link(stat.S_ISLNK(entry.external_attr >> 16), entry.filename)
        # The declared size is a bound: zipfile never gives more than it, and fails where it is wrong.
        bounds.weigh(entry.file_size)
        # Many machines do not tell “Note.png” from “note.png”, nor the two ways to write an ñ.
        name = normalize("NFC", entry.filename).casefold()
        if name in names and not entry.is_dir():
            raise PackageError("package_duplicate_entry", bounds.file, entry=entry.filename)
        names.add(name)


def _refuse_bad_path(entry: ZipInfo, bounds: Bounds) -> None:
    path = entry.orig_filename
    outside = path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/")
    if outside or "\\" in path or "\0" in path:
        raise PackageError("package_bad_path", bounds.file, entry=path.replace("\0", "␀")[:200])
