"""What several evaluators' levels come to on one criterion (rules.md 25)."""

from collections.abc import Sequence
from fractions import Fraction


def agreed_level(levels: Sequence[int | None]) -> Fraction | None:
    """Give the one level, the mean of two, the median of three or more; None where nobody observed it.

    Levels are 0…top. An evaluator who marked the criterion *not observed* (None) has no say in it.
    """
    given = sorted(level for level in levels if level is not None)
    if not given:
        return None
    # The mean of two is their median, so one formula serves all three sentences of the rule.
    middle = len(given) // 2
    return Fraction(given[middle] + given[-middle - 1], 2)
