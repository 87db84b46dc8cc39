"""After the announcement: to whom freed seats are offered. Nothing is optimised anew; the frozen order decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.limits import Limit, Tally, floor_limit, upper_limits
from scoring.selection.reasons import Reason, floor_told, over
from scoring.selection.selection_rules import SelectionRules

FLOOR_UNMET, NEXT_IN_ORDER = "floor_unmet", "next_in_order"


@dataclass(frozen=True)
class Offer:
    """Offer *seats* to a candidate: ``floor_unmet`` names the floor that she serves, ``next_in_order`` nothing."""

    id: str
    seats: int
    reason: Reason


@dataclass(frozen=True)
class NextOffers:
    """Hold the offers in the order in which they are made, and why each other waits on: a cap or the seats."""

    offers: tuple[Offer, ...]
    waiting: Mapping[str, Reason]


def next_offers(
    rules: SelectionRules, waitlist: Sequence[Candidate], holders: Sequence[tuple[Candidate, int]]
) -> NextOffers:
    """Say who is offered the seats that are free, given who holds how many (accepted, or offered and still open).

    *waitlist* is in its frozen order, without those who declined. While a floor of the rules is unmet by the holders,
    in file order, the first on the waitlist who serves it and fits; else the first who fits capacity and caps; and so
    on until nobody fits. Raise ``ScoringError`` where somebody is named twice.
    """
    pool = [*(candidate for candidate, _ in holders), *waitlist]
    _check_ids(pool)
    uppers = upper_limits(rules, pool)
    floors = [floor_limit(number, floor, pool) for number, floor in enumerate(rules.floors, 1)]
    tally = Tally((*uppers, *floors), [seats for _, seats in holders])
    waiting = list(range(len(holders), len(pool)))
    offers: list[Offer] = []
    while found := _next(rules, pool, waiting, floors, tally):
        place, seats, reason = found
        waiting.remove(place)
        tally.add(place, seats)
        offers.append(Offer(pool[place].id, seats, reason))
    return NextOffers(tuple(offers), {pool[place].id: _why(rules, pool, place, tally) for place in waiting})


def _check_ids(pool: Sequence[Candidate]) -> None:
    seen: set[str] = set()
    for candidate in pool:
        if candidate.id in seen:
            raise ScoringError("duplicate_id", id=candidate.id)
        seen.add(candidate.id)


def _next(
    rules: SelectionRules, pool: Sequence[Candidate], waiting: Sequence[int], floors: Sequence[Limit], tally: Tally
) -> tuple[int, int, Reason] | None:
    fitting = [(place, seats) for place in waiting if (seats := _fits(rules, pool[place], tally, place))]
    for floor in floors:
        if tally.amounts[tally.limits.index(floor)] >= floor.least:
            continue
        for place, seats in fitting:
            if place in floor.members:
                return place, seats, Reason(FLOOR_UNMET, floor_told(rules, floor))
    return (*fitting[0], Reason(NEXT_IN_ORDER)) if fitting else None


def _fits(rules: SelectionRules, candidate: Candidate, tally: Tally, place: int) -> int:
    """Give the seats she can be offered, 0 if there are too few for her."""
    seats = tally.room(place, candidate.size)
    return seats if seats >= candidate.smallest_grant(rules.smallest) else 0


def _why(rules: SelectionRules, pool: Sequence[Candidate], place: int, tally: Tally) -> Reason:
    size = pool[place].size
    against = (
        over(rules, limit, amount, place, size) for limit, amount in zip(tally.limits, tally.amounts, strict=True)
    )
    return next(reason for reason in against if reason)
