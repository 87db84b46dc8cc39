"""A table of unit, rater, value, from any source, to ratings whose agreement and severity can be computed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from scenarios.bounded_file import read_bytes
from scenarios.csv_table import DELIMITERS, MOST_BYTES, Row, read_table
from scenarios.finding import Finding
from scenarios.quote import nearest, quote
from scenarios.ratings_row import NOT_OBSERVED
from scenarios.rules_findings import Findings
from scoring.agreement.alpha import INTERVAL, ORDINAL, RATIO
from scoring.rating import Number, Rating

COLUMNS = ("unit", "rater", "value")
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,18}(?:[.][0-9]{0,30})?|[.][0-9]{1,30})(?:[eE][-+]?[0-9]{1,2})?")

UnitRatings = tuple[tuple[Rating, ...], list[Finding]]


def read_unit_ratings(path: Path, scale: str, levels: Sequence[str] | None = None) -> UnitRatings:
    """Read a file of ratings: ratings and findings; compute only where no finding is an error.

    With *levels* each value is one of them and becomes its place. Without, values are numbers, and where they
    are not all, labels: on the nominal scale as they are, on the ordinal one with a warning that they are
    ordered by code point, on the others they are errors.
    """
    findings = Findings(str(path))
    data = read_bytes(path, MOST_BYTES, findings)
    return ((), findings.found) if data is None else parse_unit_ratings(data, str(path), scale, levels)


def parse_unit_ratings(data: bytes, file: str, scale: str, levels: Sequence[str] | None = None) -> UnitRatings:
    """Read the bytes of such a file as ``read_unit_ratings`` does."""
    findings = Findings(file)
    table = read_table(data, COLUMNS, COLUMNS, findings.report)
    rows = list(_whole_rows(table.rows, levels, findings)) if table else []
    read = _reader(table.delimiter if table else DELIMITERS[0])
    values = _places(rows, levels, findings) if levels else _numbers_or_labels(rows, scale, read, findings)
    ratings = (Rating(row["unit"].text, row["rater"].text, value) for row, value in zip(rows, values, strict=True))
    return tuple(ratings), sorted(findings.found)


def _whole_rows(rows: Iterable[Row], levels: Sequence[str] | None, findings: Findings) -> Iterator[Row]:
    """Give the rows that say who rated what, and how, the first time that they do."""
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        unit, rater = row["unit"], row["rater"]
        if not unit.text:
            findings.report(unit.mark, "missing_unit")
        if not rater.text:
            findings.report(rater.mark, "missing_rater")
        told = _says_something(row, levels, findings)
        if not (unit.text and rater.text):
            continue
        line = first.setdefault((unit.text, rater.text), unit.mark.line)
        if line != unit.mark.line:
            findings.report(unit.mark, "unit_rated_twice", unit=quote(unit.text), rater=quote(rater.text), line=line)
        elif told:
            yield row


def _says_something(row: Row, levels: Sequence[str] | None, findings: Findings) -> bool:
    value = row["value"]
    if not value.text:
        unit, rater = quote(row["unit"].text), quote(row["rater"].text)
        findings.report(value.mark, "empty_value", unit=unit, rater=rater)
        return False
    if value.text.casefold() in NOT_OBSERVED and value.text not in (levels or ()):
        # Taken as a label it would be a rating like any other.
        findings.report(value.mark, "value_not_observed", value=quote(value.text))
        return False
    return True


def _places(rows: Sequence[Row], levels: Sequence[str], findings: Findings) -> list[Number | str]:
    place = {level: number for number, level in enumerate(levels)}
    for mark, text in (row["value"] for row in rows):
        if text not in place:
            findings.report(mark, "unknown_level", value=quote(text), nearest=nearest(text, levels))
    return [place.get(row["value"].text, 0) for row in rows]


def _numbers_or_labels(
    rows: Sequence[Row], scale: str, read: Callable[[str], Fraction | None], findings: Findings
) -> list[Number | str]:
    numbers = [read(row["value"].text) for row in rows]
    labels = [row["value"] for row, number in zip(rows, numbers, strict=True) if number is None]
    if scale in (INTERVAL, RATIO):
        for mark, text in labels:
            findings.report(mark, "not_number", value=quote(text))
    elif labels:
        if scale == ORDINAL:
            findings.report(labels[0].mark, "order_by_code_point", value=quote(labels[0].text))
        return [row["value"].text for row in rows]
    return [number or 0 for number in numbers]


def _reader(delimiter: str) -> Callable[[str], Fraction | None]:
    def read(text: str) -> Fraction | None:
        # Where fields are parted by semicolons, a spreadsheet writes decimals with a comma.
        written = text.replace(",", ".") if delimiter == ";" else text
        return Fraction(written) if _NUMBER.fullmatch(written) else None

    return read
