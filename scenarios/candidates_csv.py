"""A file of candidates, one row each, to those that a selection chooses from."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from scenarios.bounded_file import read_bytes
from scenarios.csv_table import MOST_BYTES, Cell, Row, Table, read_table
from scenarios.finding import Finding
from scenarios.node import Mark
from scenarios.quote import nearest, quote
from scenarios.rules_findings import Findings
from scenarios.selection_rules import SelectionFile
from scenarios.yaml_composer import Report
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.ranking import rank

REQUIRED = ("id", "size", "merit")
COLUMNS = (*REQUIRED, "least", "order")
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
# As many digits as any program writes; a merit counts exactly as it is written.
_NUMBER = re.compile(r"[-+]?[0-9]{1,12}([.][0-9]{1,20})?")


def read_candidates(path: Path, source: SelectionFile) -> tuple[tuple[Candidate, ...], list[Finding]]:
    """Read the candidates of a file; select from them only where no finding is an error."""
    findings = Findings(str(path))
    data = read_bytes(path, MOST_BYTES, findings)
    return ((), findings.found) if data is None else parse_candidates(data, str(path), source)


def parse_candidates(data: bytes, file: str, source: SelectionFile) -> tuple[tuple[Candidate, ...], list[Finding]]:
    """Read the bytes of a file of candidates as ``read_candidates`` does.

    Findings about an attribute that no column holds, or a value that no candidate has, point into the rules file.
    """
    findings, about_rules = Findings(file), Findings(source.file)
    table = read_table(data, COLUMNS, REQUIRED, findings.report, others=True)
    marks: dict[str, Mark] = {}
    candidates: list[Candidate] = []
    if table:
        columns = _attribute_columns(source, table, about_rules.report)
        candidates = list(_candidates(table, columns, marks, findings.report))
        if findings.sound and about_rules.sound:
            _check_values(source, candidates, about_rules.report)
            _check_ties(source, candidates, marks, findings.report)
    return tuple(candidates), sorted([*findings.found, *about_rules.found])


def _attribute_columns(source: SelectionFile, table: Table, report: Report) -> dict[str, str]:
    """Give the column of each attribute that the rules name: capital letters make no difference."""
    columns = {name: name.strip().casefold() for name in source.attributes}
    for name in [name for name, column in columns.items() if column not in table.columns]:
        near = nearest(columns.pop(name), table.columns)
        report(source.attributes[name], "attribute_without_column", value=quote(name), nearest=near)
    return columns


def _candidates(
    table: Table, columns: Mapping[str, str], marks: dict[str, Mark], report: Report
) -> Iterator[Candidate]:
    for row in table.rows:
        name = row["id"]
        if name.text in marks:
            report(name.mark, "candidate_twice", id=quote(name.text), line=marks[name.text].line)
        candidate = _candidate(row, columns, table, report)
        if name.text:
            marks[name.text] = row["merit"].mark
        if candidate:
            yield candidate


def _candidate(row: Row, columns: Mapping[str, str], table: Table, report: Report) -> Candidate | None:
    for column in REQUIRED:
        if not row[column].text:
            report(row[column].mark, f"missing_{column}")
    size = _count(row["size"], report)
    merit = _merit(row["merit"], table.delimiter, report)
    least = _count(row["least"], report)
    order = _count(row["order"], report)
    if size is not None and least is not None and least > size:
        report(row["least"].mark, "least_above_size", least=least, size=size)
        return None
    for name, column in columns.items():
        if not row[column].text:
            report(row[column].mark, "missing_attribute", attribute=name)
    if not row["id"].text or size is None or merit is None:
        return None
    # Under the name of its column, and as the rules write it.
    attributes = {column: cell.text for column, cell in row.items() if column not in COLUMNS}
    attributes |= {name: row[column].text for name, column in columns.items()}
    return Candidate(row["id"].text, size, merit, attributes, least, order)


def _count(cell: Cell, report: Report) -> int | None:
    if not cell.text:
        return None
    if not _WHOLE.fullmatch(cell.text):
        report(cell.mark, "not_integer", value=quote(cell.text))
    elif int(cell.text) < 1:
        report(cell.mark, "too_small", value=quote(cell.text), least=1)
    else:
        return int(cell.text)
    return None


def _merit(cell: Cell, delimiter: str, report: Report) -> Fraction | None:
    # Where fields are parted by semicolons, a spreadsheet writes decimals with a comma.
    written = cell.text.replace(",", ".") if delimiter == ";" else cell.text
    if not written:
        return None
    if not _NUMBER.fullmatch(written):
        report(cell.mark, "not_number", value=quote(cell.text))
    elif Fraction(written) < 0:
        report(cell.mark, "too_small", value=quote(cell.text), least=0)
    else:
        return Fraction(written)
    return None


def _check_values(source: SelectionFile, candidates: list[Candidate], report: Report) -> None:
    for (name, value), mark in source.values.items():
        known = sorted({candidate.attributes[name] for candidate in candidates})
        if value not in known:
            told = {"attribute": name, "value": quote(value), "nearest": nearest(value, known)}
            report(mark, "value_without_candidate", **told)


def _check_ties(source: SelectionFile, candidates: list[Candidate], marks: Mapping[str, Mark], report: Report) -> None:
    try:
        rank(candidates, source.rules.randomness, source.rules.threshold)
    except ScoringError as error:
        tied = error.parameters["ids"]
        report(marks[tied[0]], "tie_without_randomness", ids=quote(", ".join(tied)))
