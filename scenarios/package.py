"""Where a scenario comes from: a file, a folder or a zip archive, read within bounds and never unpacked."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scenarios.archive import read_archive, read_archive_file
from scenarios.bounded_file import open_ordinary
from scenarios.package_bounds import Bounds, PackageError

DOCUMENT = "scenario.yaml"
FILES = "files"


@dataclass(frozen=True)
class Package:
    """The document's bytes and its attachments by their path inside ``files/``; *file* is for findings."""

    file: str
    document: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)


def read_package(path: Path) -> Package:
    """Read a ``.zip``, a folder with ``scenario.yaml``, or a YAML file; raise ``PackageError``.

    A lone file is taken to lie in such a folder: ``files/`` beside it holds its attachments.
    """
    try:
        if path.is_dir():
            return _read_folder(path, DOCUMENT)
        if path.suffix.lower() == ".zip":
            with open_ordinary(path) as file:
                return _package_of(read_archive_file(file, str(path)), str(path))
        return _read_folder(path.parent, path.name)
    except FileNotFoundError:
        raise PackageError("no_scenario" if path.is_dir() else "file_missing", str(path)) from None
    except (OSError, ValueError) as error:
        # A path that holds a NUL is a ValueError.
        reason = getattr(error, "strerror", None) or str(error)
        raise PackageError("file_unreadable", str(path), reason=reason) from None


def package_of_archive(data: bytes, name: str) -> Package:
    """Read the bytes of a zip archive; raise ``PackageError``."""
    return _package_of(read_archive(data, name), name)


def _package_of(entries: Mapping[str, bytes], name: str) -> Package:
    roots = [entry.removesuffix(DOCUMENT) for entry in entries if entry.split("/")[-1] == DOCUMENT]
    # People zip the folder as often as what is in it.
    root = min((root for root in roots if root.count("/") <= 1), key=len, default=None)
    if root is None:
        raise PackageError("no_scenario", name)
    inside = f"{root}{FILES}/"
    files = {entry.removeprefix(inside): data for entry, data in entries.items() if entry.startswith(inside)}
    return Package(f"{name}/{root}{DOCUMENT}", entries[f"{root}{DOCUMENT}"], files)


def _read_folder(folder: Path, document: str) -> Package:
    bounds = Bounds(str(folder))
    data = _read_file(folder / document, document, bounds)
    files = {
        path.relative_to(folder / FILES).as_posix(): _read_file(path, path.name, bounds)
        for path in _walk(folder / FILES, bounds)
    }
    return Package(str(folder / document), data, files)


def _walk(folder: Path, bounds: Bounds) -> list[Path]:
    bounds.refuse_link(folder.is_symlink(), folder.name)
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        for name in (*folders, *names):
            bounds.refuse_link((Path(place) / name).is_symlink(), name)
        bounds.count(len(folders) + len(names))
        found += [Path(place) / name for name in sorted(names)]
    return found


def _read_file(path: Path, name: str, bounds: Bounds) -> bytes:
    bounds.refuse_link(path.is_symlink(), name)
    with open_ordinary(path) as file:
        size = os.fstat(file.fileno()).st_size
        bounds.weigh(size)
        # No more than was weighed, even where somebody writes to it meanwhile.
        return file.read(size)
