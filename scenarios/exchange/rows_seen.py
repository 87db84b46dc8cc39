"""The rows of a list as a person looks at them: what each becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from injects.duration import parse_duration
from scenarios.exchange.foreign_list import Understood
from scenarios.exchange.line import Line, kind_of
from scenarios.exchange.listing import Listing
from scenarios.exchange.sheet import in_short, words_in
from scenarios.finding import Finding

# A person looks at so many; rows with something to say of them come first.
MOST_ROWS = 400
_LONGEST, _LISTED = 120, 8


@dataclass(frozen=True)
class RowSeen:
    """A row by its number from 1, 0 where the file has none; what it is, and the inject that it becomes.

    *at* is in seconds, ``None`` where it waits for a hand; *words* are those of a row that becomes no inject.
    """

    number: int
    kind: str
    words: str = ""
    id: str = ""
    at: float | None = None
    title: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def rows_seen(
    listing: Listing, understood: Understood, findings: Sequence[Finding], *, own: bool
) -> tuple[list[RowSeen], int]:
    """Give the rows below the headers, and how many were left out because there are too many."""
    injects = dict(zip(understood.numbers, understood.injects, strict=True))
    said = {finding.line for finding in findings}
    rows: list[RowSeen] = []
    left_out = 0
    below = enumerate(listing.sheet.rows[listing.header_row + 1 :], start=listing.header_row + 2)
    quiet = MOST_ROWS
    for number, cells in below:
        line = Line(number, cells, listing.headers)
        kind = "inject" if number in injects else "section" if number in understood.apart else _kind(line, own=own)
        if kind == "empty":
            continue
        quiet -= number not in said
        if len(rows) >= 2 * MOST_ROWS or (quiet < 0 and number not in said):
            left_out += 1
        else:
            rows.append(_inject(number, injects[number]) if number in injects else _other(line, kind))
    return rows, left_out


def _kind(line: Line, *, own: bool) -> str:
    kind = "inject" if own and any(map(words_in, line.values)) else "empty" if own else kind_of(line)
    # What could be an inject and has become none is a row that cannot be one.
    return "bad" if kind == "inject" else kind


def injects_seen(injects: Sequence[Mapping[str, Any]]) -> tuple[list[RowSeen], int]:
    """Give the injects of a file that has no rows, and how many were left out."""
    return [_inject(0, inject) for inject in injects[:MOST_ROWS]], max(len(injects) - MOST_ROWS, 0)


def _inject(number: int, inject: Mapping[str, Any]) -> RowSeen:
    at = inject.get("at")
    facts = {name: _words(inject[name]) for name in ("phase", "channel", "from", "to", "after") if inject.get(name)}
    seconds = None if at is None else parse_duration(at).total_seconds()
    return RowSeen(number, "inject", "", str(inject.get("id", "")), seconds, _words(inject.get("title", "")), facts)


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        value = next(iter(value.values()), "")
    return in_short(", ".join(map(str, value)) if isinstance(value, list) else str(value), _LONGEST)


def _other(line: Line, kind: str) -> RowSeen:
    return RowSeen(line.number, kind, in_short(" · ".join(line.texts[:_LISTED]), _LONGEST))
