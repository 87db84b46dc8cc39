"""Where in a workbook the list of injects is: the sheet, the row of its headers, and what its columns say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.exchange.headers import Header, language_of, map_columns, weigh
from scenarios.exchange.sheet import ExchangeError, Sheet, words_in
from scenarios.quote import nearest, quote

# Headers are looked for in so many rows from the top, and so many columns from the left.
_FARTHEST, _WIDEST = 100, 500
MOST_ROWS = 5_000
# What we put beside a list, so that a scenario comes back whole: a row per key of the document.
BLOCK = re.compile(r"scenario\.(\S+)")


@dataclass(frozen=True)
class Listing:
    """A sheet, the place of its header row from 0, its columns, and what stands above and beside it about all."""

    sheet: Sheet
    header_row: int
    headers: Sequence[Header]
    block: Mapping[str, str]

    @property
    def language(self) -> str:
        """Give the language the headers are in."""
        return language_of(self.headers)

    @property
    def title(self) -> str:
        """Give the first words above the headers, where there are any."""
        above = (words_in(value) for row in self.sheet.rows[: self.header_row] for value in row)
        return next((words for words in above if words), "")

    def mapping(self) -> dict[str, str | None]:
        """Give for the words of each header the field it is, ``None`` where it is not known; equal ones are counted."""
        found: dict[str, str | None] = {}
        for name, header in self.named():
            found[name] = header.field
        return found

    def named(self) -> list[tuple[str, Header]]:
        """Give the columns, each under a name of its own."""
        found: dict[str, Header] = {}
        for header in self.headers:
            name, number = " ".join(header.words.split()), 2
            while name in found:
                name, number = f"{' '.join(header.words.split())} ({number})", number + 1
            found[name] = header
        return list(found.items())


def find_listing(sheets: Sequence[Sheet], wanted: str | None, file: str) -> Listing:
    """Find the list by itself, or in the sheet that is *wanted*; raise ``ExchangeError`` where there is none."""
    block = _block(sheets)
    if wanted is not None:
        exact = [one for one in sheets if one.name == wanted]
        alike = [one for one in sheets if one.name.strip().casefold() == wanted.strip().casefold()]
        if not exact and not alike:
            names = [one.name for one in sheets]
            listed, near = ", ".join(names)[:300], nearest(wanted, names)
            raise ExchangeError("sheet_missing", file, value=quote(wanted), sheets=listed, nearest=near)
        sheets = (exact or alike)[:1]
    found = [(*_best(sheet), sheet) for sheet in sheets]
    # A list that is shown before one that is hidden, the fuller one of two alike, and the first of equals.
    found = [one for one in found if one[0]]
    if not found:
        raise ExchangeError("no_header_row", file)
    best = max(found, key=lambda one: (not one[3].hidden, one[0], _fill(one)))
    if _fill(best) > MOST_ROWS:
        raise ExchangeError("sheet_too_much", file, best[1] + 1, most=MOST_ROWS)
    _weight, row, headers, sheet = best
    return Listing(sheet, row, headers, block)


def _fill(found: tuple[int, int, list[Header], Sheet]) -> int:
    return sum(any(words_in(value) for value in row) for row in found[3].rows[found[1] + 1 :])


def _best(sheet: Sheet) -> tuple[int, int, list[Header]]:
    best: tuple[int, int, list[Header]] = (0, 0, [])
    for place, row in enumerate(sheet.rows[:_FARTHEST]):
        headers = map_columns([words_in(value) if isinstance(value, str) else "" for value in row[:_WIDEST]])
        if (weight := weigh(headers)) > best[0]:
            best = (weight, place, headers)
    return best


def _block(sheets: Sequence[Sheet]) -> dict[str, str]:
    block: dict[str, str] = {}
    for row in (row for sheet in sheets for row in sheet.rows[:_FARTHEST]):
        if row and isinstance(row[0], str) and (key := BLOCK.fullmatch(row[0].strip())):
            block.setdefault(key[1], "".join(value for value in row[1:] if isinstance(value, str)))
    return block
