"""Instants in words, each with where its clock hangs; never a word such as midnight, which is two moments."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, get_timezone_location

from web.words import LOCALES

# A day with its name, and a time of 24 hours in every language.
PATTERNS = {
    "es": "EEEE d 'de' MMMM 'de' y, HH:mm",
    "pt": "EEEE, d 'de' MMMM 'de' y, HH:mm",
    "en": "EEEE d MMMM y, HH:mm",
    "fr": "EEEE d MMMM y, HH:mm",
}


def instant_words(language: str, instant: datetime, zone: str = "UTC") -> str:
    """Give such as *Wednesday 30 June 2021, 22:00 UTC*; of another zone the city is named."""
    where = "UTC" if zone == "UTC" else f"({zone_words(language, zone)})"
    told = format_datetime(instant.astimezone(ZoneInfo(zone)), PATTERNS[language], locale=LOCALES[language])
    return f"{told} {where}"


def zone_words(language: str, zone: str) -> str:
    """Give the city that a zone is known by, in a language."""
    return str(get_timezone_location(ZoneInfo(zone), locale=LOCALES[language], return_city=True))


def moments(language: str, instant: datetime, zones: Sequence[str] = ()) -> list[str]:
    """Give an instant in each of the *zones* and in UTC."""
    return [instant_words(language, instant, zone) for zone in (*(one for one in zones if one != "UTC"), "UTC")]


def written(instant: datetime) -> str:
    """Give an instant as a ``time`` element has it."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
