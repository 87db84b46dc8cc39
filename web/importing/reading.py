"""The process that reads one file: what is asked and its bytes come in, what is seen in it goes out as JSON."""

import base64
import binascii
import json
import sys
import zlib
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import PurePath
from typing import Any

from scenarios.exchange.cexf_import import CEXF
from scenarios.exchange.choices import Choices
from scenarios.exchange.import_file import KINDS
from scenarios.exchange.msel_import import MOST_BYTES, is_comma_table
from scenarios.exchange.preview import Preview, preview
from scenarios.exchange.schedule import read_start
from scenarios.exchange.sheet import ExchangeError
from scenarios.exchange.spreadsheet import bare_spreadsheet
from scenarios.package_bounds import PackageError
from web.apart import keep_within

MOST_MEMORY, MOST_SECONDS = 1536 * 1024**2, 30


def main() -> int:
    """Read from the input, write to the output."""
    keep_within(MOST_MEMORY, MOST_SECONDS)
    asked, _line, data = sys.stdin.buffer.read().partition(b"\n")
    json.dump(read(json.loads(asked), data), sys.stdout)
    return 0


def read(asked: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    """Give what is seen in a file, as JSON holds it.

    *asked* has its ``name``, the ``choices``, ``start``, ``skip``; with ``kept`` the bytes are what was given out as
    ``kept`` before: the file without all that is no cell of it, to be sent along until it is saved.
    """
    name = asked["name"]
    if PurePath(name).suffix.lower() not in (*KINDS, ".xlsm"):
        return _told(Preview.refused(ExchangeError("exchange_unknown_kind", name, kinds=" ".join(KINDS))), "")
    if asked["kept"]:
        kept, data = data.decode("ascii", "replace"), unpacked(data)
    else:
        kept = packed(bare(data, name))
    start = read_start(asked["start"]) if asked["start"] else None
    seen = preview(data, name, choices=Choices(**asked["choices"]), start=start, skip_bad_rows=asked["skip"])
    return _told(seen, kept)


def _told(seen: Preview, kept: str) -> dict[str, Any]:
    # The cells themselves stay here.
    told = asdict(replace(seen, read=replace(seen.read, listing=None, understood=None)))
    read_, lines = told.pop("read"), told.pop("rows")
    parts = ("text", "findings", "mapping", "rows", "imported")
    return {**told, "lines": lines, **{part: read_[part] for part in parts}, "kept": kept}


def bare(data: bytes, name: str) -> bytes:
    """Give of a file what is read of it; all of it where it cannot be read."""
    if PurePath(name).suffix.lower() == CEXF or len(data) > MOST_BYTES or is_comma_table(data, name):
        return data[: MOST_BYTES + 1]
    try:
        return bare_spreadsheet(data, name)
    except (ExchangeError, PackageError):
        # What is wrong with it is said once, where it is read; nobody has to send it again.
        return data[:1]


def packed(data: bytes) -> str:
    """Give bytes as a word for a form."""
    return base64.b64encode(zlib.compress(data)).decode()


def unpacked(word: bytes) -> bytes:
    """Give the bytes again, as far as a file may be long; nothing where it is no such word."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(word, validate=True), MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        return b""


if __name__ == "__main__":
    sys.exit(main())
