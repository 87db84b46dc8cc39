"""The streams of a compound file, in which old spreadsheets and encrypted new ones lie.

Source: Microsoft's open specification [MS-CFB], sections 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sectors from here on are signs, not places
_MINI = 64


class BrokenFile(Exception):
    """Say that a file is not built as it says."""


@dataclass(frozen=True)
class Stream:
    """Where a stream begins and how many bytes it has."""

    start: int
    size: int


class CompoundFile:
    """Find streams by name; raise ``BrokenFile`` where a chain of sectors leads nowhere or round in circles."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):
            raise BrokenFile("header")
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise BrokenFile("sector size")
        self._data, self._size = data, 1 << shift
        fat_count, directory = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
        self._cutoff, mini_start = struct.unpack_from("<II", data, 56)
        self._fat = self._read_fat(fat_count)
        self.streams, root = self._read_directory(self._chain(directory))
        self._mini_fat = _numbers(self._chain(mini_start))
        self._mini = self._chain(root.start)

    def read(self, name: str) -> bytes:
        """Give the bytes of a stream; raise ``BrokenFile`` where there is none."""
        stream = self.streams.get(name.casefold())
        if stream is None:
            raise BrokenFile(name)
        if stream.size >= self._cutoff:
            return self._chain(stream.start)[: stream.size]
        places = _follow(stream.start, self._mini_fat)
        return b"".join(self._mini[place * _MINI : (place + 1) * _MINI] for place in places)[: stream.size]

    def _read_fat(self, count: int) -> list[int]:
        places = [place for place in struct.unpack_from("<109I", self._data, 76) if place < _LAST]
        extra, _count = struct.unpack_from("<II", self._data, 68)
        seen: set[int] = set()
        while extra < _LAST:
            if extra in seen:
                raise BrokenFile("circle")
            seen.add(extra)
            numbers = _numbers(self._sector(extra))
            places += [place for place in numbers[:-1] if place < _LAST]
            extra = numbers[-1]
        return _numbers(b"".join(self._sector(place) for place in places[:count]))

    def _read_directory(self, data: bytes) -> tuple[Mapping[str, Stream], Stream]:
        streams: dict[str, Stream] = {}
        root = Stream(_LAST, 0)
        for place in range(0, len(data) - 127, 128):
            length, kind = struct.unpack_from("<HB", data, place + 64)
            name = data[place : place + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            stream = Stream(*struct.unpack_from("<II", data, place + 116))
            if kind == 5:
                root = stream
            elif kind:
                streams[name.casefold()] = stream
        return streams, root

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(place) for place in _follow(start, self._fat))

    def _sector(self, place: int) -> bytes:
        start = (place + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector:
            raise BrokenFile("sector")
        return sector.ljust(self._size, b"\0")


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data))


def _follow(start: int, table: list[int]) -> list[int]:
    chain: list[int] = []
    here = start
    while here < _LAST:
        if here >= len(table) or len(chain) > len(table):
            raise BrokenFile("chain")
        chain.append(here)
        here = table[here]
    return chain


def compound_file(stream: bytes, name: str = "Workbook") -> bytes:
    """Build a file that holds one stream, so that a reader meets no structure but ours.

    Sectors of 512 bytes: the FAT first, then the directory, then the stream, padded to lie outside the mini FAT.
    """
    body = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(body) // 512
    fats = next(count for count in range(1, 110) if count * 128 >= count + 1 + sectors)
    first = fats + 1
    chain = [0xFFFFFFFD] * fats + [0xFFFFFFFE] + [*range(first + 1, first + sectors), 0xFFFFFFFE]
    fat = struct.pack(f"<{fats * 128}I", *chain, *[0xFFFFFFFF] * (fats * 128 - len(chain)))
    header = MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, fats, fats, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *range(fats), *[0xFFFFFFFF] * (109 - fats))
    directory = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(name, 2, 0xFFFFFFFF, first, len(body))
    return header + fat + directory.ljust(512, b"\0") + body


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    entry = written.ljust(64, b"\0") + struct.pack("<HBB3I", len(written) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
