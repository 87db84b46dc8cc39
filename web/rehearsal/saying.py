"""How a rehearsal's times and numbers are written."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from scoring.rounding import two_decimals
from web.words import LOCALES, say_count

MINUTE = timedelta(minutes=1)


def clock(at: timedelta) -> str:
    """Write a drill time: such as *T+0:04:10*."""
    seconds = at // timedelta(seconds=1)
    return f"T+{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def length(language: str, time: timedelta) -> str:
    """Write a length in minutes, and seconds where it has some: such as *2 min 30 s*."""
    minutes, seconds = divmod(time // timedelta(seconds=1), 60)
    told = [f"{minutes} min"] if minutes or not seconds else []
    return " ".join([*told, f"{seconds} s"] if seconds else told)


def number(language: str, value: Fraction | Decimal | int) -> str:
    """Write a number as its language does, with two decimals at most."""
    return str(format_decimal(two_decimals(Fraction(value)), "#,##0.##", locale=LOCALES[language]))


def teams(language: str, n: int) -> str:
    """Count teams."""
    return say_count(language, "%(n)s team", "%(n)s teams", n)


def between(least: int, most: int) -> str:
    """Write one number, or the least and the most."""
    return str(most) if least == most else f"{least}–{most}"
