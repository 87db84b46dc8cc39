"""What a person has decided about a list: its sheet, the row of its headers, and what each of its columns is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from scenarios.exchange.headers import IGNORE, TEXTS, Header, fields_known, read_header

KEEP = "keep"
_TARGET = re.compile(r"([a-z_]+)(?: ?\[([A-Za-z]{2}(?:-[A-Za-z]{2})?)\])?")
Columns = Mapping[str, str]


@dataclass(frozen=True)
class Choices:
    """What is not left to be found by itself.

    - *header_row* counts from 1;
    - *columns* says by a column's name what it is, as ``target_of`` writes it;
    - *remembered* holds such mappings of earlier lists, by their ``signature``;
    - *language* is that of the texts, where no column says its own;
    - *title* is that of the scenario.
    """

    sheet: str | None = None
    header_row: int | None = None
    columns: Columns = field(default_factory=dict)
    remembered: Mapping[str, Columns] = field(default_factory=dict)
    language: str | None = None
    title: str | None = None


def targets() -> tuple[str, ...]:
    """Give all that a column can be, texts without their language."""
    return (*fields_known(), KEEP, IGNORE)


def is_target(written: str) -> bool:
    """Say whether words name a field, a text in a language such as ``title [pt]``, ``keep`` or ``ignore``."""
    found = _TARGET.fullmatch(written)
    return found is not None and found[1] in targets() and (not found[2] or found[1] in TEXTS)


def target_of(header: Header) -> str:
    """Give what a column is taken for, the way it is chosen."""
    language = f" [{header.text_language}]" if header.text_language else ""
    return f"{header.field}{language}" if header.field else KEEP


def says_more(header: Header) -> bool:
    """Say whether a column is in a language that its words do not name."""
    return bool(header.text_language) and header.text_language != header.said_language


def read_row(row: Sequence[str], columns: Columns) -> list[Header]:
    """Understand the headers of a row by themselves, but for those of which *columns* says what they are.

    A column without a header is there only where it is chosen, under the name that ``unnamed`` gives it.
    """
    headers = [
        read_header(place, words or unnamed(place))
        for place, words in enumerate(row)
        if words or unnamed(place) in columns
    ]
    chosen = {header.place: columns[name] for name, header in named(headers) if name in columns}
    return [_as_chosen(header, chosen.get(header.place)) for header in headers]


def _as_chosen(header: Header, target: str | None) -> Header:
    # What was remembered by another version may be no field any more.
    found = _TARGET.fullmatch(target or "")
    if not found or found[1] not in targets():
        return header
    what = None if found[1] == KEEP else found[1]
    language = found[2].lower() if found[2] else header.said_language if what in TEXTS else ""
    # Its rank comes before that of all that are only recognised.
    return replace(header, field=what, rank=-1, text_language=language, chosen=True)


def named(headers: Sequence[Header]) -> list[tuple[str, Header]]:
    """Give the columns, each under a name of its own: the words above it, equal ones counted."""
    found: dict[str, Header] = {}
    for header in headers:
        bare = " ".join(header.words.split())
        name, number = bare, 2
        while name in found:
            name, number = f"{bare} ({number})", number + 1
        found[name] = header
    return list(found.items())


def unnamed(place: int) -> str:
    """Name a column without a header by its place, from 0."""
    return f"column {place + 1}"


def signature(row: Sequence[str]) -> str:
    """Give what lists of one shape share: the names of their columns, in any order."""
    names = sorted(" ".join(words.split()) for words in row if words)
    return sha256("\n".join(names).encode()).hexdigest()
