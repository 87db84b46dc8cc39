"""Linear equating: what a score on one drill's scale is on another's, where teams were put to drills at random."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from scoring.rounding import two_decimals
from scoring.scoring_error import ScoringError

Number = int | Fraction | Decimal
DIGITS = 28


@dataclass(frozen=True)
class Scale:
    """Hold the mean of a drill's scores and their standard deviation, in points."""

    mean: Fraction
    spread: Fraction


def scale_of(scores: Iterable[Number]) -> Scale:
    """Give the scale of a drill's scores: mean and sample standard deviation.

    Raise ``ScoringError`` where there are fewer than two scores.
    """
    values = [Fraction(score) for score in scores]
    if len(values) < 2:
        raise ScoringError("too_few_scores", count=len(values))
    mean = sum(values, Fraction(0)) / len(values)
    variance = sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - 1)
    # A context of our own: the digits of a root must not hang on who calls.
    with localcontext() as context:
        context.prec = DIGITS
        root = (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
    return Scale(mean, Fraction(root))


def equate(score: Number, source: Scale, target: Scale) -> Decimal:
    """Give spread(target) ÷ spread(source) · (score − mean(source)) + mean(target), two decimals.

    Raise ``ScoringError`` where all scores of the source are the same. Source: linear equating, e.g. M. J. Kolen
    and R. L. Brennan, Test Equating, Scaling, and Linking.
    """
    if source.spread <= 0 or target.spread < 0:
        raise ScoringError("no_spread", source=source.spread, target=target.spread)
    return two_decimals(target.spread / source.spread * (Fraction(score) - source.mean) + target.mean)
