"""Opening a bundle that a stranger may have made: bounded, never unpacked, a file at a time."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from scenarios.archive import BROKEN, check_entries
from scenarios.package_bounds import Bounds, PackageError
from simulator.bundle.log_lines import read_payload
from simulator.bundle.packing import MANIFEST
from simulator.bundle.zip_end import directory_size
from simulator.refusal import Refusal

FORMAT = 1
MOST_ENTRIES = 50_000
# Of an entry: 46 bytes and its name, the longest of ours.
MOST_DIRECTORY = MOST_ENTRIES * 140
# Text of ours packs to a tenth, at the very most to a fiftieth; what unpacks to more than that is a bomb.
FREE, RATIO = 64 * 1024 * 1024, 60
MOST_BYTES = 16 * 1024**3
MOST_LINE = 16 * 1024 * 1024
MOST_MANIFEST = 64 * 1024 * 1024
CHUNK = 1024 * 1024
KINDS = ("restricted", "public")


class Bundle:
    """A bundle that lies open: its *manifest*, and the lines and bytes of its files."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive, self.name = archive, name
        self.names = frozenset(archive.namelist())
        self.manifest = self._read_manifest()

    @property
    def public(self) -> bool:
        """Say whether it is the one without names and texts."""
        return bool(self.manifest["kind"] == "public")

    @cached_property
    def drills(self) -> tuple[str, ...]:
        """Name the drills whose chains are in it."""
        streams = self.manifest["heads"]
        return tuple(one.partition(":")[2] for one in streams if one.startswith("drill:"))

    @property
    def programme(self) -> str | None:
        """Name the programme it is of, None for a drill's."""
        found: str | None = self.manifest["of"].get("programme")
        return found

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""
        return name in self.names

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give a file's bytes; raise one of ``BROKEN`` where they cannot be read."""
        with self._archive.open(name) as stream:
            while part := stream.read(CHUNK):
                yield part

    def bytes_of(self, name: str) -> bytes:
        """Give all of a file's bytes; raise one of ``BROKEN``."""
        return b"".join(self.chunks(name))

    def lines(self, name: str) -> Iterator[tuple[int, Any]]:
        """Give a file's lines with their numbers, read as JSON; what cannot be read is its text. No file: no lines."""
        if name not in self.names:
            return
        with self._archive.open(name) as stream:
            for number, line in enumerate(_bounded(stream), start=1):
                yield number, read_payload(line.decode("utf-8", "replace"))

    def rows(self, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give the rows of a table with the numbers of their lines; a line that is no row is an empty one."""
        for number, told in self.lines(table_file(table)):
            yield number, told if isinstance(told, dict) else {}

    def _read_manifest(self) -> dict[str, Any]:
        if MANIFEST not in self.names or self._archive.getinfo(MANIFEST).file_size > MOST_MANIFEST:
            raise Refusal("bundle_unreadable")
        try:
            told = json.loads(self.bytes_of(MANIFEST))
        except (*BROKEN, RecursionError):
            raise Refusal("bundle_unreadable") from None
        if not isinstance(told, dict) or type(told.get("format")) is not int:
            raise Refusal("bundle_unreadable")
        if told["format"] > FORMAT:
            raise Refusal("bundle_is_newer", format=told["format"], known=FORMAT)
        if not _is_manifest(told):
            raise Refusal("bundle_unreadable")
        return told


def table_file(table: str) -> str:
    """Name the file of a table."""
    return f"tables/{table}.jsonl"


@contextmanager
def open_bundle(path: Path) -> Iterator[Bundle]:
    """Open a bundle; raise ``PackageError`` where it is no safe archive, ``Refusal`` where it is no bundle."""
    bounds = Bounds(str(path), MOST_ENTRIES, min(MOST_BYTES, FREE + RATIO * _size(path)))
    try:
        with path.open("rb") as stream:
            if directory_size(stream) > MOST_DIRECTORY:
                raise PackageError("package_too_many_entries", str(path), entries=MOST_ENTRIES + 1, most=MOST_ENTRIES)
        archive = ZipFile(path)
    except BROKEN as error:
        raise PackageError("package_broken", str(path), reason=str(error)[:200]) from None
    with archive:
        check_entries(archive, bounds)
        yield Bundle(archive, str(path))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        raise PackageError("file_missing", str(path)) from None
    except OSError as error:
        raise PackageError("file_unreadable", str(path), reason=error.strerror or "") from None


def _bounded(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(MOST_LINE):
        yield line


def _is_manifest(told: Mapping[str, Any]) -> bool:
    of, heads, files = told.get("of"), told.get("heads"), told.get("files")
    whole = told.get("kind") in KINDS and isinstance(told.get("schema"), str) and isinstance(told.get("product"), dict)
    return (
        whole and isinstance(of, dict) and _is_texts(of) and len(of) == 1 and isinstance(files, dict)
        and _is_texts(files) and isinstance(heads, dict) and all(map(_is_head, heads.values()))
    )  # fmt: skip


def _is_texts(told: Mapping[str, Any]) -> bool:
    return all(isinstance(value, str) for value in told.values())


def _is_head(told: Any) -> bool:
    return isinstance(told, dict) and type(told.get("seq")) is int and isinstance(told.get("hash"), str)
