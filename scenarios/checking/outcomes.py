"""Which outcome each decision has on each of many paths, as columns: whole numbers with a bit for each path."""

import random
from collections.abc import Mapping, Sequence
from functools import cache
from math import prod


class Outcomes:
    """One outcome per decision on each of *count* paths: every combination, or a sample that is always the same.

    The first path is the highest bit of a column.
    """

    def __init__(self, decisions: Sequence[Mapping[int, str]], count: int, *, sampled: bool) -> None:
        self.count = count
        self.everybody = (1 << count) - 1
        self._bits = [tuple(decision) for decision in decisions]
        sizes = [len(decision) for decision in decisions]
        self._taken = _sample(sizes, count) if sampled else _product(sizes)

    def choice(self, path: int) -> tuple[int, ...]:
        """Give the bits that each decision makes true on a path."""
        return tuple(bits[taken[path]] for bits, taken in zip(self._bits, self._taken, strict=True))

    def columns(self, decision: int) -> list[tuple[int, int]]:
        """Give, for each outcome of a decision, the bits it makes true and the paths on which it is taken."""
        taken = self._taken[decision]
        return [(bits, int(taken.translate(_mark(place)), 2)) for place, bits in enumerate(self._bits[decision])]


def _product(sizes: Sequence[int]) -> list[bytes]:
    # As itertools has it: the last decision changes first.
    every, taken = prod(sizes), []
    around = every
    for size in sizes:
        around //= size
        once = b"".join(bytes((outcome,)) * around for outcome in range(size))
        taken.append(once * (every // len(once)))
    return taken


def _sample(sizes: Sequence[int], count: int) -> list[bytes]:
    rng = random.Random(0)
    return [rng.randbytes(count).translate(_spread(size)) for size in sizes]


@cache
def _mark(outcome: int) -> bytes:
    return bytes(ord("1") if byte == outcome else ord("0") for byte in range(256))


@cache
def _spread(size: int) -> bytes:
    return bytes(byte % size for byte in range(256))
