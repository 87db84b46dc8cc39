"""Intraclass correlations of a complete block: each rater has rated each unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.agreement.statistic import (
    INCOMPLETE_BLOCK,
    NEGATIVE_VARIANCE,
    NO_RATINGS,
    NO_VARIANCE,
    NO_VARIANCE_OF_UNITS,
    NOT_NUMBERS,
    ONE_RATER,
    ONE_UNIT,
    Statistic,
    undefined,
)
from scoring.rating import Rating, by_unit, number_of, raters_of

FORMS = ("ICC11", "ICC21", "ICC31", "ICC1k", "ICC2k", "ICC3k")
Units = Mapping[str, Mapping[str, Rating]]


@dataclass(frozen=True)
class MeanSquares:
    """Hold the mean squares between units, within units, between raters, and what is left over."""

    units: int
    raters: int
    bms: Fraction
    wms: Fraction
    jms: Fraction
    ems: Fraction

    @property
    def f_one_way(self) -> Fraction | None:
        """Give BMS ÷ WMS with n − 1 and n(k − 1) degrees of freedom; None where nothing varies within units."""
        return self.bms / self.wms if self.wms else None

    @property
    def f_two_way(self) -> Fraction | None:
        """Give BMS ÷ EMS with n − 1 and (n − 1)(k − 1) degrees of freedom; None where nothing is left over."""
        return self.bms / self.ems if self.ems else None


@dataclass(frozen=True)
class Intraclass:
    """Hold the six forms by their names in FORMS, and the squares they come from, None where there are none."""

    forms: Mapping[str, Statistic]
    squares: MeanSquares | None = None


def intraclass_correlations(ratings: Iterable[Rating]) -> Intraclass:
    """Give the six forms of Shrout & Fleiss 1979: one rater's or k raters' mean, by three models.

    ICC11 and ICC1k: each unit has raters of its own; 21 and 2k: raters drawn from many; 31 and 3k: these raters.
    """
    units = by_unit(ratings)
    if lacking := _lacking(units):
        return Intraclass(dict.fromkeys(FORMS, lacking))
    squares = _mean_squares(units)
    return Intraclass(_forms(squares), squares)


def _lacking(units: Units) -> Statistic | None:
    raters = raters_of(units)
    cells, filled = len(units) * len(raters), sum(len(row) for row in units.values())
    if not units:
        return undefined(NO_RATINGS)
    if len(raters) < 2:
        return undefined(ONE_RATER)
    if len(units) < 2:
        return undefined(ONE_UNIT)
    if any(isinstance(rating.value, str) for row in units.values() for rating in row.values()):
        return undefined(NOT_NUMBERS)
    if filled < cells:
        return undefined(INCOMPLETE_BLOCK, missing=cells - filled, of=cells)
    values = {rating.value for row in units.values() for rating in row.values()}
    return undefined(NO_VARIANCE) if len(values) == 1 else None


def _mean_squares(units: Units) -> MeanSquares:
    raters = raters_of(units)
    n, k = len(units), len(raters)
    rows = [[Fraction(number_of(row[rater])) for rater in raters] for row in units.values()]
    everything = _square(_total(map(_total, rows))) / (n * k)
    total = _total(_square(value) for row in rows for value in row) - everything
    between_units = _total(_square(_total(row)) for row in rows) / k - everything
    between_raters = _total(_square(_total(column)) for column in zip(*rows, strict=True)) / n - everything
    within = total - between_units
    return MeanSquares(
        units=n,
        raters=k,
        bms=between_units / (n - 1),
        wms=within / (n * (k - 1)),
        jms=between_raters / (k - 1),
        ems=(within - between_raters) / ((n - 1) * (k - 1)),
    )


def _total(numbers: Iterable[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))


def _square(number: Fraction) -> Fraction:
    return number * number


def _forms(squares: MeanSquares) -> dict[str, Statistic]:
    n, k = squares.units, squares.raters
    bms, wms, jms, ems = squares.bms, squares.wms, squares.jms, squares.ems
    return {
        "ICC11": _ratio(bms - wms, bms + (k - 1) * wms),
        "ICC21": _ratio(bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
        "ICC31": _ratio(bms - ems, bms + (k - 1) * ems),
        "ICC1k": _ratio(bms - wms, bms),
        "ICC2k": _ratio(bms - ems, bms + (jms - ems) / n),
        "ICC3k": _ratio(bms - ems, bms),
    }


def _ratio(share: Fraction, whole: Fraction) -> Statistic:
    # Below the line stands an estimate of a variance; one that comes out negative is no share of anything.
    if whole < 0:
        return undefined(NEGATIVE_VARIANCE)
    return Statistic(float(share / whole)) if whole else undefined(NO_VARIANCE_OF_UNITS)
