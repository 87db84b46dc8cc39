"""Give everybody about as much: fill what is lacking and even out loads, through chains of others where it must be."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from scoring.assignment.ledger import Ledger, pair_of
from scoring.assignment.panel import Place


def complete(ledger: Ledger) -> None:
    """Find somebody for each rating that is lacking, as far as clearances and room allow."""
    for place in ledger.lacking():
        ready = [one for one in ledger.cleared[place[0]] if ledger.may(place, one)]
        chain = _chain(ledger, ready, ledger.has_room)
        if chain:
            _shift(ledger, chain)
            ledger.put(place, chain[0])


def balance(ledger: Ledger) -> None:
    """Move what is loose until no chain of moves makes two loads more equal.

    Then the sum of the squared loads is the least that clearances allow: loads are a convex cost of a flow,
    and a flow is optimal where no such chain is left.
    """
    while any(_relieve(ledger, one) for one in sorted(ledger.loose, key=lambda one: -ledger.load[one])):
        pass


def _relieve(ledger: Ledger, one: str) -> bool:
    light = ledger.load[one] - 2
    chain = _chain(ledger, [one], lambda other: ledger.load[other] <= light and ledger.has_room(other))
    if chain:
        _shift(ledger, chain)
    return bool(chain)


def _chain(ledger: Ledger, sources: Sequence[str], ends: Callable[[str], bool]) -> list[str]:
    """Find the shortest chain in which each could give a response to the next, the last the least loaded."""
    before: dict[str, str | None] = dict.fromkeys(sources)
    found, queue = _least(ledger, filter(ends, sources)), deque(sources)
    while queue and found is None:
        giver = queue.popleft()
        takers = [other for other in ledger.loose if other not in before and _can_give(ledger, giver, other)]
        before.update(dict.fromkeys(takers, giver))
        found = _least(ledger, filter(ends, takers))
        queue.extend(takers)
    chain: list[str] = []
    while found is not None:
        chain.insert(0, found)
        found = before[found]
    return chain


def _least(ledger: Ledger, some: Iterable[str]) -> str | None:
    return min(some, key=lambda one: ledger.load[one], default=None)


def _can_give(ledger: Ledger, giver: str, taker: str) -> bool:
    return any(ledger.may(place, taker) for place in ledger.loose[giver])


def _shift(ledger: Ledger, chain: Sequence[str]) -> None:
    # From the end, so that nobody is ever above her limit.
    for giver, taker in reversed(list(pairwise(chain))):
        ledger.move(_least_missed(ledger, giver, taker), giver, taker)


def _least_missed(ledger: Ledger, giver: str, taker: str) -> Place:
    """Choose what changes hands so that evaluators keep to few injects and pairs stay mixed."""

    def harm(place: Place) -> tuple[bool, int, int]:
        met = sum(ledger.together[pair_of(taker, other)] for other in ledger.on[place] - {giver})
        return not ledger.block[taker, place[1]], ledger.block[giver, place[1]], met

    return min((place for place in ledger.loose[giver] if ledger.may(place, taker)), key=harm)
