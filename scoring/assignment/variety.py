"""Mix the pairs: everybody is to meet three others, and no two are to rate a quarter of everything together."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from scoring.assignment.ledger import Ledger, Pair
from scoring.assignment.panel import Place

PARTNERS = 3
SHARE = 4  # no pair in more than one in four
MOST_TRIES = 3_000  # what is mixed by then is mixed enough; the check names what is left

Swap = tuple[Place, str, Place, str]
Met = dict[str, set[str]]


def partners(together: Mapping[Pair, int]) -> Met:
    """Give whom each evaluator rates a response with."""
    return _met(pair for pair, count in together.items() if count)


def possible_partners(cleared: Iterable[Collection[str]]) -> Met:
    """Give whom each evaluator could rate a response with; *cleared* are those cleared for each team."""
    return _met((one, other) for group in set(cleared) for one in group for other in group if one != other)


def _met(pairs: Iterable[Pair]) -> Met:
    met: Met = {}
    for one, other in pairs:
        met.setdefault(one, set()).add(other)
        met.setdefault(other, set()).add(one)
    return met


def vary(ledger: Ledger) -> None:
    """Swap responses between evaluators while that mixes the pairs; loads stay as they are."""
    could = possible_partners(ledger.cleared.values())
    tries, better = 0, True
    while better and tries < MOST_TRIES and (trouble := _trouble(ledger, could)):
        better, harm = False, _harm(ledger, trouble)
        for place, one, other_place, other in islice(_swaps(ledger, trouble), MOST_TRIES - tries):
            tries += 1
            _swap(ledger, (place, one, other_place, other))
            better = _harm(ledger, _trouble(ledger, could)) < harm
            if better:
                break
            _swap(ledger, (place, other, other_place, one))


def _harm(ledger: Ledger, trouble: Counter[str]) -> tuple[int, int]:
    # Where no swap helps anybody at once, one that evens the pairs makes way for one that does.
    return trouble.total(), sum(count * count for count in ledger.together.values())


def _trouble(ledger: Ledger, could: Met) -> Counter[str]:
    """Give how far each evaluator is from meeting enough others, and from not meeting one too often."""
    met = partners(ledger.together)
    trouble: Counter[str] = Counter()
    for one in ledger.loose:
        wanted = min(PARTNERS, ledger.load[one], len(could.get(one, ())))
        trouble[one] = max(0, wanted - len(met.get(one, ())))
    limit = max(1, len(ledger.places) // SHARE)
    for pair, count in ledger.together.items():
        trouble.update(dict.fromkeys(pair, max(0, count - limit)))
    return +trouble


def _swaps(ledger: Ledger, trouble: Counter[str]) -> Iterator[Swap]:
    """Give what those in trouble could swap, within an inject first: that leaves its blocks as they are."""
    loose = [(place, one) for one in ledger.loose for place in ledger.loose[one]]
    for same in (True, False):
        for place, one in loose:
            for other_place, other in loose if one in trouble else ():
                fits = (place[1] == other_place[1]) is same and place != other_place
                if fits and ledger.may(place, other) and ledger.may(other_place, one):
                    yield place, one, other_place, other


def _swap(ledger: Ledger, swap: Swap) -> None:
    place, one, other_place, other = swap
    ledger.move(place, one, other)
    ledger.move(other_place, other, one)
