"""What to look at in a rater's ratings: figures for a person to judge, never a consequence by themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from scoring.rating import Number, Rating, number_of
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import FEWEST_RATINGS
from scoring.severity.fit import Fit
from scoring.severity.halo import halo_figures

SEVERITY_OF_SCALE, SEVERITY_OF_ERROR = "severity_of_scale", "severity_of_error"
INCONSISTENT, CENTRAL_TENDENCY, HALO = "inconsistent", "central_tendency", "halo"
FLAGS = (SEVERITY_OF_SCALE, SEVERITY_OF_ERROR, INCONSISTENT, CENTRAL_TENDENCY, HALO)

MOST_OF_SCALE = Fraction(1, 10)
MOST_ERRORS = 2
MOST_RESIDUAL_RATIO = Fraction(3, 2)
LEAST_SPREAD_RATIO = Fraction(1, 2)


@dataclass(frozen=True)
class Flag:
    """Hold what stands out in a rater's ratings: a *figure*, and the *limit* that it is beyond.

    *severity_of_scale*: b ÷ the width of the scale; *severity_of_error*: b ÷ its standard error, both negative
    for a strict rater; *inconsistent*: her mean squared residual ÷ everybody's; *central_tendency*: her standard
    deviation ÷ that within raters; *halo*: the mean correlation between her criteria.
    """

    rater: str
    code: str
    figure: float
    limit: float


def monitor_raters(
    fit: Fit, width: Number, by_criterion: Mapping[str, Iterable[Rating]] | None = None
) -> tuple[Flag, ...]:
    """Give the flags of all raters, by rater, in the order of FLAGS.

    *width* is that of the scale, from the lowest to the highest value. *by_criterion* hold the ratings of the
    same responses per criterion; without them nothing is said of halo. A rater with fewer than six ratings has
    no flags: so few show chance. Raise ``ScoringError`` where *width* is not above zero. Figures and limits:
    docs/statistics.md.
    """
    if width <= 0:
        raise ScoringError("bad_width", width=width)
    flags = (*_severity(fit, width), *_consistency(fit), *_central_tendency(fit), *_halo(by_criterion or {}))
    judged = [flag for flag in flags if fit.ratings.get(flag.rater, 0) >= FEWEST_RATINGS]
    return tuple(sorted(judged, key=lambda flag: (flag.rater, FLAGS.index(flag.code))))


def _severity(fit: Fit, width: Number) -> Iterator[Flag]:
    for rater, severity in fit.severity.items():
        if abs(severity) > MOST_OF_SCALE * width:
            yield Flag(rater, SEVERITY_OF_SCALE, float(severity / width), float(MOST_OF_SCALE))
        error = fit.standard_error(rater)
        if error and abs(severity) > MOST_ERRORS * error:
            yield Flag(rater, SEVERITY_OF_ERROR, float(severity) / error, MOST_ERRORS)


def _consistency(fit: Fit) -> Iterator[Flag]:
    everybody = sum(fit.squares.values(), Fraction(0)) / sum(fit.ratings.values())
    for rater, squares in fit.squares.items() if everybody else ():
        ratio = squares / fit.ratings[rater] / everybody
        if ratio > MOST_RESIDUAL_RATIO:
            yield Flag(rater, INCONSISTENT, float(ratio), float(MOST_RESIDUAL_RATIO))


def _central_tendency(fit: Fit) -> Iterator[Flag]:
    given: dict[str, list[Fraction]] = defaultdict(list)
    for row in fit.units.values():
        for rating in row.values():
            given[rating.rater].append(Fraction(number_of(rating)))
    squares = {rater: _squared_deviations(values) for rater, values in given.items() if len(values) > 1}
    freedom = sum(len(given[rater]) - 1 for rater in squares)
    within = sum(squares.values(), Fraction(0))
    for rater, own in squares.items() if within else ():
        ratio = own / (len(given[rater]) - 1) / (within / freedom)
        if ratio < LEAST_SPREAD_RATIO * LEAST_SPREAD_RATIO:
            yield Flag(rater, CENTRAL_TENDENCY, sqrt(ratio), float(LEAST_SPREAD_RATIO))


def _squared_deviations(values: list[Fraction]) -> Fraction:
    mean = sum(values, Fraction(0)) / len(values)
    return sum(((value - mean) * (value - mean) for value in values), Fraction(0))


def _halo(by_criterion: Mapping[str, Iterable[Rating]]) -> Iterator[Flag]:
    for rater, figure, limit in halo_figures(by_criterion):
        yield Flag(rater, HALO, figure, limit)
