"""Cohen's kappa: agreement of two raters beyond chance, plain or weighted by how far apart they are."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from scoring.agreement.statistic import (
    NO_RATINGS,
    NO_UNIT_TWICE,
    NO_VARIANCE,
    NOT_TWO_RATERS,
    Statistic,
    undefined,
)
from scoring.rating import Number, Rating, by_unit, raters_of
from scoring.scoring_error import ScoringError

Counts = Sequence[int]  # by place of category


def cohen_kappas(ratings: Iterable[Rating], categories: Sequence[Number | str] | None = None) -> dict[str, Statistic]:
    """Give kappa of exactly two raters with the weights none, linear and quadratic.

    A category's place is that in *categories* or, without them, among those that occur in the units that both
    have rated, in order, numbers before labels; other units say nothing of agreement.
    Raise ``ScoringError`` for a value that is not in *categories*. Sources: Cohen 1960, 1968.
    """
    units = by_unit(ratings)
    raters = raters_of(units)
    if len(raters) != 2:
        return dict.fromkeys(_CHANCE, _not_two(len(raters)))
    both = [tuple(row[rater].value for rater in raters) for row in units.values() if len(row) == 2]
    if not both:
        return dict.fromkeys(_CHANCE, undefined(NO_UNIT_TWICE))
    places = _places(both, categories)
    pairs = [(places[one], places[other]) for one, other in both]
    return _kappas(pairs, len(places))


def _not_two(raters: int) -> Statistic:
    return undefined(NOT_TWO_RATERS, raters=raters) if raters else undefined(NO_RATINGS)


def _places(
    both: Iterable[tuple[Number | str, ...]], categories: Sequence[Number | str] | None
) -> dict[Number | str, int]:
    occurring = {value for pair in both for value in pair}
    if categories is None:
        numbers = sorted(value for value in occurring if not isinstance(value, str))
        labels = sorted(value for value in occurring if isinstance(value, str))
        return {value: place for place, value in enumerate([*numbers, *labels])}
    for value in sorted(map(str, occurring - set(categories))):
        raise ScoringError("unknown_category", value=value)
    return {value: place for place, value in enumerate(categories)}


def _kappas(pairs: Sequence[tuple[int, int]], categories: int) -> dict[str, Statistic]:
    rows, columns = (Counter(places) for places in zip(*pairs, strict=True))
    one, other = ([counts[place] for place in range(categories)] for counts in (rows, columns))
    observed = {
        "none": sum(a != b for a, b in pairs),
        "linear": sum(abs(a - b) for a, b in pairs),
        "quadratic": sum((a - b) ** 2 for a, b in pairs),
    }
    return {name: _beyond(observed[name] * len(pairs), chance(one, other)) for name, chance in _CHANCE.items()}


def _beyond(observed: int, by_chance: int) -> Statistic:
    return Statistic((by_chance - observed) / by_chance) if by_chance else undefined(NO_VARIANCE)


# What chance alone would make of the two raters' categories: the sum of weights over all pairs of a rating of
# one with a rating of the other. None of these walks all pairs of categories, of which there may be very many.


def _unequal(one: Counts, other: Counts) -> int:
    return sum(one) * sum(other) - sum(a * b for a, b in zip(one, other, strict=True))


def _distances(one: Counts, other: Counts) -> int:
    # Two places are as far apart as there are thresholds between them.
    n, m = sum(one), sum(other)
    below = zip(accumulate(one), accumulate(other), strict=True)
    return sum(a * (m - b) + b * (n - a) for a, b in below)


def _squares(one: Counts, other: Counts) -> int:
    (n, first, second), (m, first_other, second_other) = _moments(one), _moments(other)
    return m * second + n * second_other - 2 * first * first_other


def _moments(counts: Counts) -> tuple[int, int, int]:
    places = list(enumerate(counts))
    return sum(counts), sum(i * count for i, count in places), sum(i * i * count for i, count in places)


_CHANCE: Mapping[str, Callable[[Counts, Counts], int]] = {
    "none": _unequal,
    "linear": _distances,
    "quadratic": _squares,
}
