"""A sheet of cells, wherever it comes from: CSV, XLSX or XLS."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.finding import Finding, Parameter


@dataclass(frozen=True)
class Broken:
    """What a formula gave instead of a value, such as ``#REF!``; ``=`` where it was never calculated."""

    what: str


Value = str | int | float | bool | date | datetime | time | timedelta | Broken
"""What a cell holds; an empty text where it holds nothing."""


@dataclass(frozen=True)
class Sheet:
    """Rows of cells from the first row and column of the sheet on; rows may differ in length.

    *doubtful* are letters that look as if its text were in another encoding than it was read in.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    hidden: bool = False
    doubtful: str = ""


# What nobody can see, and no document may hold.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


class ExchangeError(Exception):
    """Refuse a file of the field as a whole, at a place of it."""

    def __init__(self, code: str, file: str, line: int = 1, column: int = 1, **parameters: Parameter) -> None:
        super().__init__(code)
        self.finding = Finding(file, line, column, EXCHANGE_CODES[code][0], code, parameters)


def words_in(value: Value) -> str:
    """Give what a reader sees in a cell, without the white space around it; nothing for a broken one."""
    match value:
        case str():
            return _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")).strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case Broken():
            return ""
        case datetime():
            return value.isoformat(" ", "minutes" if not value.second else "seconds")
        case time():
            return value.isoformat("minutes" if not value.second else "seconds")
    return str(value)


def in_short(words: str, longest: int) -> str:
    """Give words on one line, cut where they are long."""
    bare = " ".join(words.split())
    return bare if len(bare) <= longest else f"{bare[: longest - 1]}…"
