"""All figures of agreement that one set of ratings allows, each with its reason where it does not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.agreement.alpha import NOMINAL, krippendorff_alpha
from scoring.agreement.icc import FORMS, intraclass_correlations
from scoring.agreement.kappa import cohen_kappas
from scoring.agreement.statistic import NOMINAL_SCALE, Statistic, undefined
from scoring.rating import Number, Rating


@dataclass(frozen=True)
class Reliability:
    """Hold alpha, the six intraclass correlations and the three kappas, and how much they rest on."""

    scale: str
    alpha: Statistic
    icc: Mapping[str, Statistic]
    kappa: Mapping[str, Statistic]
    units: int
    raters: int
    ratings: int


def measure_reliability(
    ratings: Iterable[Rating], scale: str, categories: Sequence[Number | str] | None = None
) -> Reliability:
    """Give all that can be said of the agreement of *ratings*.

    Raise ``ScoringError`` for an unknown scale, a unit that one rater rated twice, or a value that is not
    among *categories* where those are given.
    """
    rated = list(ratings)
    # The numbers of a nominal scale are names: their mean, and so a correlation, says nothing.
    nominal = dict.fromkeys(FORMS, undefined(NOMINAL_SCALE))
    return Reliability(
        scale=scale,
        alpha=krippendorff_alpha(rated, scale),
        icc=nominal if scale == NOMINAL else intraclass_correlations(rated).forms,
        kappa=cohen_kappas(rated, categories),
        units=len({rating.unit for rating in rated}),
        raters=len({rating.rater for rating in rated}),
        ratings=len(rated),
    )
