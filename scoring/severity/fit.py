"""Additive least squares: a rating is its unit's quality plus its rater's severity plus chance."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, sqrt

from scoring.rating import Rating, by_unit, common_denominator, number_of, raters_of
from scoring.scoring_error import ScoringError
from scoring.severity.exact_system import Solution, solve
from scoring.severity.graph import check_connected

Units = Mapping[str, Mapping[str, Rating]]


@dataclass(frozen=True)
class Fit:
    """Hold the severity b per rater, Σb = 0, negative for a strict one, in the unit of the ratings.

    *squares* are each rater's sums of squared residuals, confidences weighing 1 on average. *spread* is the
    variance of each estimate ÷ that of a rating. *freedom* is what is left to estimate the latter by.
    """

    units: Units
    severity: Mapping[str, Fraction]
    ratings: Mapping[str, int]
    squares: Mapping[str, Fraction]
    spread: Mapping[str, Fraction]
    freedom: int

    @property
    def residual_variance(self) -> Fraction | None:
        """Give the variance of chance; None where every rating is needed to estimate the rest."""
        return sum(self.squares.values(), Fraction(0)) / self.freedom if self.freedom else None

    def standard_error(self, rater: str) -> float | None:
        """Give the standard error of a rater's severity; None where it cannot be told."""
        variance = self.residual_variance
        if variance is None or len(self.severity) < 2:
            return None
        return sqrt(variance * self.spread[rater])


def fit_severity(ratings: Iterable[Rating]) -> Fit:
    """Minimise Σ confidence·(rating − unit − b)² exactly, with Σb = 0 over the raters.

    Raise ``ScoringError`` where there are no ratings, a value is no number, a confidence is below 1, a rater
    rated a unit twice, or the raters are not connected (*groups*, *links*). A hundred raters take a second,
    twice as many more than ten. Sources: Fisher's incomplete blocks; MacKay, Kenna, Low & Parker 2017,
    *Calibration with Confidence*.
    """
    units = by_unit(ratings)
    if not units:
        raise ScoringError("no_ratings")
    for raters in units.values():
        for rating in raters.values():
            if rating.confidence < 1:
                raise ScoringError("confidence_too_small", unit=rating.unit, rater=rating.rater)
    check_connected(units)
    return _fitted(units, _Scaled(units))


class _Scaled:
    """The ratings as whole numbers, and the equations of the raters that are left when units are eliminated."""

    def __init__(self, units: Units) -> None:
        self.raters = raters_of(units)
        place = {rater: number for number, rater in enumerate(self.raters)}
        self.factor = common_denominator(number_of(one) for row in units.values() for one in row.values())
        # Per unit: (place of rater, confidence, value) of each of its ratings.
        self.rows = [
            [(place[one.rater], one.confidence, int(number_of(one) * self.factor)) for one in row.values()]
            for row in units.values()
        ]
        self.weights = [sum(confidence for _, confidence, _ in row) for row in self.rows]
        self.sums = [sum(confidence * value for _, confidence, value in row) for row in self.rows]
        self.common = lcm(*set(self.weights))

    def solve(self) -> Solution:
        size = len(self.raters)
        # Units alike in who rated them and how surely add the same: a complete design is one pattern.
        patterns = Counter(tuple(sorted((j, confidence) for j, confidence, _ in row)) for row in self.rows)
        # The equations alone leave b undetermined by a constant; a one in each place fixes Σb = 0.
        matrix = [[self.common] * size for _ in range(size)]
        for pattern, times in patterns.items():
            share = times * self.common // sum(confidence for _, confidence in pattern)
            for j, confidence in pattern:
                matrix[j][j] += times * self.common * confidence
                for k, other in pattern:
                    matrix[j][k] -= share * confidence * other
        right = [0] * size
        for row, weight, total in zip(self.rows, self.weights, self.sums, strict=True):
            for j, confidence, value in row:
                right[j] += self.common // weight * confidence * (value * weight - total)
        return solve(matrix, right)

    def squares(self, solved: Solution) -> list[Fraction]:
        """Give each rater's sum of confidence × residual², in the ratings' own unit."""
        severity, denominator = solved.numerators, solved.denominator
        sums: dict[tuple[int, int], int] = defaultdict(int)
        for row, weight, total in zip(self.rows, self.weights, self.sums, strict=True):
            unit = total * denominator - sum(confidence * severity[j] for j, confidence, _ in row)
            for j, confidence, value in row:
                residual = weight * (value * denominator - severity[j]) - unit
                sums[j, weight] += confidence * residual * residual
        squares = [Fraction(0)] * len(self.raters)
        for (j, weight), total in sums.items():
            squares[j] += Fraction(total, (weight * denominator * self.factor) ** 2)
        return squares


def _fitted(units: Units, scaled: _Scaled) -> Fit:
    solved = scaled.solve()
    size, count = len(scaled.raters), sum(len(row) for row in scaled.rows)
    mean_confidence = Fraction(sum(scaled.weights), count)
    named = list(enumerate(scaled.raters))
    squares = scaled.squares(solved)
    divisor = solved.denominator * scaled.factor
    return Fit(
        units=units,
        severity={rater: Fraction(solved.numerators[j], divisor) for j, rater in named},
        ratings=Counter(rater for row in units.values() for rater in row),
        squares={rater: squares[j] / mean_confidence for j, rater in named},
        spread={
            rater: (scaled.common * solved.inverse_at(j) - Fraction(1, size * size)) * mean_confidence
            for j, rater in named
        },
        freedom=count - len(units) - size + 1,
    )
