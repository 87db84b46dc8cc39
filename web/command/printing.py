"""How results are printed: findings a line each, tables in columns, documents as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import click

from scenarios.finding import Finding
from web.command.errors_page import place_of
from web.command.words import _n, said_in
from web.words.findings import words_of_finding

FORMAT = 1


def line_of(finding: Finding) -> str:
    """Write one finding: ``file:line:column: error CODE message``."""
    place = f"{finding.file}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity} {finding.code} {words_of_finding(finding, said_in())}"


def tell_findings(findings: Sequence[Finding]) -> bool:
    """Print findings where errors go, a line each, and say whether none of them is an error."""
    for finding in findings:
        click.echo(line_of(finding), err=True)
    return not count(findings, "error")


def document_of(finding: Finding) -> dict[str, Any]:
    """Give one finding as a part of a JSON document."""
    return {
        "file": finding.file, "line": finding.line, "column": finding.column, "severity": finding.severity,
        "code": finding.code, "message": words_of_finding(finding, said_in()), "parameters": dict(finding.parameters),
        "help": place_of(finding.code),
    }  # fmt: skip


def count(findings: Iterable[Finding], severity: str) -> int:
    """Count the findings of a severity."""
    return sum(finding.severity == severity for finding in findings)


def summary_of(findings: Sequence[Finding]) -> str:
    """Say in one line how many errors and warnings there are."""
    errors, warnings = count(findings, "error"), count(findings, "warning")
    told = [_n("%(n)s error", "%(n)s errors", errors), _n("%(n)s warning", "%(n)s warnings", warnings)]
    return ", ".join(told)


def print_document(**parts: Any) -> None:
    """Print a JSON document of format 1; equal content is equal byte for byte."""
    click.echo(json.dumps({"format": FORMAT, **parts}, ensure_ascii=False, indent=2))


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns; what looks like a number stands at the right."""
    cells = [[("—" if cell is None else str(cell)) for cell in row] for row in rows]
    widths = [max(len(row[place]) for row in [list(header), *cells]) for place in range(len(header))]
    numbers = [all(_is_number(row[place]) for row in cells) and bool(cells) for place in range(len(header))]
    for row in [list(header), *cells]:
        told = zip(row, widths, numbers, strict=True)
        line = "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in told)
        click.echo(line.rstrip())


def _is_number(cell: str) -> bool:
    return cell == "—" or cell.removeprefix("-").replace(".", "", 1).replace("/", "", 1).isdigit()
