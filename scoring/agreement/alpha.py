"""Krippendorff's alpha: agreement of any number of raters, some of whose ratings may be missing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import fsum

from scoring.agreement.statistic import (
    NEGATIVE_VALUE,
    NO_RATINGS,
    NO_UNIT_TWICE,
    NO_VARIANCE,
    NOT_NUMBERS,
    ONE_RATER,
    Statistic,
    undefined,
)
from scoring.rating import Number, Rating, by_unit, common_denominator, raters_of
from scoring.scoring_error import ScoringError

NOMINAL, ORDINAL, INTERVAL, RATIO = "nominal", "ordinal", "interval", "ratio"
SCALES = (NOMINAL, ORDINAL, INTERVAL, RATIO)
# Krippendorff's own reading of his alpha (2004, *Content Analysis*): from .800 rely on it, from .667 tentatively.
RELIABLE, TENTATIVE, UNRELIABLE = "reliable", "tentative", "unreliable"

# Of how many ratings each value is; and the sum of squared differences over all pairs of such ratings.
Values = Mapping[int, int]
PairSum = Callable[[Values], Fraction]


def krippendorff_alpha(ratings: Iterable[Rating], scale: str) -> Statistic:
    """Give alpha = 1 − observed ÷ expected disagreement; 1 is perfect, 0 is chance, less is worse than chance.

    Units rated once say nothing of agreement and are left out. Labels need no order on the nominal scale only.
    Raise ``ScoringError`` for an unknown scale. On the ratio scale the time grows with the square of the number
    of different values. Source: Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*.
    """
    if scale not in SCALES:
        raise ScoringError("unknown_scale", scale=scale)
    units = by_unit(ratings)
    if not units:
        return undefined(NO_RATINGS)
    if len(raters_of(units)) < 2:
        return undefined(ONE_RATER)
    paired = [[rating.value for rating in raters.values()] for raters in units.values() if len(raters) > 1]
    if not paired:
        return undefined(NO_UNIT_TWICE)
    return _alpha_of_pairs(paired, scale)


def read_alpha(alpha: float) -> str:
    """Give RELIABLE, TENTATIVE or UNRELIABLE: what may be concluded from ratings of this alpha."""
    return RELIABLE if alpha >= 0.8 else TENTATIVE if alpha >= 0.667 else UNRELIABLE


def _alpha_of_pairs(paired: Sequence[Sequence[Number | str]], scale: str) -> Statistic:
    values = {value for unit in paired for value in unit}
    numbers = [value for value in values if not isinstance(value, str)]
    if scale != NOMINAL and len(numbers) < len(values):
        return undefined(NOT_NUMBERS)
    if scale == RATIO and min(numbers) < 0:
        return undefined(NEGATIVE_VALUE)
    if len(values) == 1:
        return undefined(NO_VARIANCE)
    measure = _measure(Counter(value for unit in paired for value in unit), numbers, scale)
    sums: dict[int, Fraction] = defaultdict(Fraction)
    for unit in paired:
        sums[len(unit)] += _PAIR_SUMS[scale](Counter(measure[value] for value in unit))
    observed = sum((total / (size - 1) for size, total in sums.items()), Fraction(0))
    pooled = Counter(measure[value] for unit in paired for value in unit)
    alpha = 1 - (pooled.total() - 1) * observed / _PAIR_SUMS[scale](pooled)
    return Statistic(float(alpha))


def _measure(counts: Mapping[Number | str, int], numbers: Sequence[Number], scale: str) -> dict[Hashable, int]:
    """Give the whole number that stands for each value: what the scale means by how far two lie apart."""
    if scale == NOMINAL:
        return {value: place for place, value in enumerate(counts)}
    if scale == ORDINAL:
        return _doubled_middle_ranks(counts, numbers)
    factor = common_denominator(numbers)
    return {number: int(number * factor) for number in numbers}


def _doubled_middle_ranks(counts: Mapping[Number | str, int], numbers: Sequence[Number]) -> dict[Hashable, int]:
    # The ordinal difference of two values is the number of ratings between their middles, so that ranks turn
    # it into a plain difference; doubled, they are whole.
    ranks: dict[Hashable, int] = {}
    below = 0
    for number in sorted(numbers):
        ranks[number] = 2 * below + counts[number]
        below += counts[number]
    return ranks


def _unequal_pairs(values: Values) -> Fraction:
    total = sum(values.values())
    return Fraction(total * total - sum(count * count for count in values.values()), 2)


def _squared_distances(values: Values) -> Fraction:
    # The sum over all pairs, from two sums over all ratings.
    total = sum(values.values())
    first = sum(count * value for value, count in values.items())
    return Fraction(total * sum(count * value * value for value, count in values.items()) - first * first)


def _squared_proportions(values: Values) -> Fraction:
    # A sum of thousands of unlike fractions has no end of digits; fsum is exact to the last bit in any order.
    pairs = combinations(values.items(), 2)
    return Fraction(fsum(n * m * (a - b) ** 2 / (a + b) ** 2 for (a, n), (b, m) in pairs))


_PAIR_SUMS: Mapping[str, PairSum] = {
    NOMINAL: _unequal_pairs,
    ORDINAL: _squared_distances,
    INTERVAL: _squared_distances,
    RATIO: _squared_proportions,
}
