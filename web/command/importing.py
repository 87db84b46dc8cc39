"""``prontas import``: a spreadsheet with a MSEL, or a CEXF file, to a scenario; whole, or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from scenarios.bounded_file import read_bytes
from scenarios.exchange.choices import Choices, is_target
from scenarios.exchange.import_file import import_file
from scenarios.exchange.json_places import MOST_BYTES
from scenarios.exchange.mapping_file import read_mapping, unknown_field
from scenarios.exchange.moment import Moment
from scenarios.exchange.msel_import import Imported
from scenarios.exchange.schedule import read_start
from scenarios.finding import Finding
from scenarios.package import DOCUMENT
from scenarios.rules_findings import Findings
from web.command.printing import count, document_of, line_of, print_document, summary_of
from web.command.whole_file import keep_former, write_whole
from web.command.words import Verb, _, _n, said_in
from web.words import N_, say
from web.words.exchange_findings import EXCHANGE_FINDINGS
from web.words.findings import NEAREST


class Start(click.ParamType[Moment]):
    """An instant of STARTEX, or its clock time."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it."""
        moment = value if isinstance(value, Moment) else read_start(value)
        if moment is None:
            self.fail(_("“%(value)s” is not an instant. Write it like 2031-03-03T09:00-06:00 or 09:00.", value=value))
        return moment


class ColumnField(click.ParamType[tuple[str, str]]):
    """What one column is: its name, and a field, ``keep`` or ``ignore``."""

    name = "column=field"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it; a header may hold the sign itself, no field does."""
        if isinstance(value, tuple):
            return value
        column, sign, field = (part.strip() for part in str(value).rpartition("="))
        if not sign or not column:
            self.fail(_("“%(value)s” names no column. Write it like Subject=title.", value=value))
        if not is_target(field):
            told, unknown = unknown_field(field), EXCHANGE_FINDINGS["field_unknown"]
            words = say(said_in(), unknown, **told)
            self.fail(f"{words} {_(NEAREST, nearest=told['nearest'])}" if told["nearest"] else words)
        return column, field


@click.command(
    cls=Verb, name="import",
    help=N_("Bring a spreadsheet with a MSEL (.xlsx .xls .csv) or a CEXF file (.json) into a scenario. "
            "What is written passes prontas check; where anything stands in the way, nothing is written."),
)  # fmt: skip
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--to", type=click.Path(path_type=Path), required=True, metavar="SCENARIO.YAML",
              help=N_("The scenario to write, or its folder."))  # fmt: skip
@click.option("--sheet", metavar="NAME", help=N_("The sheet that is the list; found by itself unless given."))
@click.option("--header-row", type=click.IntRange(1), metavar="N",
              help=N_("The row that holds the headers; found by itself unless given."))  # fmt: skip
@click.option("--map", "columns", type=ColumnField(), multiple=True, metavar="COLUMN=FIELD",
              help=N_("What a column is, where it is not recognised: a field, “title [pt]”, keep or ignore. "
                      "Repeatable."))  # fmt: skip
@click.option("--mapping", type=click.Path(path_type=Path), metavar="FILE",
              help=N_("What the columns are, as --json prints it. What --map says comes first."))  # fmt: skip
@click.option("--title", metavar="TEXT", help=N_("The title of the scenario; the one above the headers unless given."))
@click.option("--start", type=Start(), metavar="INSTANT",
              help=N_("When STARTEX is, where the list has clock times only."))  # fmt: skip
@click.option("--skip-bad-rows", is_flag=True, help=N_("Leave out rows that cannot be an inject, and say which."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
@click.pass_context
def command(
    ctx: click.Context, file: Path, to: Path, sheet: str | None, header_row: int | None,
    columns: tuple[tuple[str, str], ...], mapping: Path | None, title: str | None, start: Moment | None,
    skip_bad_rows: bool, as_json: bool,
) -> None:  # fmt: skip
    """Read, check, and only then write."""
    path = to / DOCUMENT if to.is_dir() else to
    known, findings = _columns_in(mapping) if mapping else ({}, [])
    choices = Choices(sheet, header_row, {**known, **dict(columns)}, title=title)
    read = Imported(None, findings)
    if not findings:
        with _quiet():
            read = import_file(file, beside=path.parent, choices=choices, start=start, skip_bad_rows=skip_bad_rows)
    kept = None
    if read.text is not None:
        kept = keep_former(path, read.text.encode())
        write_whole(path, read.text.encode())
    if as_json:
        print_document(**document(read, path, kept))
    else:
        tell(read, path, kept)
    ctx.exit(0 if read.text is not None else 1)


def _columns_in(mapping: Path) -> tuple[dict[str, str], list[Finding]]:
    findings = Findings(str(mapping))
    data = read_bytes(mapping, MOST_BYTES, findings)
    return ({}, findings.found) if data is None else read_mapping(data, str(mapping))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what a library prints by itself about a broken file from those who read ours: it looks like a traceback."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def document(read: Imported, path: Path, kept: Path | None) -> dict[str, Any]:
    """Give the parts of the JSON document; rows and columns count from 1."""
    return {
        "file": str(path) if read.text is not None else None, "kept": str(kept) if kept else None, "sheet": read.sheet,
        "header_row": read.header_row,
        "mapping": dict(read.mapping), "unmapped": [name for name, field in read.mapping.items() if field is None],
        "rows": read.rows, "imported": read.imported, "findings": [finding_document(one) for one in read.findings],
        "errors": count(read.findings, "error"), "warnings": count(read.findings, "warning"),
    }  # fmt: skip


def finding_document(finding: Finding) -> dict[str, Any]:
    """Give one finding by row, column and cause, beside what every finding has."""
    return {"row": finding.line, "cause": finding.code, **document_of(finding)}


def tell(read: Imported, path: Path, kept: Path | None) -> None:
    """Print the findings where errors go, and what came of it."""
    for finding in read.findings:
        click.echo(line_of(finding), err=True)
    if read.text is None:
        click.echo(_("Nothing was written. %(summary)s.", summary=summary_of(read.findings)), err=True)
        return
    if kept:
        click.echo(_("What %(file)s held before is kept in %(kept)s.", file=path, kept=kept), err=True)
    if read.sheet:
        click.echo(_("The list is in the sheet “%(sheet)s”, its headers in row %(row)s.", sheet=read.sheet,
                     row=read.header_row))  # fmt: skip
    click.echo(_n("%(n)s inject (rows: %(rows)s), written to %(file)s.",
                  "%(n)s injects (rows: %(rows)s), written to %(file)s.",
                  read.imported, rows=read.rows, file=path))  # fmt: skip
    if read.findings:
        click.echo(_("Look at what is said above, then run: prontas check %(file)s", file=path))
