"""Model answers that everybody rates: what calibration compares, and what links evaluators and drills."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from injects.text import Text
from scenarios.scenario import Scenario
from scoring.assignment.ledger import rank


@dataclass(frozen=True)
class Anchor:
    """One model answer: *item* names its inject and its place among that inject's, *level* is what it earns."""

    item: str
    inject: str
    text: Text
    level: str
    criteria: tuple[str, ...]

    @property
    def weight(self) -> int:
        """Give how many levels are compared in it."""
        return len(self.criteria)


def anchors_of(scenario: Scenario, criteria: dict[str, tuple[str, ...]], seed: str) -> tuple[Anchor, ...]:
    """Give a scenario's model answers in the order in which they are given out.

    Whatever criterion or level has come least comes next, so that few of them already show how somebody reads the
    whole rubric; the seed parts equals. It is the scenario's own, so that drills of one scenario share them.
    """
    left = [
        Anchor(f"{inject.id}#{place}", inject.id, one.text, one.level, criteria[inject.id])
        for inject in scenario.injects
        if inject.ask and inject.id in criteria
        for place, one in enumerate(inject.ask.benchmarks)
    ]
    left.sort(key=lambda one: rank(seed, one.item))
    ordered: list[Anchor] = []
    while left:
        ordered.append(left.pop(left.index(min(left, key=lambda one: _seen(ordered, one)))))
    return tuple(ordered)


def _seen(before: Iterable[Anchor], one: Anchor) -> tuple[int, int, int]:
    given = list(before)
    criteria = min(sum(name in other.criteria for other in given) for name in one.criteria)
    return (
        criteria + sum(other.level == one.level for other in given),
        sum(other.inject == one.inject for other in given),
        len(given),
    )


def rounds_of(anchors: Sequence[Anchor], least: int) -> tuple[tuple[Anchor, ...], ...]:
    """Cut anchors into rounds that compare *least* levels each; what is left over makes no round.

    Where there are too few for one, all of them are the only round, and nobody can pass by it alone.
    """
    rounds: list[tuple[Anchor, ...]] = []
    begun: list[Anchor] = []
    for anchor in anchors:
        begun.append(anchor)
        if sum(one.weight for one in begun) >= least:
            rounds.append(tuple(begun))
            begun = []
    return tuple(rounds) if rounds or not begun else (tuple(begun),)
