"""Bring several drills of one programme to one scale by the anchor responses that their evaluators rated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from scoring.rating import Rating, by_unit
from scoring.rounding import two_decimals
from scoring.scoring_error import ScoringError
from scoring.severity.fit import fit_severity
from scoring.severity.graph import groups_of


@dataclass(frozen=True)
class AnchorRating:
    """Hold what one evaluator of a drill gave one anchor response, in percent."""

    drill: str
    evaluator: str
    anchor: str
    value: int | Fraction


@dataclass(frozen=True)
class Link:
    """Hold by how many points each drill rated above (or below 0, under) all of them; the effects sum to 0.

    *anchors* is how many anchor responses each drill has in common with another one.
    """

    effects: Mapping[str, Fraction]
    anchors: Mapping[str, int]


def link_drills(ratings: Iterable[AnchorRating]) -> Link:
    """Find each drill's effect: the least squares of rating = anchor + drill over all anchor ratings, exact.

    Raise ``ScoringError``: ``one_drill`` where there is nothing to link, ``anchor_rated_twice``,
    ``drills_not_linked`` with the pieces where no chain of anchors joins them.
    Source: the additive model of scoring/severity with drills for raters.
    """
    means = _means(ratings)
    drills = sorted({rating.rater for rating in means})
    if len(drills) < 2:
        raise ScoringError("one_drill", drills=tuple(drills))
    groups = groups_of(means)
    if len(groups) > 1:
        raise ScoringError("drills_not_linked", pieces=tuple(group.raters for group in groups))
    fit = fit_severity(means)
    shared = [row for row in by_unit(means).values() if len(row) > 1]
    return Link(
        effects=MappingProxyType({drill: fit.severity[drill] for drill in drills}),
        anchors=MappingProxyType({drill: sum(drill in row for row in shared) for drill in drills}),
    )


def linked_score(link: Link, drill: str, score: Decimal | Fraction) -> Decimal:
    """Give a drill's score on the scale that all drills share, two decimals; it may pass 0 or 100, so that order stays.

    Raise ``ScoringError`` where the drill is not among those linked.
    """
    if drill not in link.effects:
        raise ScoringError("drill_not_linked", drill=drill)
    return two_decimals(Fraction(score) - link.effects[drill])


def _means(ratings: Iterable[AnchorRating]) -> list[Rating]:
    """Give a drill's mean for each anchor, trusted by the number of its evaluators."""
    given: dict[tuple[str, str], dict[str, Fraction]] = {}
    for one in ratings:
        values = given.setdefault((one.anchor, one.drill), {})
        if one.evaluator in values:
            raise ScoringError("anchor_rated_twice", drill=one.drill, anchor=one.anchor, evaluator=one.evaluator)
        values[one.evaluator] = Fraction(one.value)
    return [
        Rating(anchor, drill, sum(values.values(), Fraction(0)) / len(values), confidence=len(values))
        for (anchor, drill), values in sorted(given.items())
    ]
