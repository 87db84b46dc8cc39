"""All paths through a scenario walked at once: what comes, and what is true, as columns with a bit for each path."""

from collections.abc import Iterator
from heapq import heapify, heappop, heappush

from injects.condition import Condition
from injects.condition_tree import And, Not, Or
from scenarios.checking.facts import key_of
from scenarios.checking.outcomes import Outcomes
from scenarios.checking.route import Route, Step


class Walk:
    """Give in *columns* the paths on which each step of a route is taken."""

    def __init__(self, route: Route, outcomes: Outcomes) -> None:
        self.columns = [0] * len(route.steps)
        self._route, self._outcomes = route, outcomes
        self._true = dict.fromkeys(route.facts.bits, 0)
        # Each atom by the place of its bit.
        self._atoms = list(route.facts.bits)
        self._waiting_for: dict[object, list[int]] = {}
        for decision in range(route.set_by_hand):
            for bits, column in outcomes.columns(decision):
                self._learn(bits, column)
        self._walk()

    def _walk(self) -> None:
        steps = self._route.steps
        by_hand = [number for number, step in enumerate(steps) if step.by_hand]
        for number in by_hand:
            for wanted in self._wants(steps[number]):
                self._waiting_for.setdefault(wanted, []).append(number)
        later = {number for place in range(len(steps)) for number in self._take(place)}
        # What waits for a press may still come when more is known; so as long as that changes anything.
        while later:
            pending, later = list(later), set()
            heapify(pending)
            queued = set(pending)
            while pending:
                place = heappop(pending)
                queued.discard(place)
                for number in self._take(place):
                    if number <= place:
                        later.add(number)
                    elif number not in queued:
                        queued.add(number)
                        heappush(pending, number)

    def _wants(self, step: Step) -> Iterator[object]:
        if step.before is not None:
            yield step.before
        if step.condition is not None:
            yield from dict.fromkeys(self._route.facts.read_by(step.condition))

    def _take(self, number: int) -> list[int]:
        """Take a step on every path on which it comes by now; give the steps that may come because of it."""
        step = self._route.steps[number]
        comes = self._outcomes.everybody if step.before is None else self.columns[step.before]
        if step.condition is not None and comes:
            comes &= self._holds(self._route.conditions[step.condition])
        new = comes & ~self.columns[number]
        if not new:
            return []
        self.columns[number] |= new
        changed: list[object] = [number]
        if step.decision is None:
            changed += self._learn(step.delivery, new)
        else:
            for bits, column in self._outcomes.columns(step.decision):
                changed += self._learn(bits, new & column)
        return [waiting for one in changed for waiting in self._waiting_for.get(one, ())]

    def _learn(self, bits: int, column: int) -> list[object]:
        """Make the atoms of some bits true on the paths of a column; give those that were not."""
        learnt: list[object] = []
        while bits and column:
            atom = self._atoms[(bits & -bits).bit_length() - 1]
            bits &= bits - 1
            if column & ~self._true[atom]:
                self._true[atom] |= column
                learnt.append(atom)
        return learnt

    def _holds(self, condition: Condition) -> int:
        match condition:
            case Not(operand):
                return self._outcomes.everybody ^ self._holds(operand)
            case And(operands):
                column = self._outcomes.everybody
                for operand in operands:
                    column &= self._holds(operand)
                return column
            case Or(operands):
                column = 0
                for operand in operands:
                    column |= self._holds(operand)
                return column
        return self._true[key_of(condition)]
