"""The entries of a zip archive that a stranger has sent: bounded, without links or paths that lead out."""

import re
import stat
import struct
import zlib
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from scenarios.package_bounds import Bounds, PackageError

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
_DRIVE = re.compile(r"[A-Za-z]:")


def read_archive(data: bytes, name: str) -> dict[str, bytes]:
    """Give the files of an archive by path; raise ``PackageError``. Nothing is written to the disk."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read_entries(archive, Bounds(name))
    except BROKEN as error:
        raise PackageError("package_broken", name, reason=str(error)[:200]) from None


def _read_entries(archive: ZipFile, bounds: Bounds) -> dict[str, bytes]:
    check_entries(archive, bounds)
    return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


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
        if entry.filename in names and not entry.is_dir():
            raise PackageError("package_duplicate_entry", bounds.file, entry=entry.filename)
        names.add(entry.filename)


def _refuse_bad_path(entry: ZipInfo, bounds: Bounds) -> None:
    path = entry.orig_filename
    outside = path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/")
    if outside or "\\" in path or "\0" in path:
        raise PackageError("package_bad_path", bounds.file, entry=path.replace("\0", "␀")[:200])
