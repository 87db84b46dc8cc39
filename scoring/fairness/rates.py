"""Selection rates by attribute, in teams and in women, with the four-fifths ratio as an alarm."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType

from scoring.scoring_error import ScoringError

FOUR_FIFTHS = Fraction(4, 5)
NOT_SAID = ""


@dataclass(frozen=True)
class Applicant:
    """Hold a team that applied: *size* women, of whom *seats* were given one; 0 where the team was not selected."""

    id: str
    size: int
    seats: int
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Count:
    """Hold how many applied and how many of them were selected."""

    applied: int
    selected: int

    @property
    def rate(self) -> Fraction | None:
        """Give the part that was selected; None where nobody applied."""
        return Fraction(self.selected, self.applied) if self.applied else None

    @property
    def sides(self) -> tuple[int, int]:
        """Give the selected and their complement: who knows the whole and one side knows the other."""
        return self.selected, self.applied - self.selected


@dataclass(frozen=True)
class Row:
    """Hold what became of one group; both counts are None where it is suppressed.

    The ratios are the group's rate ÷ the highest rate among the groups of its table that are shown.
    """

    value: str
    teams: Count | None
    women: Count | None
    ratio_teams: Fraction | None = None
    ratio_women: Fraction | None = None

    @property
    def suppressed(self) -> bool:
        """Say whether the group is named without its numbers."""
        return self.teams is None

    @property
    def alarm(self) -> bool:
        """Say whether a rate is below four fifths of the highest: a reason to look, not proof of anything.

        Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 (D), 1978.
        """
        return any(ratio is not None and ratio < FOUR_FIFTHS for ratio in (self.ratio_teams, self.ratio_women))


@dataclass(frozen=True)
class Table:
    """Hold the groups of one attribute in code-point order; who did not say is in the group ``""``."""

    attribute: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Report:
    """Hold the whole and a table per attribute, in the order asked for."""

    total: Row
    tables: tuple[Table, ...]


def selection_rates(applicants: Iterable[Applicant], attributes: Sequence[str]) -> Report:
    """Count everything, nothing suppressed: for organizers only.

    Raise ``ScoringError`` where a team occurs twice, has no women, or more seats than women.
    """
    teams = checked(applicants)
    tables = []
    for attribute in attributes:
        groups: dict[str, list[Applicant]] = {}
        for team in teams:
            groups.setdefault(value_of(team, attribute), []).append(team)
        rows = [Row(value, *count(groups[value])) for value in sorted(groups)]
        tables.append(Table(attribute, with_ratios(rows)))
    return Report(Row(NOT_SAID, *count(teams)), tuple(tables))


def checked(applicants: Iterable[Applicant]) -> list[Applicant]:
    """Give the applicants in code-point order of their ids; raise ``ScoringError`` where one contradicts itself."""
    found: dict[str, Applicant] = {}
    for one in applicants:
        if one.id in found:
            raise ScoringError("applicant_twice", id=one.id)
        if one.size < 1 or not 0 <= one.seats <= one.size:
            raise ScoringError("seats_outside", id=one.id, size=one.size, seats=one.seats)
        found[one.id] = one
    return [found[name] for name in sorted(found)]


def value_of(applicant: Applicant, attribute: str) -> str:
    """Give the group of an attribute that a team belongs to."""
    return applicant.attributes.get(attribute, NOT_SAID)


def count(teams: Sequence[Applicant]) -> tuple[Count, Count]:
    """Count a group in teams and in women."""
    selected = [team for team in teams if team.seats]
    return (
        Count(len(teams), len(selected)),
        Count(sum(team.size for team in teams), sum(team.seats for team in selected)),
    )


def with_ratios(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Compare each row that is shown with the highest rate among those that are shown."""
    shown = list(rows)
    teams, women = _ratios([row.teams for row in shown]), _ratios([row.women for row in shown])
    pairs = zip(shown, teams, women, strict=True)
    return tuple(replace(row, ratio_teams=of_teams, ratio_women=of_women) for row, of_teams, of_women in pairs)


def _ratios(counts: Sequence[Count | None]) -> list[Fraction | None]:
    rates = [one.rate if one else None for one in counts]
    highest = max((rate for rate in rates if rate is not None), default=None)
    return [rate / highest if highest and rate is not None else None for rate in rates]
