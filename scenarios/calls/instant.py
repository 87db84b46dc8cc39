"""Instants as a call writes them: a date, a time and its distance from UTC, so that nobody can read two moments."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", re.ASCII)
_INSTANT = re.compile(rf"({_TIME.pattern})(?:Z|[+-]\d\d:\d\d)", re.ASCII)
# "Midnight of the 30th" is a day's beginning to some readers and its end to others (notes of the ILO call of 2021).
_WORDS = re.compile(r"midnight|medianoche|meia-noite|minuit|noon|mediod[ií]a|meio-dia|midi|24:00", re.IGNORECASE)


def parse_instant(written: Any) -> datetime:
    """Read an instant such as ``2021-06-30T22:00:00Z`` as an aware UTC ``datetime``.

    Raises ``ValueError`` whose text is the code: ``instant_in_words``, ``instant_without_time``,
    ``instant_without_offset`` or ``bad_instant``.
    """
    if isinstance(written, datetime):
        return written
    if not isinstance(written, str):
        raise ValueError("bad_instant")
    if _WORDS.search(written):
        raise ValueError("instant_in_words")
    if _DATE.fullmatch(written):
        raise ValueError("instant_without_time")
    if _TIME.fullmatch(written):
        raise ValueError("instant_without_offset")
    if not _INSTANT.fullmatch(written):
        raise ValueError("bad_instant")
    try:
        return datetime.fromisoformat(written).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("bad_instant") from None


def write_instant(instant: datetime) -> str:
    """Write an aware instant in UTC, to the second."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# What an editor is told; the reader itself says more.
_SCHEMA = {
    "type": "string",
    "pattern": f"^{_INSTANT.pattern}$",
    "description": "2031-06-30T22:00:00Z, or with a distance from UTC such as -06:00",
}
Instant = Annotated[datetime, BeforeValidator(parse_instant), PlainSerializer(write_instant), WithJsonSchema(_SCHEMA)]
