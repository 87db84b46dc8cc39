"""Units' means without their raters' severity: how much of it is taken off, and where a person must look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.rating import Number, Rating, common_denominator, number_of
from scoring.scoring_error import ScoringError
from scoring.severity.fit import Fit, fit_severity

FEWEST_RATINGS = 6
SHRINKAGE_UNKNOWN = Fraction(5)
FEW_RATINGS, CAPPED = "few_ratings", "severity_capped"


@dataclass(frozen=True)
class UnitMean:
    """Hold a unit's plain mean and its mean without its raters' severity."""

    unit: str
    raw: Fraction
    adjusted: Fraction
    ratings: int


@dataclass(frozen=True)
class RaterSeverity:
    """Hold the *severity* that is taken off a rater's ratings, and the least-squares *estimate* it comes from."""

    rater: str
    severity: Fraction
    estimate: Fraction
    ratings: int
    standard_error: float | None


@dataclass(frozen=True)
class Caution:
    """Say by *code* what a person should look at before a rater's severity is relied on."""

    code: str
    rater: str
    facts: Mapping[str, Number]


@dataclass(frozen=True)
class Adjustment:
    """Hold all units, raters and cautions, each in code-point order of ids."""

    units: tuple[UnitMean, ...]
    raters: tuple[RaterSeverity, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True)
class Shrinkage:
    """Hold λ, and whether the ratings told it."""

    value: Fraction
    estimated: bool


def adjust_severity(ratings: Iterable[Rating], *, shrinkage: Number = 0, cap: Number | None = None) -> Adjustment:
    """Fit and apply: see ``fit_severity`` and ``apply_severity``."""
    return apply_severity(fit_severity(ratings), shrinkage=shrinkage, cap=cap)


def apply_severity(fit: Fit, *, shrinkage: Number = 0, cap: Number | None = None) -> Adjustment:
    """Take b·n/(n + *shrinkage*), at most *cap* either way, off each of a rater's n ratings.

    Raise ``ScoringError`` where one of the two is negative. What is beyond the cap is a matter for a person.
    """
    for name, number in (("shrinkage", shrinkage), ("cap", cap)):
        if number is not None and number < 0:
            raise ScoringError(f"negative_{name}", value=number)
    raters = tuple(_rater(fit, rater, Fraction(shrinkage), cap) for rater in sorted(fit.severity))
    return Adjustment(
        units=_units(fit, {one.rater: one.severity for one in raters}),
        raters=raters,
        cautions=tuple(caution for one in raters for caution in _cautions(one, fit, Fraction(shrinkage), cap)),
    )


def estimate_shrinkage(fit: Fit) -> Shrinkage:
    """Give λ = variance of a rating ÷ variance of severity, 5 where the ratings do not tell.

    The spread of the estimates is that of severity plus that of estimating; the latter is taken off.
    """
    noise, raters = fit.residual_variance, len(fit.severity)
    if noise is None or raters < 2:
        return Shrinkage(SHRINKAGE_UNKNOWN, False)
    found = sum((b * b for b in fit.severity.values()), Fraction(0))
    by_chance = noise * sum(fit.spread.values(), Fraction(0))
    variance = (found - by_chance) / (raters - 1)
    return Shrinkage(noise / variance, True) if variance > 0 else Shrinkage(SHRINKAGE_UNKNOWN, False)


def _shrunk(fit: Fit, rater: str, shrinkage: Fraction) -> Fraction:
    count = fit.ratings[rater]
    return fit.severity[rater] * count / (count + shrinkage)


def _rater(fit: Fit, rater: str, shrinkage: Fraction, cap: Number | None) -> RaterSeverity:
    severity = _shrunk(fit, rater, shrinkage)
    if cap is not None:
        severity = min(max(severity, -Fraction(cap)), Fraction(cap))
    return RaterSeverity(rater, severity, fit.severity[rater], fit.ratings[rater], fit.standard_error(rater))


def _cautions(one: RaterSeverity, fit: Fit, shrinkage: Fraction, cap: Number | None) -> Iterable[Caution]:
    if one.ratings < FEWEST_RATINGS:
        yield Caution(FEW_RATINGS, one.rater, {"ratings": one.ratings, "least": FEWEST_RATINGS})
    if cap is not None and abs(_shrunk(fit, one.rater, shrinkage)) > cap:
        yield Caution(CAPPED, one.rater, {"estimate": one.estimate, "cap": cap})


def _units(fit: Fit, severity: Mapping[str, Fraction]) -> tuple[UnitMean, ...]:
    # Over one denominator the sums of a thousand units stay sums of whole numbers.
    divisor = common_denominator(severity.values())
    whole = {rater: int(b * divisor) for rater, b in severity.items()}
    means = []
    for unit in sorted(fit.units):
        ratings = fit.units[unit].values()
        weight = sum(one.confidence for one in ratings)
        weighed = sum((one.confidence * Fraction(number_of(one)) for one in ratings), Fraction(0))
        taken_off = Fraction(sum(one.confidence * whole[one.rater] for one in ratings), divisor)
        raw = sum((Fraction(number_of(one)) for one in ratings), Fraction(0)) / len(ratings)
        means.append(UnitMean(unit, raw, (weighed - taken_off) / weight, len(ratings)))
    return tuple(means)
