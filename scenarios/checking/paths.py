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
from injects.msel import Msel
from scenarios.checking.facts import Facts
from scenarios.checking.planned import planned

MOST = 4096
SAMPLE = 1000
_LONGEST = 200


@dataclass(frozen=True)
class Path:
    """The outcomes of one path, as words; which injects it reaches besides those of every path; all their weight."""

    name: str
    reached: frozenset[int]
    weight: int


@dataclass(frozen=True)
class Paths:
    """All paths walked; *always* are the places of the injects that every path has."""

    combinations: int
    walked: list[Path]
    always: frozenset[int]

    def together(self, *places: int) -> bool:
        """Say whether some path walked has all the injects at these places."""
        everywhere = (1 << len(self.walked)) - 1
        for place in places:
            if place not in self.always:
                everywhere &= self._paths_of.get(place, 0)
        return everywhere != 0

    @cached_property
    def _paths_of(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for number, path in enumerate(self.walked):
            for place in path.reached:
                found[place] = found.get(place, 0) | 1 << number
        return found

    @property
    def sampled(self) -> bool:
        """Say whether there were too many combinations to walk them all."""
        return self.combinations > len(self.walked)


@dataclass(frozen=True)
class _Step:
    place: int
    conditional: bool
    predecessor: int | None
    decision: int | None
    delivery: int
    by_hand: bool


def explore(injects: Sequence[Inject], conditions: Mapping[int, Condition]) -> Paths:
    """Walk the paths through injects whose references are sound and run in no circle."""
    map_ = _Map(injects, conditions)
    combinations = prod(map(len, map_.decisions))
    walked = [map_.walk(choice) for choice in _choices(map_.decisions, combinations)]
    return Paths(combinations, walked, frozenset(map_.always))


def _choices(decisions: list[dict[int, str]], combinations: int) -> Iterator[tuple[int, ...]]:
    outcomes = [list(decision) for decision in decisions]
    if combinations <= MOST:
        yield from product(*outcomes)
        return
    rng = random.Random(0)
    for _ in range(SAMPLE):
        yield tuple(rng.choice(one) for one in outcomes)


class _Map:
    def __init__(self, injects: Sequence[Inject], conditions: Mapping[int, Condition]) -> None:
        self.injects = injects
        self.weights = [inject.weight for inject in injects]
        self.facts = Facts(conditions)
        unset = self.facts.unset_flags(injects)
        self.decisions = [{0: "not set", bit: "set by hand"} for _, bit in unset]
        self.subjects = [flag for flag, _ in unset]
        self.set_by_hand = len(unset)
        self.always: set[int] = set()
        positions = Msel(injects).positions
        self.steps: list[_Step] = []
        for one in planned(injects):
            inject = injects[one.place]
            before = positions[inject.after.inject] if inject.after else None
            self._add(one.place, before, one.by_hand, one.place in conditions)
        self.weight_of_always = sum(self.weights[place] for place in self.always)

    def _add(self, place: int, predecessor: int | None, by_hand: bool, conditional: bool) -> None:
        inject = self.injects[place]
        if not conditional and (predecessor is None or predecessor in self.always):
            self.always.add(place)
        outcomes = self.facts.outcomes(inject)
        decision = None
        if len(outcomes) > 1:
            decision = len(self.decisions)
            self.decisions.append(outcomes)
            self.subjects.append(inject.id)
        delivery = next(iter(outcomes))
        if place not in self.always or decision is not None or delivery:
            self.steps.append(_Step(place, conditional, predecessor, decision, delivery, by_hand))

    def walk(self, choice: tuple[int, ...]) -> Path:
        facts = sum(choice[: self.set_by_hand])
        reached: set[int] = set()
        waiting, before = self.steps, -1
        # What waits for a press may still come when more is known; so as long as that changes anything.
        while len(waiting) != before:
            before = len(waiting)
            facts, waiting = self._pass(waiting, choice, facts, reached)
        weight = sum(self.weights[place] for place in reached) + self.weight_of_always
        return Path(self._name(choice), frozenset(reached), weight)

    def _pass(
        self, steps: list[_Step], choice: tuple[int, ...], facts: int, reached: set[int]
    ) -> tuple[int, list[_Step]]:
        waiting: list[_Step] = []
        for step in steps:
            if step.place not in self.always:
                if not self._comes(step, facts, reached):
                    waiting += [step] * step.by_hand
                    continue
                reached.add(step.place)
            facts |= step.delivery if step.decision is None else choice[step.decision]
        return facts, waiting

    def _comes(self, step: _Step, facts: int, reached: set[int]) -> bool:
        before = step.predecessor
        if before is not None and before not in reached and before not in self.always:
            return False
        return not step.conditional or self.facts.holds(step.place, facts)

    def _name(self, choice: tuple[int, ...]) -> str:
        named = zip(self.subjects, choice, self.decisions, strict=True)
        return ", ".join(f"{subject}: {decision[bits]}" for subject, bits, decision in named)[:_LONGEST]
