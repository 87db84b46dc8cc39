"""One row of a ratings file: what each cell means, checked against the rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from scenarios.csv_table import Cell, Row
from scenarios.node import Mark
from scenarios.quote import nearest, quote
from scenarios.yaml_composer import Report
from scoring.record import ANSWERED, STATES
from scoring.rules import Rules

COLUMNS = ("team", "inject", "criterion", "rater", "level", "value", "state", "seconds")
REQUIRED = COLUMNS[:5]
# How an evaluator says that a criterion could not be observed, where no level has this name.
NOT_OBSERVED = frozenset({"na", "n/a", "not observed", "not_observed"})
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
_SECONDS = re.compile(r"[-+]?[0-9]{1,9}([.][0-9]{1,9})?")

# Which of the columns a response may lack is filled in; four sets serve all rows.
_FILLED = {
    (value, seconds): frozenset(["value"] * value + ["seconds"] * seconds)
    for value in (False, True)
    for seconds in (False, True)
}

T = TypeVar("T")


@dataclass(frozen=True)
class Rating:
    """One evaluator's level for one criterion; None is *not observed*."""

    mark: Mark
    criterion: str
    rater: str
    level: int | None


@dataclass(frozen=True)
class RatingRow:
    """What a row says about a response; *marks* tell where each column stands, *filled* which hold anything."""

    team: str
    inject: str
    rating: Rating | None
    value: int | None
    state: str | None
    seconds: Fraction | None
    marks: Mapping[str, Mark]
    filled: frozenset[str]


def read_row(row: Row, rules: Rules, delimiter: str, report: Report) -> RatingRow | None:
    """Read a row; ``None`` where it cannot be said whose response to what it is."""
    team, inject = row["team"].text, row["inject"].text
    if not team:
        report(row["team"].mark, "missing_team")
    if not inject:
        report(row["inject"].mark, "missing_inject")
    elif inject not in rules.injects:
        known = nearest(inject, rules.injects)
        report(row["inject"].mark, "unknown_inject", value=quote(inject), nearest=known)
    read = RatingRow(
        team=team,
        inject=inject,
        rating=_rating(row, rules, report),
        value=_optional(row["value"], _whole, report),
        state=_state(row["state"], report),
        seconds=_optional(row["seconds"], _seconds(delimiter), report),
        marks={column: cell.mark for column, cell in row.items()},
        filled=_FILLED[bool(row["value"].text), bool(row["seconds"].text)],
    )
    return read if team and inject in rules.injects else None


def _rating(row: Row, rules: Rules, report: Report) -> Rating | None:
    cells = [row[column] for column in ("criterion", "rater", "level")]
    if not any(cell.text for cell in cells):
        return None
    for column in ("criterion", "rater", "level"):
        if not row[column].text:
            report(row[column].mark, f"missing_{column}")
    criterion, rater, level = cells
    asked = not criterion.text or _is_asked(criterion, row["inject"].text, rules, report)
    place = _level(level, rules, report)
    if not (asked and criterion.text and rater.text and level.text):
        return None
    return Rating(criterion.mark, criterion.text, rater.text, place)


def _is_asked(criterion: Cell, inject: str, rules: Rules, report: Report) -> bool:
    known = rules.rubric.criteria
    if criterion.text not in known:
        near = nearest(criterion.text, known)
        report(criterion.mark, "unknown_criterion", value=quote(criterion.text), nearest=near)
        return False
    if inject in rules.injects and criterion.text not in rules.injects[inject].criteria:
        report(criterion.mark, "criterion_not_asked", criterion=criterion.text, inject=inject)
        return False
    return True


def _level(cell: Cell, rules: Rules, report: Report) -> int | None:
    levels = rules.rubric.levels
    if cell.text in levels:
        return rules.rubric.value(cell.text)
    if cell.text and cell.text.casefold() not in NOT_OBSERVED:
        report(cell.mark, "unknown_level", value=quote(cell.text), nearest=nearest(cell.text, levels))
    return None


def _state(cell: Cell, report: Report) -> str | None:
    state = cell.text.casefold() or ANSWERED
    if state in STATES:
        return state
    report(cell.mark, "unknown_state", value=quote(cell.text), nearest=nearest(state, sorted(STATES)))
    return None


def _optional(cell: Cell, read: Callable[[Cell, Report], T | None], report: Report) -> T | None:
    return read(cell, report) if cell.text else None


def _whole(cell: Cell, report: Report) -> int | None:
    if _WHOLE.fullmatch(cell.text):
        return int(cell.text)
    report(cell.mark, "not_integer", value=quote(cell.text))
    return None


def _seconds(delimiter: str) -> Callable[[Cell, Report], Fraction | None]:
    def read(cell: Cell, report: Report) -> Fraction | None:
        # Where fields are parted by semicolons, a spreadsheet writes decimals with a comma.
        written = cell.text.replace(",", ".") if delimiter == ";" else cell.text
        if not _SECONDS.fullmatch(written):
            report(cell.mark, "not_number", value=quote(cell.text))
        elif written.startswith("-") and Fraction(written):
            report(cell.mark, "negative_seconds", value=quote(cell.text))
        else:
            return Fraction(written)
        return None

    return read
