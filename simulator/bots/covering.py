"""Teams that take different branches: for each the options to choose, so that every reachable inject is reached."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

from injects.condition import Condition, TeamFacts, atoms, evaluate, parse_condition
from injects.condition_tree import Call, Flag
from injects.inject import Inject
from scenarios.checking.planned import planned
from scenarios.scenario import Scenario
from simulator.bots.dice import dice

MOST = 4096
# Instead of an option's id: whatever the level says, or no answer at all.
ANSWER, SILENCE = "", None
Decisions = Mapping[str, str | None]


def cover_branches(scenario: Scenario) -> tuple[Decisions, ...]:
    """Give few sets of decisions, the most telling first, that together reach whatever any set reaches.

    A decision is an option's id, `ANSWER` or `SILENCE`. Beyond 4,096 combinations a sample stands for all.
    """
    walk = _Walk(scenario)
    left = {tuple(sorted(made.items(), key=str)): walk.seen(made) for made in walk.combinations()}
    chosen: list[Decisions] = []
    known: set[tuple[str, str | None]] = set()
    while left:
        best = max(left, key=lambda made: len(left[made] - known))
        fresh = left.pop(best) - known
        if not fresh:
            break
        known |= fresh
        chosen.append(dict(best))
    return tuple(chosen) or ({},)


@dataclass
class _Facts:
    flags: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    lapsed: set[str] = field(default_factory=set)
    delivered: set[str] = field(default_factory=set)
    chosen: dict[str, frozenset[str]] = field(default_factory=dict)

    def told(self) -> TeamFacts:
        return TeamFacts(
            frozenset(self.flags), frozenset(self.answered), frozenset(self.lapsed), frozenset(self.delivered),
            self.chosen,
        )  # fmt: skip


class _Walk:
    def __init__(self, scenario: Scenario) -> None:
        self.order: Sequence[Inject] = [
            scenario.injects[one.place] for one in planned(scenario.injects) if not one.by_hand
        ]
        self.conditions: dict[str, Condition] = {
            inject.id: parse_condition(inject.if_) for inject in scenario.injects if inject.if_
        }
        asked = [atom for condition in self.conditions.values() for atom in atoms(condition)]
        self.flags = {atom.name for atom in asked if isinstance(atom, Flag)}
        self.calls = {(atom.function, atom.arguments) for atom in asked if isinstance(atom, Call)}
        self.ways = {inject.id: self._ways(inject) for inject in self.order}

    def _ways(self, inject: Inject) -> tuple[str | None, ...]:
        if inject.ask is None:
            return ()
        told = [
            option.id
            for option in inject.ask.options
            if self.flags.intersection(option.sets) or ("chose", (inject.id, option.id)) in self.calls
        ]
        others = [option.id for option in inject.ask.options if option.id not in told]
        silent = {("answered", (inject.id,)), ("lapsed", (inject.id,))} & self.calls
        if not told and not silent:
            return ()
        # Where each option decides something, only silence decides nothing.
        quiet = (SILENCE,) if silent or (inject.ask.options and not others) else ()
        return (*told, *(others[:1] or ((ANSWER,) if not told else ())), *quiet)

    def combinations(self) -> Iterator[dict[str, str | None]]:
        named = {inject: ways for inject, ways in self.ways.items() if ways}
        if prod(map(len, named.values())) <= MOST:
            for made in product(*named.values()):
                yield dict(zip(named, made, strict=True))
            return
        chance = dice("cover")
        for _ in range(MOST // 4):
            yield {inject: chance.choice(ways) for inject, ways in named.items()}

    def seen(self, decisions: Decisions) -> frozenset[tuple[str, str | None]]:
        facts = _Facts()
        found: set[tuple[str, str | None]] = set()
        for inject in self.order:
            if inject.after and inject.after.inject not in facts.delivered:
                continue
            condition = self.conditions.get(inject.id)
            if condition is not None and not evaluate(condition, facts.told()):
                continue
            facts.delivered.add(inject.id)
            facts.flags.update(inject.sets)
            found.add((inject.id, "reached"))
            if inject.ask is not None:
                found.add((inject.id, self._decide(inject, decisions.get(inject.id, ANSWER), facts)))
        return frozenset(found)

    def _decide(self, inject: Inject, decision: str | None, facts: _Facts) -> str | None:
        if decision is SILENCE:
            facts.lapsed.add(inject.id)
            return decision
        facts.answered.add(inject.id)
        if inject.ask is not None and decision:
            facts.chosen[inject.id] = frozenset({decision})
            facts.flags.update(inject.ask.option(decision).sets)
        return decision
