"""What more raters would come to: the formula of Spearman and Brown (both 1910), and how many it takes."""

from scoring.agreement.statistic import NOT_RELIABLE, Statistic, undefined
from scoring.scoring_error import ScoringError


def reliability_of_mean(reliability: float, raters: float) -> float:
    """Give the reliability of the mean of *raters* raters, where one alone has *reliability*.

    Raise ``ScoringError`` where one rater's is not above −1 ÷ (raters − 1): nothing can be that unreliable.
    """
    divisor = 1 + (raters - 1) * reliability
    if divisor <= 0 or raters <= 0:
        raise ScoringError("bad_reliability", reliability=reliability, raters=raters)
    return raters * reliability / divisor


def raters_needed(reliability: float, wanted: float) -> Statistic:
    """Give how many raters' mean has the *wanted* reliability, to be rounded up.

    Undefined where one rater's is not above 0: then no number of raters helps. Raise ``ScoringError`` where
    *wanted* is not between 0 and 1.
    """
    if not 0 < wanted < 1 or reliability > 1:
        raise ScoringError("bad_reliability", reliability=reliability, wanted=wanted)
    if reliability <= 0:
        return undefined(NOT_RELIABLE)
    return Statistic(wanted * (1 - reliability) / (reliability * (1 - wanted)))
