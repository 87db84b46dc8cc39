"""Cohen's kappa from a table of counts or proportions, with weights of one's own and its standard error."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from scoring.agreement.statistic import NO_RATINGS, NO_VARIANCE, Statistic, undefined
from scoring.rating import Number
from scoring.scoring_error import ScoringError

Table = Sequence[Sequence[Number]]
Exact = list[list[Fraction]]


@dataclass(frozen=True)
class KappaInterval:
    """Hold kappa, its large-sample standard error, and the interval around it."""

    kappa: float
    standard_error: float
    low: float
    high: float


def kappa_of_table(table: Table, disagreement: Table | None = None) -> Statistic:
    """Give kappa of a square *table*: rows are one rater's categories, columns the other's.

    *disagreement* says how much each cell disagrees, 0 on the diagonal; without it all cells beside it count
    alike. Raise ``ScoringError`` where a table is not square or has a negative number. Source: Cohen 1968.
    """
    shares, weights = _exact(table, disagreement)
    if not shares:
        return undefined(NO_RATINGS)
    observed, by_chance = _disagreements(shares, weights)
    return Statistic(float(1 - observed / by_chance)) if by_chance else undefined(NO_VARIANCE)


def kappa_interval(
    counts: Table, disagreement: Table | None = None, confidence: Fraction = Fraction(95, 100)
) -> KappaInterval | Statistic:
    """Give kappa of a table of *counts* with its standard error and interval, or why there is none.

    The error is that of Fleiss, Cohen & Everitt 1969 for large samples; the interval is the normal one.
    """
    shares, weights = _exact(counts, disagreement)
    found = kappa_of_table(counts, disagreement)
    if found.value is None:
        return found
    observed, by_chance = _disagreements(shares, weights)
    kappa = 1 - observed / by_chance
    n = sum((Fraction(count) for row in counts for count in row), Fraction(0))
    error = sqrt(_variance(shares, weights, kappa, by_chance) / n)
    reach = NormalDist().inv_cdf(float(1 + confidence) / 2) * error
    return KappaInterval(found.value, error, found.value - reach, found.value + reach)


def _exact(table: Table, disagreement: Table | None) -> tuple[Exact, Exact]:
    size = range(len(table))
    weights = disagreement if disagreement is not None else [[int(i != j) for j in size] for i in size]
    for each in (table, weights):
        if len(each) != len(table) or any(len(row) != len(table) for row in each):
            raise ScoringError("table_not_square", rows=len(each))
        if any(number < 0 for row in each for number in row):
            raise ScoringError("negative_number_in_table")
    total = sum((Fraction(number) for row in table for number in row), Fraction(0))
    shares = [[Fraction(number) / total for number in row] for row in table] if total else []
    return shares, [[Fraction(number) for number in row] for row in weights]


def _margins(shares: Exact) -> tuple[list[Fraction], list[Fraction]]:
    rows = [sum(row, Fraction(0)) for row in shares]
    columns = [sum(column, Fraction(0)) for column in zip(*shares, strict=True)]
    return rows, columns


def _disagreements(shares: Exact, weights: Exact) -> tuple[Fraction, Fraction]:
    rows, columns = _margins(shares)
    cells = [(i, j) for i in range(len(rows)) for j in range(len(rows))]
    observed = sum((weights[i][j] * shares[i][j] for i, j in cells), Fraction(0))
    return observed, sum((weights[i][j] * rows[i] * columns[j] for i, j in cells), Fraction(0))


def _variance(shares: Exact, weights: Exact, kappa: Fraction, by_chance: Fraction) -> Fraction:
    # In terms of agreement: 1 − disagreement ÷ the largest; kappa is the same either way.
    most = max(max(row) for row in weights)
    size = range(len(shares))
    agreement = [[1 - weights[i][j] / most for j in size] for i in size]
    rows, columns = _margins(shares)
    by_row = [sum((columns[j] * agreement[i][j] for j in size), Fraction(0)) for i in size]
    by_column = [sum((rows[i] * agreement[i][j] for i in size), Fraction(0)) for j in size]
    spread = sum(
        (shares[i][j] * (agreement[i][j] - (by_row[i] + by_column[j]) * (1 - kappa)) ** 2 for i in size for j in size),
        Fraction(0),
    )
    chance = 1 - by_chance / most
    return (spread - (kappa - chance * (1 - kappa)) ** 2) / (1 - chance) ** 2
