"""Dates as people write them in a MSEL: ISO, slashes, names of months in four languages, military date-time groups."""

import re
import unicodedata
from datetime import datetime, timedelta
from typing import Literal

from scenarios.exchange.clock_words import read_clock, zone_of
from scenarios.exchange.moment import NO_YEAR, Moment

# The first letters that tell the months apart, without accents.
_MONTHS = {
    1: ("jan", "ene"), 2: ("feb", "fev", "fevr"), 3: ("mar", "mars"), 4: ("apr", "abr", "avr"), 5: ("may", "mai"),
    6: ("jun", "juin"), 7: ("jul", "juil"), 8: ("aug", "ago", "aou"), 9: ("sep", "set"), 10: ("oct", "out"),
    11: ("nov",), 12: ("dec", "dic", "dez"),
}  # fmt: skip
_NUMBER = {name: number for number, names in _MONTHS.items() for name in names}
_GROUP = re.compile(
    r"(\d{2})\s?(\d{2})([0-5]\d)\s?([A-Z])?\s?"
    rf"((?:{'|'.join(_NUMBER)})[A-Z]{{0,2}})\.?\s?(\d{{4}}|\d{{2}})", re.I
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.+))?", re.I)
_SLASHES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ ,]+(.+))?", re.I)
_COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?:[T ]+(.+))?", re.I)
# What stands between a date and its time.
_AT = re.compile(r"^(?:at|a(?: las?)?|as|@|[-–—/|])\s+", re.I)
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º)?[ \-./]*(?:de |of )?([a-z]{3,10})\.?[ \-./,]*(?:de |del )?"
    r"(\d{4}|\d{2})(?:[ ,]+(.+))?",
    re.I,
)
_MONTH_FIRST = re.compile(r"([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,]+(.+))?", re.I)
# Without a year only the names of months are: “Decision 1” is none.
_MONTH_ALONE = (
    rf"(?P<month>{'|'.join(_NUMBER)}|sept|january|february|march|april|june|july|august|september|october|november|"
    r"december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|"
    r"janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|fevrier|avril|juillet|aout|"
    r"septembre|octobre|novembre|decembre)\.?"
)
_CLOCK_BEHIND = r"(?:[ ,]+(?P<clock>\D*\d{1,2}\D.*))?"
_DAY_AND_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|o)?[ \-./]*(?:de |of )?{_MONTH_ALONE}{_CLOCK_BEHIND}", re.I
)
# "Set 1" and "Out 2" are parts of a list before they are days of September and October.
_MONTH_AND_DAY = re.compile(
    rf"(?!set\b|out\b){_MONTH_ALONE}[ \-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_CLOCK_BEHIND}", re.I
)
_WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom|seg|ter|qua|qui|sex|mer|jeu|ven|sam|dim)"
    r"[a-z\-]*[.,]{0,2} +",
    re.I,
)


def read_date(words: str, day_first: bool) -> Moment | None:
    """Read a date, with a clock time or without; of ``5/3/10`` *day_first* says what the 5 is."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", words) if not unicodedata.combining(one))
    # "mar" is a day of the week in two languages, and a month in four.
    return _read(bare, day_first) or _read(_WEEKDAY.sub("", bare, count=1), day_first)


def read_date_without_year(words: str) -> Moment | None:
    """Read a date that has a month by its name and no year, such as ``2-Mar``, as one of the year ``NO_YEAR``."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", words) if not unicodedata.combining(one))
    # "mar 2" is the second of March before it is a Tuesday.
    for said in (bare, _WEEKDAY.sub("", bare, count=1)):
        if found := _DAY_AND_MONTH.fullmatch(said) or _MONTH_AND_DAY.fullmatch(said):
            parts = found.groupdict()
            return _moment(f"{NO_YEAR:04}", _month(parts["month"]), parts["day"], parts["clock"])
    return None


def _read(bare: str, day_first: bool) -> Moment | None:
    if found := _GROUP.fullmatch(bare):
        day, hour, minute, zone, month, year = found.groups()
        return _moment(year, _month(month), day, f"{hour}:{minute}", zone)
    if found := _ISO.fullmatch(bare) or _COMPACT.fullmatch(bare):
        year, month, day, clock = found.groups()
        return _moment(year, int(month), day, clock, ranges=False)
    if found := _SLASHES.fullmatch(bare):
        first, second, year, clock = found.groups()
        sure = int(first) > 12 or int(second) > 12
        by_day = int(first) > 12 if sure else day_first or "." in found[0][: found.start(3)]
        month, day = (second, first) if by_day else (first, second)
        return _moment(year, int(month), day, clock)
    if found := _NAMED.fullmatch(bare):
        day, month, year, clock = found.groups()
        return _moment(year, _month(month), day, clock)
    if found := _MONTH_FIRST.fullmatch(bare):
        month, day, year, clock = found.groups()
        return _moment(year, _month(month), day, clock)
    return None


def day_comes_first(words: str) -> Literal["yes", "no", "unsure", ""]:
    """Say of a date with slashes whether its day comes first; nothing where there is no such date."""
    found = _SLASHES.fullmatch(words)
    if not found or found[1] == found[2]:
        return ""
    if "." in words[: found.start(3)]:
        return "yes"
    if max(int(found[1]), int(found[2])) <= 12:
        return "unsure"
    return "yes" if int(found[1]) > 12 else "no"


def _month(word: str) -> int | None:
    return next((_NUMBER[word.lower()[:size]] for size in (4, 3) if word.lower()[:size] in _NUMBER), None)


def _moment(
    year: str, month: int | None, day: str, clock: str | None, zone: str | None = None, ranges: bool = True
) -> Moment | None:
    at = read_clock(_AT.sub("", clock.strip()), ranges) if clock and clock.strip() else Moment("clock")
    if month is None or at is None:
        return None
    try:
        instant = datetime(int(year) + (2000 if len(year) == 2 else 0), month, int(day)) + at.length  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None
    known: timedelta | None = zone_of(zone) if zone else at.zone
    return Moment("dated", at.length if clock else timedelta(0), None, instant, known)
