"""The cut of a selection and who is statistically tied at it: there the announced tie order decides (rules.md 28)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.places import Contender, award_places
from scoring.rules import DRAW, Rules


def cut_of(called: Iterable[tuple[Decimal, int]], seats: int) -> Decimal | None:
    """Give the score at which the seats run out; None where there are seats for all.

    *called* are scores and sizes, the first called first: it is the score of the last whom the seats reach whole.
    Caps and floors have no part in it, so that the band around it is known before anybody is passed over.
    """
    left, last = seats, None
    for score, size in called:
        left -= size
        if left < 0:
            return last
        last = score
    return None


def order_with_band(rules: Rules, contenders: Sequence[Contender], tied: Collection[str]) -> dict[str, int]:
    """Give each its place in the order in which all are called, 1…n, no two the same.

    By score, then by the tie order of *rules*; last of all by the draw, announced there or not. Those of *tied* keep
    the places that they hold among them, and only the tie order says who of them has which. Raise ``ScoringError``
    where a draw is needed and its randomness is not known.
    """
    drawn = rules if DRAW in rules.ties else replace(rules, ties=(*rules.ties, DRAW))
    places = award_places(drawn, contenders)
    band = [replace(one, score=Decimal(0)) for one in contenders if one.team in tied]
    within = award_places(drawn, band)
    slots = sorted(places[one.team] for one in band)
    return places | {team: slots[place - 1] for team, place in within.items()}
