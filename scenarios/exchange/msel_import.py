"""A spreadsheet with a MSEL to a scenario: whole, or not at all, with every reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from scenarios.exchange.comma_table import read_comma_table
from scenarios.exchange.findings import RowFindings
from scenarios.exchange.foreign_list import Understood, understand
from scenarios.exchange.listing import Listing, find_listing
from scenarios.exchange.moment import Moment
from scenarios.exchange.own_list import MARK, own_mapping, understand_own
from scenarios.exchange.sheet import ExchangeError
from scenarios.exchange.spreadsheet import read_spreadsheet
from scenarios.exchange.yaml_text import write_scenario
from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.package_bounds import PackageError

MOST_BYTES = 10 * 1024 * 1024
SHEETS = (".csv", ".tsv", ".xlsx", ".xls")


@dataclass(frozen=True)
class Imported:
    """The scenario as YAML, ``None`` where anything stands in the way; what was found where; and all findings."""

    text: str | None
    findings: list[Finding]
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    rows: int = 0
    imported: int = 0


def import_msel(
    data: bytes, file: str, *, sheet: str | None = None, start: Moment | None = None, skip_bad_rows: bool = False,
    files: Mapping[str, bytes] | None = None,
) -> Imported:  # fmt: skip
    """Read the bytes of a spreadsheet whose name is *file*; whatever they are, the answer is findings.

    *sheet* names the one that is the list; *start* is STARTEX where the list has clock times only; *files* are the
    attachments that will lie beside the scenario.
    """
    try:
        if len(data) > MOST_BYTES:
            raise ExchangeError("file_too_large", file, bytes=len(data), most=MOST_BYTES)
        comma = PurePath(file).suffix.lower() in (".csv", ".tsv")
        sheets = read_comma_table(data, file) if comma else read_spreadsheet(data, file)
        listing = find_listing(sheets, sheet, file)
    except (ExchangeError, PackageError) as error:
        return Imported(None, [error.finding])
    findings = RowFindings(file, lenient=skip_bad_rows)
    if MARK in listing.block:
        understood, mapping = understand_own(listing, findings), own_mapping(listing)
    else:
        understood, mapping = understand(listing, start, PurePath(file).stem, findings), listing.mapping()
    return _imported(listing, mapping, understood, findings, files or {})


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
        imported,
    )  # fmt: skip


def _in_the_sheet(finding: Finding, starts: list[int], numbers: list[int]) -> Finding:
    """Give a finding of the scenario at the row that it comes from."""
    row = next((row for line, row in reversed(list(zip(starts, numbers, strict=True))) if line <= finding.line), 1)
    return Finding(finding.file, row, 1, finding.severity, finding.code, finding.parameters)
