"""A spreadsheet with a MSEL to a scenario: whole, or not at all, with every reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from scenarios.exchange.choices import Choices
from scenarios.exchange.comma_table import looks_like_list, read_comma_table
from scenarios.exchange.findings import RowFindings
from scenarios.exchange.foreign_file import is_page
from scenarios.exchange.foreign_list import Understood, understand
from scenarios.exchange.listing import Listing, find_listing
from scenarios.exchange.moment import Moment
from scenarios.exchange.own_list import MARK, own_mapping, understand_own
from scenarios.exchange.sheet import ExchangeError, Sheet
from scenarios.exchange.spreadsheet import is_workbook, read_spreadsheet
from scenarios.exchange.yaml_text import write_scenario
from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.package_bounds import PackageError
from scenarios.quote import nearest, quote

MOST_BYTES = 10 * 1024 * 1024
SHEETS = (".csv", ".tsv", ".xlsx", ".xls")
AS_FOUND = Choices()


@dataclass(frozen=True)
class Imported:
    """The scenario as YAML, ``None`` where anything stands in the way; what was found where; and all findings.

    *listing* and *understood* are what they come from, where a list was found at all.
    """

    text: str | None
    findings: list[Finding]
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    rows: int = 0
    imported: int = 0
    listing: Listing | None = None
    understood: Understood | None = None


def import_msel(
    data: bytes, file: str, *, choices: Choices = AS_FOUND, start: Moment | None = None, skip_bad_rows: bool = False,
    files: Mapping[str, bytes] | None = None,
) -> Imported:  # fmt: skip
    """Read the bytes of a spreadsheet whose name is *file*; whatever they are, the answer is findings.

    *choices* are what is not to be found by itself; *start* is STARTEX where the list has clock times only; *files*
    are the attachments that will lie beside the scenario.
    """
    try:
        sheets = read_sheets(data, file)
    except (ExchangeError, PackageError) as error:
        return Imported(None, [error.finding])
    return import_sheets(sheets, file, choices=choices, start=start, skip_bad_rows=skip_bad_rows, files=files)


def read_sheets(data: bytes, file: str) -> list[Sheet]:
    """Give the sheets of a spreadsheet; raise ``ExchangeError`` or ``PackageError``."""
    if len(data) > MOST_BYTES:
        raise ExchangeError("file_too_large", file, bytes=len(data), most=MOST_BYTES)
    return read_comma_table(data, file) if is_comma_table(data, file) else read_spreadsheet(data, file)


def is_comma_table(data: bytes, file: str) -> bool:
    """Say whether a file is CSV: programs give a list the name of a workbook, and a workbook that of a list."""
    if is_workbook(data) or is_page(data):
        return False
    return PurePath(file).suffix.lower() in (".csv", ".tsv") or looks_like_list(data)


def import_sheets(
    sheets: Sequence[Sheet], file: str, *, choices: Choices, start: Moment | None, skip_bad_rows: bool,
    files: Mapping[str, bytes] | None = None,
) -> Imported:  # fmt: skip
    """Find the list in the sheets of a file and read it."""
    try:
        listing = find_listing(sheets, choices, file)
    except ExchangeError as error:
        return Imported(None, [error.finding])
    findings = RowFindings(file, lenient=skip_bad_rows)
    if is_own(listing):
        if choices.columns:
            findings.report(listing.header_row + 1, 1, "mapping_unused")
        if choices.title:
            findings.report(listing.header_row + 1, 1, "title_unused")
        understood, mapping = understand_own(listing, findings), own_mapping(listing)
    else:
        _find_columns(listing, choices, findings)
        if listing.others:
            told = ", ".join(f"{quote(name)} ({rows})" for name, rows in listing.others)[:300]
            findings.report(listing.header_row + 1, 1, "other_lists", sheet=quote(listing.sheet.name), sheets=told)
        understood, mapping = understand(listing, start, PurePath(file).stem, findings), listing.mapping()
    return _imported(listing, mapping, understood, findings, files or {})


def is_own(listing: Listing) -> bool:
    """Say whether a list is one that we have written, which says itself what its columns are."""
    return MARK in listing.block


def _find_columns(listing: Listing, choices: Choices, findings: RowFindings) -> None:
    """Report columns that were chosen and are not there: not to read one as it was meant is worse than to stop."""
    names = [name for name, _header in listing.named()]
    for name in choices.columns:
        if name not in names:
            told = {"value": quote(name), "columns": ", ".join(names)[:300], "nearest": nearest(name, names)}
            place = listing.header_row + 1
            findings.found.append(Finding(findings.file, place, 1, "error", "column_missing", told))
            findings.stopped = True


def _imported(
    listing: Listing, mapping: Mapping[str, str | None], understood: Understood, findings: RowFindings,
    files: Mapping[str, bytes],
) -> Imported:  # fmt: skip
    text = None
    if findings.sound and not understood.injects:
        findings.found.append(Finding(findings.file, listing.header_row + 1, 1, "error", "no_rows"))
    elif findings.sound:
        written, starts = write_scenario(understood.head, understood.injects)
        scenario, found = read_scenario_text(written, findings.file, files)
        text = written if scenario else None
        findings.found += [_in_the_sheet(one, starts, understood.numbers) for one in found if one.severity == "error"]
    imported = len(understood.injects) if text is not None else 0
    return Imported(
        text, sorted(findings.found), listing.sheet.name, listing.header_row + 1, mapping, understood.rows,
        imported, listing, understood,
    )  # fmt: skip


def _in_the_sheet(finding: Finding, starts: list[int], numbers: list[int]) -> Finding:
    """Give a finding of the scenario at the row that it comes from."""
    row = next((row for line, row in reversed(list(zip(starts, numbers, strict=True))) if line <= finding.line), 1)
    return Finding(finding.file, row, 1, finding.severity, finding.code, finding.parameters)
