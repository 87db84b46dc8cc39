"""The years of dates that are written without one: a year like any other, and the next one past New Year."""

from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import MAXYEAR, datetime

from scenarios.exchange.moment import NO_YEAR
from scenarios.exchange.schedule import Timed

# Taken where the list says none: a year without the 29th of February, unless the list has that day.
_COMMON, _LEAP = 2001, 2000
# In so many years there is every day.
_FARTHEST = 8


def with_years(rows: Sequence[Timed]) -> list[Timed]:
    """Give dates without a year the one in which they are nearest to the dates beside them."""
    dated = [
        (place, row.moment, row.moment.instant) for place, row in enumerate(rows) if row.moment and row.moment.instant
    ]
    begin = min(range(len(dated)), key=lambda at: _sureness(dated[at][2]), default=0)
    told = list(rows)
    # From the date whose year is sure on to the end, and back to the beginning.
    for part in (dated[begin:], dated[begin::-1]):
        for (place, moment, _), instant in zip(part, _near([instant for *_, instant in part]), strict=True):
            told[place] = replace(rows[place], moment=replace(moment, instant=instant))
    return told


def _sureness(instant: datetime) -> int:
    if instant.year != NO_YEAR:
        return 0
    return 1 if (instant.month, instant.day) == (2, 29) else 2


def _near(instants: Sequence[datetime]) -> Iterator[datetime]:
    """Give dates one by one, each in the year in which it is nearest to the one before it."""
    before: datetime | None = None
    for instant in instants:
        if instant.year != NO_YEAR:
            before = instant
        elif before is None:
            before = instant.replace(year=_LEAP if _sureness(instant) == 1 else _COMMON)
        else:
            before = _nearest(instant, before)
        yield before


def _nearest(instant: datetime, near: datetime) -> datetime:
    years = range(max(near.year - _FARTHEST, 1), min(near.year + _FARTHEST, MAXYEAR) + 1)
    is_leap_day = _sureness(instant) == 1
    found = (instant.replace(year=year) for year in years if isleap(year) or not is_leap_day)
    return min(found, key=lambda one: abs(one - near))
