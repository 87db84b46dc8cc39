"""Where in a workbook the list of injects is: the sheet, the row of its headers, and what its columns say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scenarios.entries import MOST_ENTRIES
from scenarios.exchange.choices import Choices, named, read_row, says_more, signature, target_of
from scenarios.exchange.header_parts import fill_gaps
from scenarios.exchange.headers import Header, language_of, settle, weigh
from scenarios.exchange.list_title import LONGEST_TITLE, find_title
from scenarios.exchange.sheet import ExchangeError, Sheet, words_in
from scenarios.exchange.text_language import language_said
from scenarios.exchange.two_rows import names_groups, words_of_headers
from scenarios.quote import nearest, quote

# Headers are looked for in so many rows from the top.
_FARTHEST = 100
# So many rows tell in which language a list is written.
_MOST_READ = 200
# What is imported passes the check, so a list is no longer than a scenario may be.
MOST_ROWS = MOST_ENTRIES
# What we put beside a list, so that a scenario comes back whole: a row per key of the document.
BLOCK = re.compile(r"scenario\.(\S+)")
# How much a row looks like headers, its place from 0, its columns, and its sheet.
_Found = tuple[int, int, list[Header], Sheet]


@dataclass(frozen=True)
class Listing:
    """A sheet, the place of its header row from 0, its columns, and what stands above and beside it about all.

    *others* are the sheets that look like lists of injects too, each with the number of its rows.
    """

    sheet: Sheet
    header_row: int
    headers: Sequence[Header]
    block: Mapping[str, str]
    said_language: str | None = None
    said_title: str | None = None
    others: Sequence[tuple[str, int]] = ()

    @property
    def header_language(self) -> str:
        """Give the language of times and dates: the one that was chosen for the texts, else the one of the headers."""
        return self.said_language or language_of(self.headers)

    @cached_property
    def language(self) -> str:
        """Give the language of the texts: the one that was chosen, else theirs, else the one the headers are in."""
        return self.said_language or language_said(self._texts()) or self.header_language

    def _texts(self) -> Iterator[str]:
        places = [header.place for header in self.headers if header.field in ("title", "body")]
        for row in self.sheet.rows[self.header_row + 1 :][:_MOST_READ]:
            yield from (words_in(row[place]) for place in places if place < len(row) and isinstance(row[place], str))

    @property
    def title(self) -> str:
        """Give the title that was chosen, else the one above the headers, where there is any; it is one line."""
        chosen = " ".join(words_in(self.said_title or "").split())
        return (chosen or self.found_title)[:LONGEST_TITLE]

    @property
    def found_title(self) -> str:
        """Give the title above the headers, where there is any."""
        above = self.sheet.rows[: self.header_row]
        return find_title(above[:-1] if above and names_groups(above[-1]) else above)[:LONGEST_TITLE]

    def mapping(self) -> dict[str, str | None]:
        """Give for the words of each header the field it is, ``None`` where it is not known; equal ones are counted.

        A language is named where the words of the header do not name it, so that the mapping can be given again.
        """
        return {name: target_of(header) if says_more(header) else header.field for name, header in self.named()}

    def named(self) -> list[tuple[str, Header]]:
        """Give the columns, each under a name of its own."""
        return named(self.headers)


def find_listing(sheets: Sequence[Sheet], choices: Choices, file: str) -> Listing:
    """Find the list by itself, as far as nothing is chosen; raise ``ExchangeError`` where there is none."""
    block = _block(sheets)
    sheets = sheets_wanted(sheets, choices.sheet, file)
    # What is said by parts of headers alone counts where nothing says more: it never moves a list that is known.
    found = _recognised(sheets, choices)
    by_parts = [] if found and len(sheets) == 1 else _recognised(sheets, choices, by_parts=True)
    found = found or by_parts
    if not found:
        raise _without_headers(sheets, choices, file)
    # A list that is shown before one that is hidden, the fuller one of two alike, and the first of equals.
    best = max(found, key=lambda one: (not one[3].hidden, one[0], _fill(one)))
    if _fill(best) > MOST_ROWS:
        raise ExchangeError("sheet_too_much", file, best[1] + 1, most=MOST_ROWS)
    _weight, row, headers, sheet = best
    others = [] if choices.sheet else _others(by_parts, best)
    return Listing(
        sheet, row, fill_gaps(headers, sure=True), block, choices.language, choices.title, others
    )  # fmt: skip


def _recognised(sheets: Sequence[Sheet], choices: Choices, *, by_parts: bool = False) -> list[_Found]:
    found = [(*_best(sheet, choices, by_parts=by_parts), sheet) for sheet in sheets]
    return [one for one in found if one[0]]


def sheets_wanted(sheets: Sequence[Sheet], wanted: str | None, file: str) -> Sequence[Sheet]:
    """Give the one sheet that is *wanted*, all where none is named; raise ``ExchangeError`` where it is not there."""
    if wanted is None:
        return sheets
    exact = [one for one in sheets if one.name == wanted]
    alike = [one for one in sheets if one.name.strip().casefold() == wanted.strip().casefold()]
    if not exact and not alike:
        names = [one.name for one in sheets]
        listed, near = ", ".join(names)[:300], nearest(wanted, names)
        raise ExchangeError("sheet_missing", file, value=quote(wanted), sheets=listed, nearest=near)
    return (exact or alike)[:1]


def _others(by_parts: Sequence[_Found], best: _Found) -> list[tuple[str, int]]:
    """Give the lists beside the best that a reader could have meant: shown, with rows, and with times or as it is."""
    fields = _fields(best)
    return [
        (one[3].name, rows)
        for one in by_parts
        if one[3] is not best[3] and not one[3].hidden and (rows := _fill(one))
        and (_fields(one) & {"at", "date"} or _fields(one) == fields)
    ]  # fmt: skip


def _fields(found: _Found) -> set[str | None]:
    return {header.field for header in found[2] if header.field}


def _without_headers(sheets: Sequence[Sheet], choices: Choices, file: str) -> ExchangeError:
    row = choices.header_row or 1
    # A row that a person has chosen is the headers; what is missing is the column that an inject cannot do without.
    chosen = [words_of_headers(one.rows, row - 1) for one in sheets if choices.header_row and row <= len(one.rows)]
    names = (name for words in chosen for name, _header in named(headers_of(words, choices)))
    if columns := ", ".join(names)[:300]:
        return ExchangeError("no_title_column", file, row, columns=columns)
    if doubtful := next((one.doubtful for one in sheets if one.doubtful), ""):
        return ExchangeError("wrong_letters", file, row, value=quote(doubtful))
    return ExchangeError("no_header_row", file, row)


def _fill(found: _Found) -> int:
    return sum(any(words_in(value) for value in row) for row in found[3].rows[found[1] + 1 :])


def _best(sheet: Sheet, choices: Choices, *, by_parts: bool) -> tuple[int, int, list[Header]]:
    best: tuple[int, int, list[Header]] = (0, 0, [])
    chosen = choices.header_row
    places = range(_FARTHEST) if chosen is None else range(chosen - 1, chosen)
    for place in places[: max(len(sheet.rows) - places.start, 0)]:
        headers = headers_of(words_of_headers(sheet.rows, place), choices)
        headers = fill_gaps(headers, sure=False) if by_parts else headers
        if (weight := weigh(headers, fewest=2 if chosen is None else 1)) > best[0]:
            best = (weight, place, headers)
    return best


def headers_of(words: Sequence[str], choices: Choices) -> list[Header]:
    """Understand a row of headers, with all that a person has said of it, now or of another list of its shape."""
    columns = choices.columns
    if not columns and choices.remembered:
        columns = choices.remembered.get(signature(words), columns)
    return settle(read_row(words, columns))


def _block(sheets: Sequence[Sheet]) -> dict[str, str]:
    block: dict[str, str] = {}
    for row in (row for sheet in sheets for row in sheet.rows[:_FARTHEST]):
        if row and isinstance(row[0], str) and (key := BLOCK.fullmatch(row[0].strip())):
            block.setdefault(key[1], "".join(value for value in row[1:] if isinstance(value, str)))
    return block
