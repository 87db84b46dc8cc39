"""When something happens, as a cell of a MSEL says it: before it is known what the clock of the list begins with."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
# What stands for no year in a date until the dates beside it are known: a year that has all days.
NO_YEAR = 4


@dataclass(frozen=True)
class Moment:
    """A time that is an *offset* from STARTEX, a *clock* time, *dated*, or *by hand*.

    *length* is the offset, or the time since midnight; *day* counts from the first day of play, from 0; *instant* has
    no zone, but *zone* says how far its clock is from UTC, where that is known.
    """

    kind: Literal["offset", "clock", "dated", "hand", "small"]
    length: timedelta = timedelta(0)
    day: int | None = None
    instant: datetime | None = None
    zone: timedelta | None = None
