"""The ways a team can take through a scenario: which injects each reaches, and with what total weight.

A path is one outcome for every inject that conditions depend on, walked in planned order by a team that answers
at once: all paths where there are at most 4,096, else a sample that is the same on every machine.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

from injects.condition import Condition
from injects.inject import Inject
from scenarios.checking.outcomes import Outcomes
from scenarios.checking.route import Route
from scenarios.checking.totals import Totals
from scenarios.checking.walk import Walk

MOST = 4096
SAMPLE = 1000
# Nobody counts further, and a number of thousands of digits could not be written down.
MOST_COUNTED = 10**15


@dataclass(frozen=True)
class Path:
    """One outcome per decision, a bit for each step that is reached, and the weight of all injects on the way."""

    choice: tuple[int, ...]
    reached: int
    weight: int


class Paths:
    """All paths walked through one scenario, out of *combinations*."""

    def __init__(self, route: Route) -> None:
        self.route = route
        every = prod(map(len, route.decisions))
        self.combinations = min(every, MOST_COUNTED)
        self.count = every if every <= MOST else SAMPLE
        self._outcomes = Outcomes(route.decisions, self.count, sampled=self.sampled)
        self._columns = Walk(route, self._outcomes).columns

    @property
    def sampled(self) -> bool:
        """Say whether there were too many combinations to walk them all."""
        return self.combinations > self.count

    @cached_property
    def weights(self) -> list[int]:
        """Give what each path weighs."""
        totals = Totals(self.count)
        for step, column in zip(self.route.steps, self._columns, strict=True):
            totals.add(column, step.weight)
        return [self.route.weight_of_always + total for total in totals.each()]

    @property
    def walked(self) -> list[Path]:
        """Give every path."""
        return [self.path(number) for number in range(self.count)]

    def path(self, number: int) -> Path:
        """Give one path."""
        bit = self.count - 1 - number
        taken = "".join("1" if column >> bit & 1 else "0" for column in reversed(self._columns))
        return Path(self._outcomes.choice(number), int(taken or "0", 2), self.weights[number])

    @property
    def reached(self) -> frozenset[int]:
        """Give the injects that come on some path."""
        return self._places(column != 0 for column in self._columns) | self.route.always

    def name(self, path: Path) -> str:
        """Give the outcomes of a path as words."""
        return self.route.name(path.choice, path.reached)

    def places(self, reached: int) -> frozenset[int]:
        """Give the injects of the steps whose bits are set."""
        return self._places(reached >> number & 1 == 1 for number in range(len(self._columns)))

    def together(self, *places: int) -> bool:
        """Say whether some path walked has all the injects at these places."""
        common = self._outcomes.everybody
        for place in places:
            if place not in self.route.always:
                common &= self._columns[self.route.step_of[place]]
        return common != 0

    def _places(self, taken: Iterable[bool]) -> frozenset[int]:
        steps = zip(self.route.steps, taken, strict=True)
        return frozenset(place for step, is_taken in steps if is_taken for place in step.places)


def explore(injects: Sequence[Inject], conditions: Mapping[int, Condition]) -> Paths:
    """Walk the paths through injects whose references are sound and run in no circle."""
    return Paths(Route(injects, conditions))
