"""What one rater said of one unit: what agreement and severity are computed from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from scoring.scoring_error import ScoringError

Number = int | Fraction


@dataclass(frozen=True)
class Rating:
    """Hold one rater's *value* for one unit: a number, a level's place, or, where nothing is counted, a label.

    A unit is whatever is rated once by each: a response, or a response on one criterion. *confidence* is a
    whole number from 1; only the ratios of confidences count.
    """

    unit: str
    rater: str
    value: Number | str
    confidence: int = 1


def by_unit(ratings: Iterable[Rating]) -> dict[str, dict[str, Rating]]:
    """Give the ratings as unit → rater → rating; raise ``ScoringError`` where one rated a unit twice."""
    found: dict[str, dict[str, Rating]] = {}
    for rating in ratings:
        raters = found.setdefault(rating.unit, {})
        if rating.rater in raters:
            raise ScoringError("unit_rated_twice", unit=rating.unit, rater=rating.rater)
        raters[rating.rater] = rating
    return found


def raters_of(units: Mapping[str, Mapping[str, Rating]]) -> tuple[str, ...]:
    """Name all raters in code-point order."""
    return tuple(sorted({rater for raters in units.values() for rater in raters}))


def number_of(rating: Rating) -> Number:
    """Give a value that is counted with; raise ``ScoringError`` where it is a label."""
    if isinstance(rating.value, str):
        raise ScoringError("value_not_number", unit=rating.unit, rater=rating.rater, value=rating.value)
    return rating.value


def common_denominator(numbers: Iterable[Number]) -> int:
    """Give the least factor that makes whole numbers of all: whole numbers are summed fast and exactly."""
    return lcm(*{number.denominator for number in numbers})
