"""Hold the evaluators together: severity can be compared only along a chain of responses that were rated by several."""

from collections.abc import Collection, Iterable, Mapping

from scoring.assignment.ledger import Ledger
from scoring.assignment.panel import Place


def pieces(groups: Iterable[Collection[str]]) -> tuple[tuple[str, ...], ...]:
    """Give the evaluators that hang together, the largest piece first; each of *groups* rates one thing together."""
    piece: dict[str, set[str]] = {}
    for group in groups:
        joined = set(group).union(*(piece[one] for one in group if one in piece))
        piece.update(dict.fromkeys(joined, joined))
    distinct = {tuple(sorted(members)) for members in piece.values()}
    return tuple(sorted(distinct, key=lambda members: (-len(members), members)))


def link(ledger: Ledger) -> None:
    """Join pieces by exchanging responses, or by one that changes hands; then pin what holds all together."""
    while len(parts := pieces(ledger.on[place] for place in ledger.places)) > 1:
        forest = _forest(ledger)
        others = [(one, other) for one in parts for other in parts if one != other]
        if not any(_join(ledger, forest, one, other) for one, other in others):
            break
    for place, members in _forest(ledger).items():
        for one in members:
            ledger.pin(place, one)


def _forest(ledger: Ledger) -> Mapping[Place, set[str]]:
    """Give, per response, the evaluators without whom a piece could fall apart: a spanning forest."""
    root: dict[str | Place, str | Place] = {}

    def find(node: str | Place) -> str | Place:
        while (above := root.setdefault(node, node)) != node:
            node = above
        return node

    forest: dict[Place, set[str]] = {place: set() for place in ledger.places}
    for place in ledger.places:
        for one in sorted(ledger.on[place]):
            ends = find(place), find(one)
            if ends[0] != ends[1]:
                root[ends[0]] = ends[1]
                forest[place].add(one)
    return forest


def _join(ledger: Ledger, forest: Mapping[Place, set[str]], one: Iterable[str], other: Iterable[str]) -> bool:
    """Bring two pieces together through a response of *other* that does not hold it together."""
    near = [a for a in one if a in ledger.loose]
    far = [b for b in other if b in ledger.loose]
    return any(_exchange(ledger, forest, a, b) for b in far for a in near) or any(
        _hand_over(ledger, forest, a, b) for b in far for a in near
    )


def _exchange(ledger: Ledger, forest: Mapping[Place, set[str]], a: str, b: str) -> bool:
    # Whatever a's old response held together still hangs together: b is on it now, and a is with b's.
    given = next((place for place in ledger.loose[a] if ledger.may(place, b)), None)
    taken = _spare(ledger, forest, b, a)
    if given is None or taken is None:
        return False
    ledger.move(given, a, b)
    ledger.move(taken, b, a)
    return True


def _hand_over(ledger: Ledger, forest: Mapping[Place, set[str]], a: str, b: str) -> bool:
    taken = _spare(ledger, forest, b, a)
    if taken is None or not ledger.has_room(a):
        return False
    ledger.move(taken, b, a)
    return True


def _spare(ledger: Ledger, forest: Mapping[Place, set[str]], giver: str, taker: str) -> Place | None:
    loose = ledger.loose[giver]
    return next((place for place in loose if giver not in forest[place] and ledger.may(place, taker)), None)
