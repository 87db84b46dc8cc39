"""What would become of a file, to be looked at before anything is written: its sheets, columns, rows, injects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from scenarios.exchange.cexf_import import CEXF, import_cexf
from scenarios.exchange.choices import KEEP, Choices
from scenarios.exchange.columns_seen import ColumnSeen, HeadSeen, columns_seen, heads_seen
from scenarios.exchange.foreign_list import title_of_file
from scenarios.exchange.listing import sheets_wanted
from scenarios.exchange.moment import Moment
from scenarios.exchange.msel_import import AS_FOUND, Imported, import_sheets, is_own, read_sheets
from scenarios.exchange.rows_seen import RowSeen, injects_seen, rows_seen
from scenarios.exchange.sheet import ExchangeError, Sheet, words_in
from scenarios.exchange.whole import whole_document
from scenarios.package_bounds import PackageError


@dataclass(frozen=True)
class SheetSeen:
    """A sheet by its name, with the number of its rows that hold anything."""

    name: str
    hidden: bool
    rows: int


@dataclass(frozen=True)
class Preview:
    """What an import would give, and all that it was found in.

    *heads* are the rows that could hold the headers; *own*: the list is one we wrote, and no column is to be chosen;
    *found_title* is the title that it has where none is chosen;
    *remembered*: its columns are as they were chosen for a list of this shape before; *signature* names the shape.
    """

    read: Imported
    sheets: Sequence[SheetSeen] = ()
    sheet: str | None = None
    header_row: int | None = None
    heads: Sequence[HeadSeen] = ()
    columns: Sequence[ColumnSeen] = ()
    rows: Sequence[RowSeen] = ()
    rows_left_out: int = 0
    languages: Sequence[str] = ()
    language: str | None = None
    title: Any = ""
    found_title: str = ""
    clock: str = ""
    own: bool = False
    remembered: bool = False
    signature: str = ""

    @classmethod
    def refused(cls, error: ExchangeError | PackageError) -> "Preview":
        """Give what is seen of a file that cannot be read at all."""
        return cls(Imported(None, [error.finding]))


def preview(
    data: bytes, file: str, *, choices: Choices = AS_FOUND, start: Moment | None = None, skip_bad_rows: bool = False
) -> Preview:
    """Look at a spreadsheet or a CEXF file whose name is *file*; whatever its bytes are, the answer is findings."""
    if PurePath(file).suffix.lower() == CEXF:
        return _of_cexf(import_cexf(data, file))
    try:
        sheets = read_sheets(data, file)
        wanted = sheets_wanted(sheets, choices.sheet, file)
    except (ExchangeError, PackageError) as error:
        return Preview.refused(error)
    read = import_sheets(sheets, file, choices=choices, start=start, skip_bad_rows=skip_bad_rows)
    seen = [SheetSeen(one.name, one.hidden, sum(map(_holds_anything, one.rows))) for one in sheets]
    if read.listing is None or read.understood is None:
        return _without_list(read, seen, wanted, choices)
    listing, understood = read.listing, read.understood
    own = is_own(listing)
    columns = columns_seen(listing.sheet, listing.header_row, listing.headers)
    seen_columns = _of_ours(columns.seen, read.mapping) if own else columns.seen
    rows, left_out = rows_seen(listing, understood, read.findings, own=own)
    said = understood.head.get("languages")
    return Preview(
        read, seen, listing.sheet.name, listing.header_row + 1, heads_seen(listing.sheet), seen_columns, rows,
        left_out,
        languages=said if isinstance(said, list) else [],
        language=None if own or any(one.text_language for one in listing.headers) else listing.language,
        title=understood.head.get("title", ""),
        found_title="" if own else listing.found_title or title_of_file(PurePath(file).stem),
        clock=understood.clock, own=own, signature=columns.signature,
        remembered=not choices.columns and columns.signature in choices.remembered,
    )  # fmt: skip


def _of_ours(columns: Sequence[ColumnSeen], mapping: Mapping[str, str | None]) -> list[ColumnSeen]:
    """Say of the columns of our own list which key each is: it may be more than a field."""
    return [replace(one, target=mapping.get(one.name) or KEEP) for one in columns]


def _of_cexf(read: Imported) -> Preview:
    document = whole_document(read.text.encode()) if read.text else {}
    rows, left_out = injects_seen(document.get("injects", []))
    return Preview(
        read, rows=rows, rows_left_out=left_out, languages=document.get("languages", []),
        title=document.get("title", ""), own=True,
    )  # fmt: skip


def _without_list(read: Imported, seen: Sequence[SheetSeen], wanted: Sequence[Sheet], choices: Choices) -> Preview:
    """Show what is there all the same, so that a person can say which row is the headers, and what the columns are."""
    shown = [one for one in wanted if not one.hidden] or list(wanted)
    sheet = max(shown, key=lambda one: sum(map(_holds_anything, one.rows)), default=None)
    if sheet is None:
        return Preview(read, seen)
    heads = heads_seen(sheet)
    row = choices.header_row or next((one.number for one in heads), None)
    if row is None or row > len(sheet.rows):
        return Preview(read, seen, sheet.name, heads=heads)
    columns = columns_seen(sheet, row - 1, None, choices)
    return Preview(read, seen, sheet.name, row, heads, columns.seen, signature=columns.signature)


def _holds_anything(row: Sequence[Any]) -> bool:
    return any(value != "" and words_in(value) for value in row)
