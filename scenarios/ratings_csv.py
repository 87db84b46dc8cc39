"""A ratings file: responses as the platform exports them, one row per rating, to records that score."""

from dataclasses import dataclass, field
from pathlib import Path

from scenarios.bounded_file import read_bytes
from scenarios.csv_table import MOST_BYTES, Table, read_table
from scenarios.finding import Finding
from scenarios.node import Mark
from scenarios.ratings_row import COLUMNS, REQUIRED, RatingRow, read_row
from scenarios.rules_findings import Findings
from scoring.record import ANSWERED, LAPSED, LATE, Record
from scoring.rules import Rules


@dataclass
class _Response:
    """One team's response to one inject, gathered from its rows."""

    first: RatingRow
    # The first row that fills in a column: what later rows must agree with.
    stated: dict[str, RatingRow] = field(default_factory=dict)
    levels: dict[str, dict[str, int | None]] = field(default_factory=dict)
    # The columns that hold something, readable or not: they are not missing.
    filled: frozenset[str] = frozenset()

    @property
    def record(self) -> Record:
        """Give what scoring computes from, with the raters in an order that tells nothing."""
        ratings = {name: tuple(by[rater] for rater in sorted(by)) for name, by in self.levels.items()}
        return Record(
            team=self.first.team,
            inject=self.first.inject,
            state=self.stated.get("state", self.first).state or ANSWERED,
            value=self.stated.get("value", self.first).value,
            seconds=self.stated.get("seconds", self.first).seconds,
            ratings=ratings,
        )


Ratings = tuple[tuple[Record, ...], tuple[str, ...], list[Finding]]


def read_ratings(path: Path, rules: Rules) -> Ratings:
    """Read a ratings file: records, teams and findings; score only where no finding is an error."""
    findings = Findings(str(path))
    data = read_bytes(path, MOST_BYTES, findings)
    return ((), (), findings.found) if data is None else parse_ratings(data, str(path), rules)


def parse_ratings(data: bytes, file: str, rules: Rules) -> Ratings:
    """Read the bytes of a ratings file as ``read_ratings`` does."""
    findings = Findings(file)
    table = read_table(data, COLUMNS, REQUIRED, findings.report)
    responses = _gather(table, rules, findings) if table else []
    records = tuple(response.record for response in responses)
    teams = tuple(sorted({record.team for record in records}))
    if table:
        _check_penalties(teams, rules, findings)
    return records, teams, sorted(findings.found)


def _gather(table: Table, rules: Rules, findings: Findings) -> list[_Response]:
    responses: dict[tuple[str, str], _Response] = {}
    for cells in table.rows:
        row = read_row(cells, rules, table.delimiter, findings.report)
        if row:
            _join(responses.setdefault((row.team, row.inject), _Response(row)), row, findings)
    with_options = {inject for (_, inject), response in responses.items() if "value" in response.filled}
    for response in responses.values():
        _check_response(response, rules, with_options, findings)
    return list(responses.values())


def _join(response: _Response, row: RatingRow, findings: Findings) -> None:
    """Take a row into its response, where it says nothing else than the rows before."""
    response.filled |= row.filled
    for column in ("state", "value", "seconds"):
        said = getattr(row, column)
        if said is None:
            continue
        before = response.stated.setdefault(column, row)
        if said != getattr(before, column):
            line = before.marks[column].line
            findings.report(row.marks[column], f"contradictory_{column}", line=line, value=str(said))
    if rating := row.rating:
        levels = response.levels.setdefault(rating.criterion, {})
        if rating.rater in levels:
            findings.report(rating.mark, "rated_twice", rater=rating.rater, criterion=rating.criterion)
        levels[rating.rater] = rating.level


def _check_response(response: _Response, rules: Rules, with_options: set[str], findings: Findings) -> None:
    record, marks, rule = response.record, response.first.marks, rules.injects[response.first.inject]
    place = {"team": record.team, "inject": record.inject}
    # What is a choice for one team is one for all, so a rationale without its option lacks something.
    is_choice = not rule.criteria or record.inject in with_options
    if not rule.weight or "state" not in response.stated:
        return
    if record.state in (ANSWERED, LATE) and is_choice and "value" not in response.filled:
        findings.report(marks["value"], "missing_value", **place)
    if record.state == ANSWERED and rules.time_weight and "seconds" not in response.filled:
        findings.report(marks["seconds"], "missing_seconds", **place)
    levels = [level for each in record.ratings.values() for level in each]
    if record.state == LAPSED and any((*levels, record.value)):
        findings.report(marks["state"], "lapsed_but_rated", **place)


def _check_penalties(teams: tuple[str, ...], rules: Rules, findings: Findings) -> None:
    for team in sorted(set(rules.penalties) - set(teams)):
        findings.report(Mark(1, 1), "penalty_without_team", team=team)
