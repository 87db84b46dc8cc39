"""A scenario as the steps of a walk: only what differs from path to path, with injects alike taken together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from injects.condition import Condition
from injects.inject import Inject
from injects.msel import Msel
from scenarios.checking.facts import Facts
from scenarios.checking.planned import Planned, planned

_LONGEST_NAME = 200


@dataclass
class Step:
    """Injects that come or do not come together.

    *condition* is the place of the inject whose condition they share, *before* the step they follow, *decision*
    the place of their outcome in a path's choice, *delivery* the bits they make true, *weight* what they add.
    """

    places: list[int]
    condition: int | None
    before: int | None
    decision: int | None
    delivery: int
    by_hand: bool
    weight: int


class Route:
    """All steps of a scenario, and the decisions that paths differ in."""

    def __init__(self, injects: Sequence[Inject], conditions: Mapping[int, Condition]) -> None:
        self.injects = injects
        self.conditions = conditions
        self.facts = Facts(conditions)
        unset = self.facts.unset_flags(injects)
        self.decisions = [{0: "not set", bit: "set by hand"} for _, bit in unset]
        self.subjects = [flag for flag, _ in unset]
        self.set_by_hand = len(unset)
        self.always: set[int] = set()
        self.steps: list[Step] = []
        self.step_of: dict[int, int] = {}
        self._alike: dict[tuple[Condition | None, int | None], int] = {}
        positions = Msel(injects).positions
        for one in planned(injects):
            follows = injects[one.place].after
            self._add(one, positions[follows.inject] if follows else None)
        self.weight_of_always = sum(injects[place].weight for place in self.always)

    def comes(self, step: Step, facts: int, reached: int) -> bool:
        """Say whether a step is taken, given the bits that are true and the steps already taken."""
        if step.before is not None and not reached >> step.before & 1:
            return False
        return step.condition is None or self.facts.holds(step.condition, facts)

    def name(self, choice: tuple[int, ...]) -> str:
        """Give the outcomes of a path as words."""
        named = zip(self.subjects, choice, self.decisions, strict=True)
        return ", ".join(f"{subject}: {decision[bits]}" for subject, bits, decision in named)[:_LONGEST_NAME]

    def _add(self, one: Planned, before: int | None) -> None:
        place, inject = one.place, self.injects[one.place]
        outcomes = self.facts.outcomes(inject)
        changes = len(outcomes) > 1 or any(outcomes)
        if before in self.always:
            before = None
        condition = self.conditions.get(place)
        weight = inject.weight
        if condition is None and before is None:
            self.always.add(place)
            weight = 0
            if not changes:
                return
        step = None if before is None else self.step_of[before]
        if not changes and not one.by_hand and (condition, step) in self._alike:
            self._join(self._alike[condition, step], place, weight)
            return
        decision = self._decide(inject, outcomes) if len(outcomes) > 1 else None
        self.step_of[place] = len(self.steps)
        condition_place = None if condition is None else place
        delivery = next(iter(outcomes))
        self.steps.append(Step([place], condition_place, step, decision, delivery, one.by_hand, weight))
        if changes:
            # What comes later is read with other facts, even where its condition is the same.
            self._alike.clear()
        elif not one.by_hand:
            self._alike[condition, step] = self.step_of[place]

    def _join(self, number: int, place: int, weight: int) -> None:
        self.steps[number].places.append(place)
        self.steps[number].weight += weight
        self.step_of[place] = number

    def _decide(self, inject: Inject, outcomes: dict[int, str]) -> int:
        self.decisions.append(outcomes)
        self.subjects.append(inject.id)
        return len(self.decisions) - 1
