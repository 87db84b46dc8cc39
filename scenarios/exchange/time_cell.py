"""What a cell of a MSEL says of time: as a value of the spreadsheet, or in any of the notations of the field."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from scenarios.exchange.clock_words import read_clock, read_length
from scenarios.exchange.date_words import read_date
from scenarios.exchange.moment import DAY, MINUTE, Moment
from scenarios.exchange.sheet import Value, words_in

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 a spreadsheet knows no zone
_SERIALS = range(20_000, 80_000)  # the days of 1954 to 2119
_HAND = re.compile(
    r"tb[dc]|n/?a|as (?:needed|required)|if (?:needed|required)|on (?:call|demand|order|request)|ad[ -]?hoc|manual|"
    r"manually|contingen\w+|when (?:needed|required|asked)|anytime|any time|floating|-+|–|—|\?+|"
    r"a demanda|seg[uú]n (?:sea )?(?:necesario|necesidad|se requiera)|si (?:es necesario|se requiere|se necesita)|"
    r"por definir|"
    r"sob demanda|conforme (?:a )?necess\w+|se necess[aá]rio|a definir|"
    r"au besoin|si n[eé]cessaire|sur demande|[aà] d[eé]finir|manuel(?:le)?(?:ment)?", re.I
)  # fmt: skip
_START = re.compile(
    r"(?:start[ -]?ex|stex|[tehdj])\s*[-–−+]?\s*0*(?::00)*|(?:h|zero)[ -]?hour|hora[ -](?:h|cero|zero)|"
    r"heure[ -](?:h|z[eé]ro)|d[ -]?day|d[ií]a[ -]d|jour[ -]j", re.I
)  # fmt: skip
_SIGNED = re.compile(r"(?:(?:start[ -]?ex|[teh])\s*)?([+\-–−]|plus(?=\s))\s*(\S.*)", re.I)
_STEP = re.compile(r"([djhms])\s*([+\-–−])\s*(\d{1,5})(?::(\d{2}))?(?!\d)", re.I)
_ON_DAY = re.compile(r"(?:d|j)\s*([+\-–−])\s*(\d{1,3})[ ,/@]+(?!h\b|m\s*[+\-])(\S.*)", re.I)
_FIRST_DAY = re.compile(r"(?:d[ -]?day|d[ií]a[ -]d|jour[ -]j|[dj])[ ,/@]+(\S.*)", re.I)
_NTH_DAY = re.compile(r"(?:day|d[ií]a|jour|j|d)\s*(\d{1,3})(?:[ ,:;/@\-–]+(\S.*))?", re.I)
# What stands around a time and changes nothing: "hacia las 10:00", "'09:00", "09:30 (BRT)".
_ABOUT = re.compile(
    r"^(?:['’@~≈]|ca\.?|c\.|approx\.?|aprox\.?|env\.?|vers|around|about|at|from|(?:hacia |desde |a )las?|de|desde|às|"
    r"(?:por volta )?das|à)\s*(?=\d)|\s+(?:approx\.?|aprox\.?|env\.?|\([^\W\d]{1,12}\))$", re.I
)  # fmt: skip
_NTH_MINUTE = re.compile(r"min(?:ut[eo])?s?\.?\s*(\d{1,4})", re.I)
# What a spreadsheet holds beneath a date or a time, written out as it is; 9.30 is a clock time.
_SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?|[01][.,](?:\d|\d{3,})")
_FEW_DIGITS = re.compile(r"\d{1,2}|[1-9]\d{2}")
_BARE = re.compile(r"[\d:.]+")
_LONGEST = 100
_UNITS = {"d": DAY, "j": DAY, "h": timedelta(hours=1), "m": MINUTE, "s": timedelta(seconds=1)}


def read_time(value: Value, day_first: bool = False, offsets: bool = False) -> Moment | None:
    """Give the moment a cell says; ``None`` where it says none.

    In a column of *offsets* bare times count from STARTEX.
    """
    match value:
        case datetime() if value.year < 1905:
            return Moment("clock", value - datetime(value.year, value.month, value.day))  # noqa: DTZ001
        case datetime():
            return Moment("dated", value - datetime(value.year, value.month, value.day), None, value)  # noqa: DTZ001
        case date():
            return Moment("dated", instant=datetime(value.year, value.month, value.day))  # noqa: DTZ001
        case time():
            length = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
            return Moment("offset" if offsets else "clock", length)
        case timedelta():
            return Moment("offset", timedelta(seconds=round(value.total_seconds())))
        case bool():
            return None
        case int() | float() if (found := _of_number(float(value), offsets)) is not None:
            return found
    return read_time_words(words_in(value), day_first, offsets)


def _of_number(number: float, offsets: bool) -> Moment | None:
    if 0 < number < 1:
        length = timedelta(seconds=round(number * 86400))
        return Moment("offset" if offsets else "clock", length)
    if offsets and abs(number) < 100_000:
        return Moment("offset", timedelta(seconds=round(number * 60)))
    if int(number) in _SERIALS:
        instant = _EPOCH + timedelta(seconds=round(number * 86400))
        return Moment("dated", instant - datetime(instant.year, instant.month, instant.day), None, instant)  # noqa: DTZ001
    if 0 <= number < 100 and number.is_integer():
        return Moment("small", number * MINUTE)
    # A time on a later day, without the format of a time; with two digits it is 13:15 with a point.
    if 1 < number < 100 and round(number, 2) != number:
        seconds = round(number * 86400)
        return Moment("clock", timedelta(seconds=seconds % 86400), seconds // 86400)
    return None


def counts_minutes(cells: Iterable[str]) -> bool:
    """Say whether a column of bare numbers counts minutes: 0, 5, 90, 120 do, while 30, 900, 1315 are of a clock."""
    said = [words for words in cells if words and not _HAND.fullmatch(words)]
    return all(map(_FEW_DIGITS.fullmatch, said)) and min(map(len, said), default=3) < 3


def read_time_words(written: str, day_first: bool = False, offsets: bool = False) -> Moment | None:
    """Read the words of a cell of time."""
    words = _ABOUT.sub("", " ".join(written.split()))
    if _HAND.fullmatch(words):
        return Moment("hand")
    if _START.fullmatch(words):
        return Moment("offset")
    for reader in (_on_a_day, _in_steps, _signed):
        if moment := reader(words):
            return moment
    if found := _NTH_MINUTE.fullmatch(words):
        return Moment("offset", int(found[1]) * MINUTE)
    if offsets and (length := read_length(words)) is not None:
        return Moment("offset", length)
    if _SERIAL.fullmatch(words):
        return _of_number(float(words.replace(",", ".")), offsets)
    if moment := read_clock(words) or read_date(words, day_first):
        return moment
    if re.fullmatch(r"\d{1,2}", words):
        return Moment("small", int(words) * MINUTE)
    # Digits alone that are no clock time are a mistake, not a length.
    length = None if _BARE.fullmatch(words) else read_length(words)
    return None if length is None else Moment("offset", length)


def _on_a_day(words: str) -> Moment | None:
    if found := _ON_DAY.fullmatch(words):
        clock, day = read_clock(found[3]), int(found[2]) * _sign(found[1])
        return replace(clock, day=day) if clock else None
    if (found := _FIRST_DAY.fullmatch(words)) and (clock := read_clock(found[1])):
        return replace(clock, day=0)
    if found := _NTH_DAY.fullmatch(words):
        clock = read_clock(found[2]) if found[2] else Moment("clock")
        return replace(clock, day=int(found[1]) - 1) if clock else None
    return None


def _in_steps(words: str) -> Moment | None:
    steps = list(_STEP.finditer(words))
    if not steps or _STEP.sub("", words).strip(" ,;"):
        return None
    length = timedelta(0)
    for letter, sign, count, minutes in (step.groups() for step in steps):
        part = int(count) * _UNITS[letter.lower()] + int(minutes or 0) * (
            MINUTE if letter.lower() == "h" else timedelta()
        )
        length += part * _sign(sign)
    return Moment("offset", length)


def _signed(words: str) -> Moment | None:
    found = _SIGNED.fullmatch(words)
    length = read_length(found[2]) if found else None
    return None if found is None or length is None else Moment("offset", length * _sign(found[1]))


def _sign(written: str) -> int:
    return 1 if written in ("+", "plus") else -1
