"""Who stands where: places by rounded score, then by the announced tie order (rules.md 27)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from scoring.draw import rank_by_draw
from scoring.rounding import two_decimals
from scoring.rules import DRAW, LOWEST, QUALITY, Rules, Tie
from scoring.scoring_error import ScoringError


@dataclass(frozen=True)
class Contender:
    """Hold what places are given by: a team's score and quality in percent, its criteria 0…1."""

    team: str
    score: Decimal
    quality: Decimal
    criteria: Mapping[str, Fraction]


def award_places(rules: Rules, contenders: Sequence[Contender]) -> dict[str, int]:
    """Give each team its place, 1 for the best; equals share one (1, 1, 3) unless a draw parts them.

    Raise ``ScoringError`` where a draw is needed and its randomness is not known.
    """
    keys = {contender.team: _key(rules, contender) for contender in contenders}
    ranked = sorted(keys, key=lambda team: keys[team], reverse=True)
    places: dict[str, int] = {}
    for _, group in groupby(ranked, key=lambda team: keys[team]):
        tied = list(group)
        first = len(places) + 1
        if DRAW in rules.ties and len(tied) > 1:
            places.update({team: first + n for n, team in enumerate(_drawn(rules, tied))})
        else:
            places.update(dict.fromkeys(tied, first))
    return places


def _key(rules: Rules, contender: Contender) -> tuple[Decimal, ...]:
    # After a draw nobody is tied any more, so what the tie order names behind it has no say.
    before_draw = rules.ties[: rules.ties.index(DRAW)] if DRAW in rules.ties else rules.ties
    return (contender.score, *(compared(tie, contender) for tie in before_draw))


def compared(tie: Tie, contender: Contender) -> Decimal:
    """Give what *tie* compares in percent, rounded as it is printed, so that what looks equal is equal."""
    criteria = contender.criteria
    if tie == QUALITY:
        return contender.quality
    named = tuple(criteria) if tie == LOWEST else (tie,) if isinstance(tie, str) else tie
    there = [criteria[name] for name in named if name in criteria]
    if not there:
        # What left her record through no fault of hers must not cost a team: its quality stands in.
        return contender.quality
    return two_decimals(100 * (min(there) if tie == LOWEST else sum(there, Fraction(0)) / len(there)))


def _drawn(rules: Rules, tied: Sequence[str]) -> tuple[str, ...]:
    if rules.randomness is None:
        raise ScoringError("missing_randomness", teams=tuple(sorted(tied)))
    return rank_by_draw(tied, rules.randomness)
