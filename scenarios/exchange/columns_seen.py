"""The columns of a list as a person looks at them: what stands in them, what they are taken for, what they could be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scenarios.exchange.choices import KEEP, Choices, named, signature, target_of, unnamed
from scenarios.exchange.header_parts import fill_gaps
from scenarios.exchange.headers import Header, map_columns, weigh
from scenarios.exchange.listing import headers_of
from scenarios.exchange.sheet import Broken, Sheet, in_short, words_in
from scenarios.exchange.two_rows import header_words, words_of_headers

_SAMPLES, _LONGEST = 3, 80
# Rows that could hold the headers are shown from the top, as far as headers are looked for; a sample from further down.
_HEADS, _FARTHEST, _DEEPEST = 40, 100, 1_000
_FEWEST = 2


@dataclass(frozen=True)
class ColumnSeen:
    """A column by its place from 0 and its name; what it is, what it was recognised as, and some of what it holds."""

    place: int
    name: str
    target: str
    found: str
    chosen: bool
    samples: Sequence[str]


@dataclass(frozen=True)
class HeadSeen:
    """A row that could hold the headers, by its number from 1 and the words in it."""

    number: int
    words: str


@dataclass(frozen=True)
class Columns:
    """The columns of a row of headers, and the signature of lists of this shape."""

    seen: Sequence[ColumnSeen]
    signature: str


def columns_seen(sheet: Sheet, row: int, headers: Sequence[Header] | None, choices: Choices | None = None) -> Columns:
    """Look at the columns under a row, from 0, as they were understood or, without *headers*, as they are chosen."""
    words = words_of_headers(sheet.rows, row)
    understood = headers_of(words, choices or Choices()) if headers is None else headers
    found = {header.place: target_of(header) for header in _found(words)}
    columns = named(understood)
    known = {header.place for _name, header in columns}
    # What stands under no header is kept too, and may be chosen to be something.
    columns += [(unnamed(place), Header(place, unnamed(place))) for place in range(len(words)) if place not in known]
    seen = [
        ColumnSeen(
            header.place, name, target_of(header), found.get(header.place, KEEP), header.chosen,
            _samples(sheet, row, header.place),
        )
        for name, header in sorted(columns, key=lambda one: one[1].place)
    ]  # fmt: skip
    return Columns([one for one in seen if one.place in known or one.samples], signature(words))


def _found(words: Sequence[str]) -> list[Header]:
    headers = map_columns(words)
    return fill_gaps(headers, sure=weigh(headers) > 0)


def _samples(sheet: Sheet, row: int, place: int) -> list[str]:
    """Give the first different things that stand below a header."""
    return list(islice(dict.fromkeys(_below(sheet, row, place)), _SAMPLES))


def _below(sheet: Sheet, row: int, place: int) -> Iterator[str]:
    for cells in sheet.rows[row + 1 : row + 1 + _DEEPEST]:
        value = cells[place] if place < len(cells) else ""
        if words := value.what if isinstance(value, Broken) else words_in(value):
            yield in_short(words, _LONGEST)


def heads_seen(sheet: Sheet) -> list[HeadSeen]:
    """Give the rows near the top that could hold the headers: those with words in two columns or more."""
    rows = ((number, header_words(row)) for number, row in enumerate(sheet.rows[:_FARTHEST], start=1))
    said = ((number, [" ".join(one.split()) for one in words if one]) for number, words in rows)
    heads = (HeadSeen(number, in_short(" · ".join(words), _LONGEST)) for number, words in said if len(words) >= _FEWEST)
    return list(islice(heads, _HEADS))
