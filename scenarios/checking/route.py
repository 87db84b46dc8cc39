"""A scenario as the steps of a walk: only what differs from path to path, with injects alike taken together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from injects.condition import Condition
from injects.inject import Inject
from injects.msel import Msel
from scenarios.checking.facts import Facts
from scenarios.checking.planned import Planned, planned

_LONGEST_NAME = 200
_Alike = tuple[Condition | None, int | None]


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
        self._alike: dict[_Alike | None, int] = {}
        positions = Msel(injects).positions
        for one in planned(injects):
            follows = injects[one.place].after
            self._add(one, positions[follows.inject] if follows else None)
        self.weight_of_always = sum(injects[place].weight for place in self.always)

    def fates(self, choice: tuple[int, ...], reached: int) -> tuple[tuple[str, str], ...]:
        """Give what becomes of each inject, or flag set by hand, on a path; what never comes there has no fate."""
        met = {step.decision for number, step in enumerate(self.steps) if reached >> number & 1}
        met |= set(range(self.set_by_hand))
        told = zip(self.subjects, choice, self.decisions, strict=True)
        return tuple((one, fates[bits]) for place, (one, bits, fates) in enumerate(told) if place in met)

    def name(self, choice: tuple[int, ...], reached: int) -> str:
        """Give the outcomes of a path as words."""
        return ", ".join(f"{subject}: {fate}" for subject, fate in self.fates(choice, reached))[:_LONGEST_NAME]

    def _add(self, one: Planned, follows: int | None) -> None:
        place, inject = one.place, self.injects[one.place]
        outcomes = self.facts.outcomes(inject)
        before = None if follows is None or follows in self.always else self.step_of[follows]
        # What changes a fact, or may come at any time, is alone in its step.
        alike = None if one.by_hand or any(outcomes) else (self.conditions.get(place), before)
        if place not in self.conditions and before is None:
            self.always.add(place)
            if not any(outcomes):
                return
        if alike in self._alike:
            self._join(self._alike[alike], place)
            return
        self.step_of[place] = len(self.steps)
        self.steps.append(self._step(one, before, outcomes))
        if any(outcomes):
            # What comes later is read with other facts, even where its condition is the same.
            self._alike.clear()
        elif alike:
            self._alike[alike] = self.step_of[place]

    def _step(self, one: Planned, before: int | None, outcomes: dict[int, str]) -> Step:
        place, inject = one.place, self.injects[one.place]
        return Step(
            places=[place],
            condition=place if place in self.conditions else None,
            before=before,
            decision=self._decide(inject, outcomes) if len(outcomes) > 1 else None,
            delivery=next(iter(outcomes)),
            by_hand=one.by_hand,
            weight=0 if place in self.always else inject.weight,
        )

    def _join(self, number: int, place: int) -> None:
        self.steps[number].places.append(place)
        self.steps[number].weight += self.injects[place].weight
        self.step_of[place] = number

    def _decide(self, inject: Inject, outcomes: dict[int, str]) -> int:
        self.decisions.append(outcomes)
        self.subjects.append(inject.id)
        return len(self.decisions) - 1
