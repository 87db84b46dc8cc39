"""Halo: a rater whose criteria all say the same, where those of the others do not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt

from scoring.rating import Rating, by_unit, number_of

MOST_CORRELATION, POOL_BELOW = 0.9, 0.7

Pair = tuple[Fraction, Fraction]
# Criterion → (unit, rater) → value
Values = Mapping[str, Mapping[tuple[str, str], Fraction]]


def halo_figures(by_criterion: Mapping[str, Iterable[Rating]]) -> Iterator[tuple[str, float, float]]:
    """Give (rater, mean correlation between her criteria, limit) where hers is above .9 and everybody's below .7.

    A pair of criteria counts where both vary; ``ScoringError`` is raised for a value that is no number or a
    criterion that one rated twice on a unit.
    """
    values = {name: _values(ratings) for name, ratings in sorted(by_criterion.items())}
    pool = _mean_correlation(values, None)
    if pool is None or pool >= POOL_BELOW:
        return
    for rater in sorted({rater for each in values.values() for _, rater in each}):
        own = _mean_correlation(values, rater)
        if own is not None and own > MOST_CORRELATION:
            yield rater, own, MOST_CORRELATION


def _values(ratings: Iterable[Rating]) -> dict[tuple[str, str], Fraction]:
    units = by_unit(ratings)
    return {(unit, rater): Fraction(number_of(one)) for unit, row in units.items() for rater, one in row.items()}


def _mean_correlation(values: Values, rater: str | None) -> float | None:
    """Give the mean over all pairs of criteria, of one rater or, without one, of all together."""
    found = []
    for one, other in combinations(values.values(), 2):
        both = [place for place in one if place in other and rater in (None, place[1])]
        correlation = _correlation([(one[place], other[place]) for place in both])
        if correlation is not None:
            found.append(correlation)
    return sum(found) / len(found) if found else None


def _correlation(pairs: Sequence[Pair]) -> float | None:
    own = _covariance([(a, a) for a, _ in pairs])
    its = _covariance([(b, b) for _, b in pairs])
    return float(_covariance(pairs)) / sqrt(own * its) if own and its else None


def _covariance(pairs: Sequence[Pair]) -> Fraction:
    """Give n² times the covariance."""
    first, second = sum((a for a, _ in pairs), Fraction(0)), sum((b for _, b in pairs), Fraction(0))
    return len(pairs) * sum((a * b for a, b in pairs), Fraction(0)) - first * second
