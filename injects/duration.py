"""Lengths of time as authors write them: ``90s``, ``15m``, ``1h30m``, ``HH:MM:SS`` or ``0``."""

import re
from datetime import timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

_UNITS = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)", re.ASCII)


def parse_duration(written: Any) -> timedelta:
    """Read a duration; raise ``ValueError`` where it is none.

    Source: scenario-format.md, *Duration*.
    """
    if isinstance(written, timedelta):
        return written
    if written == 0 and not isinstance(written, bool | float):
        return timedelta(0)
    if isinstance(written, str):
        if written == "0":
            return timedelta(0)
        if clock := _CLOCK.fullmatch(written):
            hours, minutes, seconds = map(int, clock.groups())
            return timedelta(hours=hours, minutes=minutes, seconds=seconds)
        if written and (units := _UNITS.fullmatch(written)):
            days, hours, minutes, seconds = (int(part or 0) for part in units.groups())
            return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    raise ValueError("bad_duration")


def write_duration(length: timedelta) -> str:
    """Write a duration of whole seconds in the shortest form that reads back equal."""
    seconds = int(length.total_seconds())
    parts = (
        (seconds // 86400, "d"),
        (seconds // 3600 % 24, "h"),
        (seconds // 60 % 60, "m"),
        (seconds % 60, "s"),
    )
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0"


Duration = Annotated[timedelta, BeforeValidator(parse_duration), PlainSerializer(write_duration)]
