"""The moments of a list to drill times: what STARTEX is, and which day a clock time belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from scenarios.exchange.clock_words import read_clock
from scenarios.exchange.date_words import read_date
from scenarios.exchange.moment import DAY, MINUTE, Moment

_HALF_DAY = DAY / 2
# The last instant of a day: the next one may be no date.
_LAST = DAY - timedelta.resolution
# A list whose clock begins in the first hour after midnight counts from STARTEX.
_FROM_ZERO = timedelta(hours=1)


@dataclass(frozen=True)
class Timed:
    """What a row says of time; whether it is one of the ends of play, or the *day* of all that follow."""

    moment: Moment | None
    role: Literal["inject", "startex", "endex", "day"] = "inject"


@dataclass(frozen=True)
class Schedule:
    """The drill time of each row, ``None`` where it has none; and whether the stated start was of use."""

    times: Sequence[timedelta | None]
    dated: bool


def read_start(written: str) -> Moment | None:
    """Read the instant of STARTEX as the command line is told it: an ISO instant, or a clock time."""
    return read_clock(written.strip()) or read_date(written.strip(), day_first=False)


def on_date(moment: Moment | None, date: Moment | None) -> Moment | None:
    """Put a clock time on the date that stands in a column beside it."""
    if date is None or (moment and moment.kind in ("dated", "offset", "hand")):
        return moment
    clock = moment or Moment("clock")
    if date.instant is not None:
        return replace(clock, kind="dated", instant=_midnight(date.instant) + min(clock.length, _LAST))
    if date.kind == "hand":
        return moment
    # "2" is the second day of play, "D+1" too.
    days = date.length // MINUTE - 1 if date.kind == "small" else date.length // DAY
    return replace(clock, kind="clock", day=days if date.day is None else date.day)


def schedule(rows: Sequence[Timed], start: Moment | None) -> Schedule:
    """Give the drill times of all rows. *start* is STARTEX where the list has clock times only."""
    clocks = any(row.moment and row.moment.kind == "clock" and row.role != "day" for row in rows)
    settled = [replace(row, moment=_settle(row.moment, clocks)) for row in rows]
    if any(row.moment and row.moment.kind == "dated" for row in settled):
        return Schedule(_dated(settled, start), True)
    return Schedule(_clocked(settled, start), False)


def _settle(moment: Moment | None, clocks: bool) -> Moment | None:
    """Read a bare small number as the rest of the column is read: 45 is 00:45, or 45 minutes."""
    if moment and moment.kind == "small":
        return replace(moment, kind="clock" if clocks else "offset")
    return moment


def _dated(rows: Sequence[Timed], start: Moment | None) -> list[timedelta | None]:
    zones = [row.moment.zone for row in rows if row.moment and row.moment.zone is not None]
    here = start.zone if start and start.zone is not None else next(iter(zones), timedelta(0))
    # Counted from the first of all days: a sum of dates may be none, however far it is.
    first = today = next(_day_of(row.moment) for row in rows if row.moment and row.moment.instant)
    before = timedelta(0)
    times: list[timedelta | None] = []
    for row in rows:
        moment = row.moment
        if moment and row.role == "day":
            today = _day_of(moment) if moment.instant else first + (moment.day or 0) * DAY
            before = timedelta(0)
            times.append(None)
        elif moment and moment.kind == "dated":
            today, before = _day_of(moment), moment.length
            times.append(today + moment.length - ((here if moment.zone is None else moment.zone) - here))
        elif moment and moment.kind == "clock" and moment.day is not None:
            times.append(first + moment.day * DAY + moment.length)
        elif moment and moment.kind == "clock":
            # A time without a date is of the day that the row above is of, or of the morning after it.
            today += DAY * (moment.length < before - _HALF_DAY)
            before = moment.length
            times.append(today + moment.length)
        else:
            times.append(None)
    begins = [at for row, at in zip(rows, times, strict=True) if row.role == "startex" and at]
    base = begins[0] if begins else min((at for at in times if at), default=first)
    return [_offset(row) if at is None else at - base for row, at in zip(rows, times, strict=True)]


def _day_of(moment: Moment) -> timedelta:
    since = moment.instant - datetime.min if moment.instant else timedelta(0)  # noqa: DTZ901 lists know no zones
    return DAY * round((since - moment.length) / DAY)


def _clocked(rows: Sequence[Timed], start: Moment | None) -> list[timedelta | None]:
    begins = next((place for place, row in enumerate(rows) if row.role == "startex" and row.moment), None)
    begin = start if start or begins is None else rows[begins].moment
    base = begin.length if begin and begin.kind in ("clock", "dated") else None
    before, today = base, 0
    times: list[timedelta | None] = []
    for row in rows:
        moment = row.moment
        if not moment or moment.kind != "clock":
            times.append(None)
            continue
        if row.role == "day":
            today, before = moment.day or 0, None
            times.append(None)
            continue
        if moment.day is not None:
            today = moment.day
        elif before is not None:
            # Half a day back is the next day's morning; half a day ahead, the evening before.
            today += (moment.length < before - _HALF_DAY) - (moment.length > before + _HALF_DAY)
        before = moment.length
        times.append(today * DAY + moment.length)
    known = [at for at in times if at is not None]
    if not start and begins is not None:
        base = times[begins]
    if base is None and known:
        base = timedelta(0) if timedelta(0) <= min(known) < _FROM_ZERO else min(known)
    return [_offset(row) if at is None else at - (base or timedelta(0)) for row, at in zip(rows, times, strict=True)]


def _offset(row: Timed) -> timedelta | None:
    return row.moment.length if row.moment and row.moment.kind == "offset" else None


def _midnight(instant: datetime) -> datetime:
    return datetime(instant.year, instant.month, instant.day)  # noqa: DTZ001 lists know no zones
