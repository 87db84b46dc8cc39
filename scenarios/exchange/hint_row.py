"""A row under the headers that says how to fill in the columns, such as ``hh:mm`` under the times."""

import re
from collections.abc import Sequence

from scenarios.exchange.line import Kind, Line

_LONGEST = 60
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
# "24h" and what else may stand beside a pattern.
_BESIDE = re.compile(r"\b(?:(?:12|24)\s?h|am|pm|utc|gmt|local|or|ou|o|t|d)\b", re.I)
# The letters of hours, minutes, seconds, days, months and years in four languages, with a zone.
_LETTERS = re.compile(r"[adhjmsyz]+", re.I)
_DOUBLED = re.compile(r"(?:hh|mm|ss|dd|jj|aa|yy)", re.I)
_WORDS = re.compile(r"[^\W_]+")


def hint_row(lines: Sequence[tuple[Line, Kind]]) -> Line | None:
    """Give the first row under the headers where all that its times say is a pattern."""
    line, kind = next((one for one in lines if one[1] not in ("empty", "header")), (None, "empty"))
    if line is None or kind != "inject":
        return None
    times = [words for header in line.headers if header.field in ("at", "date") and (words := line.words(header))]
    return line if times and all(map(is_pattern, times)) else None


def is_pattern(words: str) -> bool:
    """Say whether words are only the pattern of a time or a date: ``HH:MM (local)``, ``jj/mm/aaaa``."""
    if len(words) > _LONGEST:
        return False
    bare = _IN_BRACKETS.sub(" ", words)
    # The whole of it may stand in brackets.
    parts = _WORDS.findall(_BESIDE.sub(" ", bare if _WORDS.search(bare) else words))
    return bool(parts) and all(map(_LETTERS.fullmatch, parts)) and any(map(_DOUBLED.match, parts))
