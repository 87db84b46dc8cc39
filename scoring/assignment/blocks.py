"""Give out what is lacking inject by inject, so that an evaluator compares many teams on the same question."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from scoring.assignment.ledger import Ledger, Pair, pair_of, rank
from scoring.assignment.panel import Place

# Fewer responses to one inject than this, and an evaluator has hardly begun to compare.
WORTHWHILE = 8

Shares = Mapping[tuple[str, str], int]


def fill_evenly(ledger: Ledger) -> None:
    """Give each lacking rating to the least loaded, whatever inject it is of."""
    for place in ledger.lacking():
        ready = ledger.ready(place)
        if ready:
            ledger.put(place, min(ready, key=lambda one: ledger.load[one]))


def shares_of(ledger: Ledger) -> Shares:
    """Give how many responses in each language each evaluator has: (evaluator, language) → number."""
    return Counter((one, ledger.language[place[0]]) for place in ledger.places for one in ledger.on[place])


def fill_by_inject(ledger: Ledger, fair: Ledger) -> None:
    """Let a small panel share each inject of a language, until everybody has what *fair* gives her."""
    shares = shares_of(fair)
    lacking: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in ledger.places:
        wanted = len(fair.on[place]) - len(ledger.on[place])
        lacking[place[1], ledger.language[place[0]]] += [place] * wanted
    for inject, language in sorted(lacking, key=lambda name: rank(ledger.seed, *name)):
        _fill(ledger, shares, inject, language, lacking[inject, language])


def _fill(ledger: Ledger, shares: Shares, inject: str, language: str, places: Sequence[Place]) -> None:
    has = shares_of(ledger)
    free = Counter({one: shares.get((one, language), 0) - has.get((one, language), 0) for one in ledger.loose})
    panel = _panel(ledger, free, inject, places)
    met: Counter[Pair] = Counter()
    for place in places:
        ready = ledger.ready(place)
        if ready:
            chosen = min(ready, key=lambda one: _misfit(ledger, panel, free, met, place, one))
            met.update(pair_of(chosen, other) for other in ledger.on[place])
            free[chosen] -= 1
            ledger.put(place, chosen)


def _misfit(
    ledger: Ledger, panel: Collection[str], free: Counter[str], met: Counter[Pair], place: Place, one: str
) -> tuple[int, ...]:
    pairs = [pair_of(one, other) for other in ledger.on[place]]
    block = ledger.block[one, place[1]]
    mixed = sum(met[pair] for pair in pairs), sum(ledger.together[pair] for pair in pairs)
    return (free[one] <= 0, one not in panel, *mixed, block, -free[one])


def _panel(ledger: Ledger, free: Counter[str], inject: str, places: Sequence[Place]) -> set[str]:
    """Choose four where two rate each response, so that all meet; three where there are few responses."""
    least, most = ledger.needed + 1, 2 * ledger.needed
    width = min(most, max(least, len(places) // WORTHWHILE)) if ledger.needed > 1 else 1
    share = -(-len(places) // width)
    able = {one: None for place in places for one in ledger.cleared[place[0]]}
    # Who is on the inject already goes on with it.
    members = {one for one in able if ledger.block[one, inject] and free[one] > 0}
    for one in _freest(free, (one for one in able if one not in members)):
        if len(members) >= width and sum(min(share, free[member]) for member in members) >= len(places):
            break
        members.add(one)
    return members


def _freest(free: Counter[str], some: Iterable[str]) -> list[str]:
    return sorted((one for one in some if free[one] > 0), key=lambda one: -free[one])
