"""The ledger that an assignment is worked out in: who is on what, and what that means for loads, blocks and pairs."""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from scoring.assignment.panel import Evaluator, Place, Unit

Pair = tuple[str, str]


def rank(seed: str, *names: str) -> bytes:
    """Give what puts names in an order that only the seed decides, the same on every machine."""
    return hashlib.sha256("\x1f".join((seed, *names)).encode("utf-8", "surrogatepass")).digest()


def pair_of(one: str, other: str) -> Pair:
    """Name two evaluators in code-point order."""
    return (one, other) if one < other else (other, one)


class Ledger:
    """Hold who is on which response; only what was put here and not pinned may be moved again."""

    def __init__(
        self,
        evaluators: Sequence[Evaluator],
        units: Sequence[Unit],
        needed: int,
        seed: str,
        kept: Mapping[Place, Collection[str]],
    ) -> None:
        """Begin with what is *kept*: it counts for loads, blocks and pairs, and never moves."""
        self.needed, self.seed = needed, seed
        self.evaluators = {one.id: one for one in sorted(evaluators, key=lambda one: rank(seed, one.id))}
        self.cleared = {
            unit.team: tuple(one.id for one in self.evaluators.values() if one.is_cleared(unit.team, unit.language))
            for unit in units
        }
        self.language = {unit.team: unit.language for unit in units}
        self._may = {team: frozenset(ids) for team, ids in self.cleared.items()}
        self.places = sorted((unit.place for unit in units), key=self._order)
        self.on: dict[Place, set[str]] = {place: set() for place in self.places}
        self.loose: dict[str, dict[Place, None]] = {one: {} for one in self.evaluators}
        self.load: Counter[str] = Counter()
        self.block: Counter[Pair] = Counter()  # (evaluator, inject)
        self.together: Counter[Pair] = Counter()
        for place in self.places:
            for one in sorted(kept.get(place, ())):
                self._enter(place, one)

    def _order(self, place: Place) -> tuple[int, bytes]:
        # Teams that few may rate come first, while everybody still has room.
        return len(self.cleared[place[0]]), rank(self.seed, *place)

    def may(self, place: Place, one: str) -> bool:
        """Say whether an evaluator may rate a response that she is not on yet."""
        return one in self._may[place[0]] and one not in self.on[place]

    def has_room(self, one: str) -> bool:
        """Say whether an evaluator takes one more."""
        return self.evaluators[one].has_room(self.load[one])

    def ready(self, place: Place) -> list[str]:
        """Give who may be put on a response and takes one more."""
        return [one for one in self.cleared[place[0]] if one not in self.on[place] and self.has_room(one)]

    def lacking(self) -> list[Place]:
        """Give each response once per rating that nobody is to give yet; first those without the first one."""
        rounds = range(1, self.needed + 1)
        return [place for number in rounds for place in self.places if len(self.on[place]) < number]

    def _enter(self, place: Place, one: str) -> None:
        for other in self.on[place]:
            self.together[pair_of(one, other)] += 1
        self.on[place].add(one)
        self.load[one] += 1
        self.block[one, place[1]] += 1

    def put(self, place: Place, one: str) -> None:
        """Give a response to an evaluator."""
        self._enter(place, one)
        self.loose[one][place] = None

    def take(self, place: Place, one: str) -> None:
        """Take a response away from an evaluator who was given it here."""
        del self.loose[one][place]
        self.on[place].remove(one)
        self.load[one] -= 1
        self.block[one, place[1]] -= 1
        for other in self.on[place]:
            self.together[pair_of(one, other)] -= 1

    def move(self, place: Place, one: str, other: str) -> None:
        """Give a response of *one* to *other*."""
        self.take(place, one)
        self.put(place, other)

    def pin(self, place: Place, one: str) -> None:
        """Keep an evaluator on a response from now on."""
        self.loose.get(one, {}).pop(place, None)
