"""How good a response is, 0…1 (rules.md 24)."""

from collections.abc import Mapping
from fractions import Fraction

from scoring.agreement_of_levels import agreed_level
from scoring.record import Ratings
from scoring.rubric import Rubric


def option_quality(value: int, top: int) -> Fraction:
    """Give the quality of a choice, or of several choices whose values sum to *value*."""
    return Fraction(min(max(value, 0), top), top)


def qualities_by_criterion(ratings: Ratings, top: int) -> dict[str, Fraction]:
    """Give the agreed level ÷ top of each criterion that at least one evaluator observed."""
    agreed = {criterion: agreed_level(levels) for criterion, levels in ratings.items()}
    return {criterion: level / top for criterion, level in agreed.items() if level is not None}


def rated_quality(by_criterion: Mapping[str, Fraction], rubric: Rubric) -> Fraction | None:
    """Weigh the criteria that were observed; None where none of them is left or weighs anything."""
    weights = {criterion: Fraction(rubric.criteria[criterion].weight) for criterion in by_criterion}
    total = sum(weights.values())
    if not total:
        return None
    return sum((weights[name] * quality for name, quality in by_criterion.items()), Fraction(0)) / total


def with_rationale(option: Fraction, rationale: Fraction | None) -> Fraction:
    """Give half for the option and half for its rationale; the option alone where nobody observed that."""
    return option if rationale is None else (option + rationale) / 2
