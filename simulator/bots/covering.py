"""Teams that take different ways, so that between them they reach whatever any team can reach."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, repeat

from injects.condition import Condition, atoms
from injects.condition_tree import Call, Flag
from injects.inject import Inject
from injects.msel import Msel
from scenarios.checking.paths import Path, Paths
from scenarios.path_totals import paths_of
from scenarios.scenario import Scenario
from simulator.bots.dice import dice
from simulator.bots.foreseeing import Foreseen, foresee
from simulator.bots.reach import Target, all_targets, reached
from simulator.bots.ways import SILENCE, Way, ways_of
from simulator.bots.wishing import Wishing

Plan = Mapping[str, Way]
# So many teams in a row reach nothing new, then no more are thought of; nor more injects than these, all in all.
FRUITLESS, MOST_STEPS = 60, 40_000
MOST_WISHES = 8


@dataclass(frozen=True)
class Cover:
    """Plans, the most telling first; what they reach between them; every team thought of; the paths of the script."""

    plans: tuple[Plan, ...]
    reached: frozenset[Target]
    foreseen: Sequence[Foreseen]
    paths: Paths


def cover_branches(scenario: Scenario) -> tuple[Plan, ...]:
    """Give few sets of ways, the most telling first, that together reach whatever any set tried reaches."""
    return cover(scenario).plans


def cover(scenario: Scenario) -> Cover:
    """Look for the ways that reach everything.

    Along the paths of the script first, then backwards from each condition that is still missing, then by what was
    tried least, and once more to where few came.
    """
    search = _Search(scenario)
    everything = frozenset(all_targets(scenario))
    found: list[tuple[Foreseen, frozenset[Target]]] = []
    known: frozenset[Target] = frozenset()
    fruitless = 0
    for foreseen in search.plays():
        fresh = reached(scenario, foreseen.seen)
        fruitless = 0 if fresh - known else fruitless + 1
        known |= fresh
        search.missing -= fresh
        found.append((foreseen, fresh))
        if (search.at_random and fruitless >= FRUITLESS) or (known == everything and fruitless >= FRUITLESS // 3):
            break
    plans = tuple(foreseen.ways for foreseen in _fewest(found))
    return Cover(plans or ({},), known, [foreseen for foreseen, _fresh in found], search.paths)


def _fewest(found: list[tuple[Foreseen, frozenset[Target]]]) -> Iterator[Foreseen]:
    left, known = list(found), frozenset[Target]()
    while left:
        best = max(range(len(left)), key=lambda place: len(left[place][1] - known))
        foreseen, targets = left.pop(best)
        if targets <= known:
            return
        known |= targets
        yield foreseen


class _Search:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.msel = Msel(scenario.injects)
        self.paths = paths_of(scenario)
        by_place = self.paths.route.conditions
        self.conditions = {scenario.injects[place].id: condition for place, condition in by_place.items()}
        telling = _telling(scenario.injects, by_place.values())
        self.ways = {inject.id: ways_of(inject, telling=inject.id in telling) for inject in scenario.injects}
        self.tried: Counter[tuple[str, Way]] = Counter()
        self.missing = set(all_targets(scenario))
        self.at_random = False
        # To each inject that was reached, how the first team came there.
        self.known_ways: dict[str, Plan] = {}

    def plays(self) -> Iterator[Foreseen]:
        """Give one team after the other, until so many injects have been thought through."""
        steps = 0
        for number, wanted in enumerate(self._wanted()):
            if steps > MOST_STEPS:
                return
            foreseen = self._play(number, wanted)
            steps += len(self.scenario.injects)
            for name in foreseen.delivered:
                self.known_ways.setdefault(name, foreseen.ways)
            yield foreseen

    def _wanted(self) -> Iterator[Plan]:
        yield from (self._plan(path) for path in self._forks)
        yield from self._wishes()
        # Many different plays first: of these the fewest that reach everything are chosen.
        yield from repeat({}, FRUITLESS // 2)
        yield from self._variations()
        self.at_random = True
        yield from repeat({})

    def _wishes(self) -> Iterator[Plan]:
        """Make plans backwards for the conditions that no path walked made true, or false."""
        wishing = Wishing(self.msel, self.conditions)
        for name in self.conditions:
            for what, wanted in ((Target("inject", name), True), (Target("skip", name), False)):
                for plan in islice(wishing.plans(name, wanted), MOST_WISHES):
                    if what not in self.missing:
                        break
                    yield plan

    def _variations(self) -> Iterator[Plan]:
        """Go once more where few come, and do there what nobody has done."""
        for name, ways in self.ways.items():
            for way in ways:
                if name in self.known_ways and self.missing & _targets_of(name, way):
                    yield {**self.known_ways[name], name: way}

    @cached_property
    def _forks(self) -> list[Path]:
        """Choose few of the script's paths that between them take, and leave, every step that can be."""
        every = (1 << len(self.paths.route.steps)) - 1
        taken = left = 0
        chosen = []
        for path in self.paths.walked:
            if path.reached & ~taken or every & ~path.reached & ~left:
                taken, left = taken | path.reached, left | every & ~path.reached
                chosen.append(path)
        return chosen

    def _plan(self, path: Path) -> Plan:
        route = self.paths.route
        told = zip(route.subjects, route.decisions, path.choice, strict=True)
        # What comes first are flags that only a hand could set.
        named = [(subject, decision[bits]) for subject, decision, bits in told][route.set_by_hand :]
        return {subject: self._way(self.msel.by_id[subject], outcome) for subject, outcome in named}

    def _way(self, inject: Inject, outcome: str) -> Way:
        if outcome == "lapsed":
            return SILENCE
        names = {option.id for option in inject.ask.options} if inject.ask else set()
        return Way("usual", tuple(name for name in outcome.split("+") if name in names))

    def _play(self, number: int, wanted: Plan) -> Foreseen:
        chance = dice("cover", number)

        def decide(inject: Inject) -> Way:
            ways: Iterable[Way] = self.ways[inject.id]
            least = min(self.tried[inject.id, way] for way in ways)
            open_ways = [way for way in ways if number % 2 or self.tried[inject.id, way] == least]
            way = wanted.get(inject.id) or chance.choice(open_ways)
            self.tried[inject.id, way] += 1
            return way

        return foresee(self.msel, self.conditions, self.scenario.duration, decide)


def _targets_of(name: str, way: Way) -> set[Target]:
    if way == SILENCE:
        return {Target("lapse", name)}
    return {Target("answer", name), *(Target("option", name, option) for option in way.options)}


def _telling(injects: Sequence[Inject], conditions: Iterable[Condition]) -> frozenset[str]:
    """Name the asks that something waits for, or whose fate or flags a condition asks about."""
    asked = [atom for condition in conditions for atom in atoms(condition)]
    flags = {atom.name for atom in asked if isinstance(atom, Flag)}
    named = {atom.arguments[0] for atom in asked if isinstance(atom, Call)}
    named |= {inject.after.inject for inject in injects if inject.after}
    setters = {
        inject.id
        for inject in injects
        if inject.ask and any(flags.intersection(option.sets) for option in inject.ask.options)
    }
    return frozenset(named | setters)
