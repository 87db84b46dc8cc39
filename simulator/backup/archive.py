"""The file of a backup: gzip around lines of JSON, so that what is in it can be read without Prontas.

The first line says what the file is and from which schema. Then comes a line per table, with its columns, followed by
a line per row: texts, numbers and truth values as JSON has them, what lies in a JSON column as the text that lies
there, bytes in base64. The last line counts the rows of every table and holds the SHA-256 of all lines before it, so
that a file which was cut off or damaged is known for one. It is read and written line by line: no size costs memory.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from simulator.refusal import Refusal

FORMAT = 1
# The largest row there can be is a file of 40 MB in base64, which is 54 MB; nothing of ours comes near this.
LONGEST_LINE = 256 * 1024 * 1024
QUICK = 5


@dataclass(frozen=True)
class Head:
    """What a backup says of itself: its *schema*, when it was made, on which engine."""

    schema: str
    made_at: str
    engine: str


@dataclass(frozen=True)
class TableHead:
    """A table that begins: its *columns* in the order of the values of its rows, and which of them are *bytes*."""

    name: str
    columns: tuple[str, ...]
    bytes: frozenset[str]


Line = TableHead | list[Any]


class Writer:
    """Write a backup into an open file, table by table; ``close`` writes the line that makes it whole."""

    def __init__(self, target: IO[bytes], head: Head) -> None:
        # No name and no instant in gzip's own header: equal content is equal byte for byte.
        self._out = gzip.GzipFile(filename="", mode="wb", compresslevel=QUICK, fileobj=target, mtime=0)
        self._digest = hashlib.sha256()
        self.counts: dict[str, int] = {}
        self._put({"prontas_backup": FORMAT, "schema": head.schema, "made_at": head.made_at, "engine": head.engine})

    def table(self, head: TableHead, rows: Iterator[Sequence[Any]]) -> None:
        """Write a table with all its rows."""
        self._put({"table": head.name, "columns": head.columns, "bytes": sorted(head.bytes)})
        self.counts[head.name] = 0
        for row in rows:
            self._put(row)
            self.counts[head.name] += 1

    def close(self) -> None:
        """End the file; without this it is none."""
        digest = self._digest.hexdigest()
        self._put({"rows": self.counts, "sha256": digest})
        self._out.close()

    def _put(self, told: Any) -> None:
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self._digest.update(line)
        self._out.write(line)


class Reader:
    """Read a backup from an open file; what is damaged in whatever way is a `Refusal`, and never a part of it."""

    def __init__(self, source: IO[bytes]) -> None:
        self._in = gzip.GzipFile(mode="rb", fileobj=source)
        self._digest = hashlib.sha256()
        self.counts: dict[str, int] = {}
        first = self._next()
        if not isinstance(first, dict) or "prontas_backup" not in first:
            raise Refusal("backup_unreadable")
        if first["prontas_backup"] != FORMAT:
            raise Refusal("backup_is_newer")
        self.head = Head(*(self._text(first, name) for name in ("schema", "made_at", "engine")))

    def lines(self) -> Iterator[Line]:
        """Give tables and rows in their order; at the end all of it has been found whole."""
        table = ""
        while True:
            digest = self._digest.hexdigest()
            told = self._next()
            if isinstance(told, list):
                if not table:
                    raise Refusal("backup_damaged")
                self.counts[table] += 1
                yield told
            elif isinstance(told, dict) and "table" in told:
                head = self._table(told)
                table = head.name
                if table in self.counts:
                    raise Refusal("backup_damaged")
                self.counts[table] = 0
                yield head
            else:
                self._require_whole(told, digest)
                return

    def _require_whole(self, told: Any, digest: str) -> None:
        whole = isinstance(told, dict) and told.get("sha256") == digest and told.get("rows") == self.counts
        if not whole or self._guarded(lambda: self._in.read(1)):
            raise Refusal("backup_damaged")

    def _table(self, told: Mapping[str, Any]) -> TableHead:
        columns, of_bytes = told.get("columns"), told.get("bytes")
        if not isinstance(columns, list) or not isinstance(of_bytes, list):
            raise Refusal("backup_damaged")
        if not all(isinstance(one, str) for one in (told["table"], *columns, *of_bytes)):
            raise Refusal("backup_damaged")
        return TableHead(told["table"], tuple(columns), frozenset(of_bytes))

    @staticmethod
    def _text(told: Mapping[str, Any], name: str) -> str:
        if not isinstance(told.get(name), str):
            raise Refusal("backup_damaged")
        return str(told[name])

    def _next(self) -> Any:
        line = self._guarded(lambda: self._in.readline(LONGEST_LINE))
        if not line.endswith(b"\n"):
            raise Refusal(
                "backup_damaged" if self._digest.digest() != hashlib.sha256().digest() else "backup_unreadable"
            )
        self._digest.update(line)
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            raise Refusal("backup_damaged") from None

    def _guarded(self, read: Callable[[], bytes]) -> bytes:
        try:
            return read()
        except gzip.BadGzipFile:
            raise Refusal("backup_damaged" if self.counts else "backup_unreadable") from None
        except (EOFError, zlib.error):
            raise Refusal("backup_damaged") from None
