"""A header that says several things, such as “Evento / Inyección”: nobody knows it whole, but its parts are known."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scenarios.exchange.headers import LONGEST, Header, read_header, settle

# A sign parts words wherever it stands, a dash between spaces: "E-mail" is one word, "Fecha-Hora" two that are known.
_BETWEEN = re.compile(r"[/|;,()\[\]\n]|\s[-–—]\s|\s(?:y|e|and|et|ou|o|or)\s", re.I)
_DASH = re.compile(r"[-–—]")
_MOST = 4
# Behind all that is recognised whole.
_RANK = 1_000
_MOMENT = {"at", "date"}


def read_parts(header: Header) -> tuple[Header, bool]:
    """Understand a header by its parts, and say whether all of them mean the same.

    Where they mean different things the first that is known counts; a date with a time is the time, and as sure.
    """
    parts = _parts(header, _BETWEEN)
    known = [part for part in parts if part.field]
    if not known and all(part.field for part in _parts(header, _DASH)):
        parts = known = _parts(header, _DASH)
    if not known:
        return header, False
    fields = {part.field for part in known}
    field = "at" if fields == _MOMENT else known[0].field
    languages = frozenset[str]().union(*(part.languages for part in known if part.field == field))
    found = replace(header, field=field, rank=_RANK, languages=languages)
    return found, (len(fields) == 1 or fields == _MOMENT) and len(known) == len(parts)


def _parts(header: Header, between: re.Pattern[str]) -> list[Header]:
    # What has more parts is a sentence; one that is whole has been read.
    parts = between.split(header.words, maxsplit=_MOST) if len(header.words) <= LONGEST else []
    parts = parts if 1 < len(parts) <= _MOST else []
    return [read_header(header.place, part) for part in parts if part.strip()]


def fill_gaps(headers: Sequence[Header], *, sure: bool) -> list[Header]:
    """Let headers that nobody knows whole be the fields that no other column is, by their parts.

    What is known whole, or chosen, stays as it is. With *sure* only those count whose parts all mean the same.
    """
    taken: set[str | None] = {header.field for header in headers if header.field}
    return settle([_filled(header, taken, sure=sure) for header in headers])


def _filled(header: Header, taken: set[str | None], *, sure: bool) -> Header:
    if header.field or header.chosen:
        return header
    found, same = read_parts(header)
    if not found.field or found.field in taken or (sure and not same):
        return header
    # What is known whole, and is nothing because a better column is that, stays nothing.
    return header if read_header(header.place, header.words).field else found
