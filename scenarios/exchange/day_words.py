"""The day that a row between the injects says for all that follow: “Day 2”, “Día dos – Recuperación”, a date."""

import re
from datetime import date, datetime

from scenarios.exchange.date_words import read_date, read_date_without_year
from scenarios.exchange.moment import Moment
from scenarios.exchange.sheet import Value, words_in

_NUMBERS = (
    ("one", "uno", "um", "un"), ("two", "dos", "dois", "deux"), ("three", "tres", "trois"),
    ("four", "cuatro", "quatro", "quatre"), ("five", "cinco", "cinq"),
)  # fmt: skip
_COUNT = {word: number for number, words in enumerate(_NUMBERS, start=1) for word in words} | {"três": 3}
_DAY = re.compile(
    r"\W*(?:(?:exercise|play|game)\s+)?(?:day|d[ií]a|jour(?:née)?|jornada)\s*(?:n[.º°o]*\s*|#\s*)?"
    rf"(\d{{1,3}}|{'|'.join(_COUNT)})\b.*", re.I | re.S
)  # fmt: skip


def read_day(value: Value, day_first: bool = False) -> Moment | None:
    """Give the day of play, or the date, that a cell says alone or begins with; ``None`` where it says none.

    A date may be of ``NO_YEAR``.
    """
    if isinstance(value, datetime | date):
        return Moment("dated", instant=datetime(value.year, value.month, value.day))  # noqa: DTZ001 no zones here
    words = " ".join(words_in(value).split())
    if found := _DAY.fullmatch(words):
        written = found[1].lower()
        return Moment("clock", day=(_COUNT.get(written) or int(written)) - 1)
    return read_date(words, day_first) or read_date_without_year(words)
