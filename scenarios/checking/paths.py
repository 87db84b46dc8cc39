"""The ways a team can take through a scenario: which injects each reaches, and with what total weight.

A path is one outcome for every inject that conditions depend on, walked in planned order by a team that answers
at once: all paths where there are at most 4,096, else a sample that is the same on every machine.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from injects.condition import Condition
from injects.inject import Inject
from scenarios.checking.route import Route

MOST = 4096
SAMPLE = 1000


@dataclass(frozen=True)
class Path:
    """One outcome per decision, a bit for each step that is reached, and the weight of all injects on the way."""

    choice: tuple[int, ...]
    reached: int
    weight: int


class Paths:
    """All paths walked through one scenario, out of *combinations*."""

    def __init__(self, route: Route, combinations: int, walked: list[Path]) -> None:
        self.route = route
        self.combinations = combinations
        self.walked = walked

    @property
    def sampled(self) -> bool:
        """Say whether there were too many combinations to walk them all."""
        return self.combinations > len(self.walked)

    def name(self, path: Path) -> str:
        """Give the outcomes of a path as words."""
        return self.route.name(path.choice, path.reached)

    def places(self, reached: int) -> frozenset[int]:
        """Give the injects of the steps whose bits are set."""
        steps = enumerate(self.route.steps)
        return frozenset(place for number, step in steps if reached >> number & 1 for place in step.places)

    def together(self, *places: int) -> bool:
        """Say whether some path walked has all the injects at these places."""
        common = (1 << len(self.walked)) - 1
        for place in places:
            if place not in self.route.always:
                common &= self._paths_of_step[self.route.step_of[place]]
        return common != 0

    @cached_property
    def _paths_of_step(self) -> list[int]:
        columns = [bytearray(len(self.walked)) for _ in self.route.steps]
        for row, path in enumerate(self.walked):
            for number in range(len(columns)):
                columns[number][row] = 48 + (path.reached >> number & 1)
        return [int(column, 2) for column in columns]


def explore(injects: Sequence[Inject], conditions: Mapping[int, Condition]) -> Paths:
    """Walk the paths through injects whose references are sound and run in no circle."""
    route = Route(injects, conditions)
    combinations = prod(map(len, route.decisions))
    return Paths(route, combinations, [_walk(route, choice) for choice in _choices(route.decisions, combinations)])


def _choices(decisions: list[dict[int, str]], combinations: int) -> Iterator[tuple[int, ...]]:
    outcomes = [list(decision) for decision in decisions]
    if combinations <= MOST:
        yield from product(*outcomes)
        return
    rng = random.Random(0)
    for _ in range(SAMPLE):
        yield tuple(rng.choice(one) for one in outcomes)


def _walk(route: Route, choice: tuple[int, ...]) -> Path:
    facts = sum(choice[: route.set_by_hand])
    reached, weight = 0, route.weight_of_always
    waiting, before = list(range(len(route.steps))), -1
    # What waits for a press may still come when more is known; so as long as that changes anything.
    while len(waiting) != before:
        before, pending = len(waiting), waiting
        waiting = []
        for number in pending:
            step = route.steps[number]
            if not route.comes(step, facts, reached):
                waiting += [number] * step.by_hand
                continue
            reached |= 1 << number
            weight += step.weight
            facts |= step.delivery if step.decision is None else choice[step.decision]
    return Path(choice, reached, weight)
