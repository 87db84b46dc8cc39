"""The baseline and the re-test of a series, compared objective by objective, only where a team has both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.line import Line
from scoring.rounding import two_decimals
from scoring.rubric import Rubric

# (team, objective)
Aim = tuple[str, str]


@dataclass(frozen=True)
class Reached:
    """Hold how far a team reached an objective: its quality 0…1, over *n* rated responses."""

    quality: Fraction
    n: int


@dataclass(frozen=True)
class Change:
    """Hold a team's change on an objective, in percent points, two decimals, and the responses behind it."""

    team: str
    objective: str
    baseline: Decimal
    retest: Decimal
    difference: Decimal
    n_baseline: int
    n_retest: int


@dataclass(frozen=True)
class MeanChange:
    """Hold the mean change on an objective over the *n* teams that have both."""

    objective: str
    difference: Decimal
    n: int


def reach_objectives(
    rubric: Rubric, lines: Mapping[str, Iterable[Line]], objectives: Mapping[str, str]
) -> dict[Aim, Reached]:
    """Give each team's mean quality per objective over its rated criteria, weighted by inject and criterion.

    *lines* are those of ``explain`` by team; *objectives* say which objective a criterion tells of. What did
    not count, awaits ratings, or was chosen without a rated rationale, tells of none.
    """
    reached = {}
    for team, of_team in lines.items():
        for objective, parts in _parts(rubric, of_team, objectives).items():
            weight = sum((part.weight for part in parts), Fraction(0))
            if weight:
                quality = sum((part.weight * part.quality for part in parts), Fraction(0)) / weight
                reached[team, objective] = Reached(quality, len({part.inject for part in parts}))
    return dict(sorted(reached.items()))


@dataclass(frozen=True)
class _Part:
    """Hold what one criterion of one response tells of an objective."""

    inject: str
    weight: Fraction
    quality: Fraction


def _parts(rubric: Rubric, lines: Iterable[Line], objectives: Mapping[str, str]) -> dict[str, list[_Part]]:
    parts: dict[str, list[_Part]] = {}
    for line in lines:
        for criterion, quality in line.criteria.items() if line.counted else ():
            if criterion in objectives:
                weight = line.weight * rubric.criteria[criterion].weight
                parts.setdefault(objectives[criterion], []).append(_Part(line.inject, weight, quality))
    return parts


def compare_objectives(baseline: Mapping[Aim, Reached], retest: Mapping[Aim, Reached]) -> tuple[Change, ...]:
    """Give the change of each team on each objective that it has in both, in code-point order."""
    changes = []
    for aim in sorted(baseline.keys() & retest.keys()):
        before, after = baseline[aim], retest[aim]
        baseline_percent, retest_percent = two_decimals(100 * before.quality), two_decimals(100 * after.quality)
        # Of the printed numbers, so that a reader who subtracts finds the same.
        difference = retest_percent - baseline_percent
        changes.append(Change(*aim, baseline_percent, retest_percent, difference, before.n, after.n))
    return tuple(changes)


def mean_changes(changes: Iterable[Change]) -> tuple[MeanChange, ...]:
    """Give the mean change per objective over teams, each team weighing the same."""
    by_objective: dict[str, list[Decimal]] = {}
    for change in changes:
        by_objective.setdefault(change.objective, []).append(change.difference)
    return tuple(
        MeanChange(objective, two_decimals(Fraction(sum(steps, Decimal(0))) / len(steps)), len(steps))
        for objective, steps in sorted(by_objective.items())
    )
