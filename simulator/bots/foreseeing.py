"""What a team would meet if it took certain ways: thought through with the rules of timing, without a database.

Only a plan is made of it; what a rehearsal tells comes from the engine, and a test holds the two to each other.
"""

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from injects.condition import Condition, TeamFacts, evaluate
from injects.inject import Inject
from injects.msel import Msel
from injects.timing import Happening, Outcome, Skip, closes_at, deadline, due_at, order_key
from simulator.bots.reach import Seen
from simulator.bots.ways import Way, wait_of
from simulator.ending import ENDEX_MARGIN

PLANNED, SKIPPED = Outcome("planned"), Outcome("skipped")
Decide = Callable[[Inject], Way]


@dataclass
class Foreseen:
    """One team's play as it would go: the ways it took, what became of its injects, and which came too late."""

    ways: dict[str, Way] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    delivered: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    lapsed: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    untrue: set[str] = field(default_factory=set)
    never_due: set[str] = field(default_factory=set)

    @property
    def facts(self) -> TeamFacts:
        """Give what a condition may ask at this moment."""
        return TeamFacts(
            frozenset(self.flags), frozenset(self.answered), frozenset(self.lapsed), frozenset(self.delivered),
            self.chosen,
        )  # fmt: skip

    @property
    def seen(self) -> Seen:
        """Give what was reached."""
        return Seen(
            frozenset(self.delivered), frozenset(self.untrue), frozenset(self.answered), frozenset(self.lapsed),
            frozenset(self.flags), self.chosen,
        )  # fmt: skip


def foresee(msel: Msel, conditions: Mapping[str, Condition], duration: timedelta, decide: Decide) -> Foreseen:
    """Let one team play from STARTEX to its last deadline; *decide* is asked for a way whenever an ask reaches it."""
    return _Play(msel, conditions, duration + ENDEX_MARGIN, decide).play()


class _Play:
    def __init__(self, msel: Msel, conditions: Mapping[str, Condition], end: timedelta, decide: Decide) -> None:
        self.msel = msel
        self.conditions = conditions
        self.end = end
        self.decide = decide
        self.told = Foreseen()
        self.queue: list[tuple[tuple[timedelta, int, int], Happening]] = []

    def play(self) -> Foreseen:
        for inject in self.msel.injects:
            if inject.at is not None:
                self._push(inject.at, "inject", inject)
        while self.queue:
            (at, _rank, place), happening = heapq.heappop(self.queue)
            inject = self.msel.injects[place]
            state = self._outcome(inject).state
            if happening == "inject" and state == "planned":
                self._arrive(inject, at)
            elif happening == "response" and state == "delivered":
                self._answer(inject, at)
            elif happening == "lapse" and state == "delivered":
                self.told.lapsed.add(inject.id)
                self._become(inject, replace(self._outcome(inject), state="lapsed"))
        return self.told

    def _outcome(self, inject: Inject) -> Outcome:
        return self.told.outcomes.get(inject.id, PLANNED)

    def _push(self, at: timedelta, happening: Happening, inject: Inject) -> None:
        if happening == "inject" and at > self.end:
            # ENDEX has come, and no new inject with it.
            self.told.never_due.add(inject.id)
        else:
            heapq.heappush(self.queue, (order_key(at, happening, self.msel.positions[inject.id]), happening))

    def _arrive(self, inject: Inject, at: timedelta) -> None:
        condition = self.conditions.get(inject.id)
        if condition is not None and not evaluate(condition, self.told.facts):
            self.told.untrue.add(inject.id)
            self._become(inject, SKIPPED)
            return
        ask = inject.ask
        closes = None if ask is None or ask.due is None else closes_at(deadline(at, ask.due))
        self.told.delivered.add(inject.id)
        self.told.flags.update(inject.sets)
        if ask is not None:
            way = self.told.ways[inject.id] = self.decide(inject)
            wait = wait_of(ask, way.when)
            if wait is not None:
                self._push(at + wait, "response", inject)
            if closes is not None:
                self._push(closes, "lapse", inject)
        self._become(inject, Outcome("delivered", delivered_at=at, closes_at=closes))

    def _answer(self, inject: Inject, at: timedelta) -> None:
        options = self.told.ways[inject.id].options
        if options and inject.ask is not None:
            self.told.chosen[inject.id] = frozenset(options)
            self.told.flags.update(flag for option in options for flag in inject.ask.option(option).sets)
        self.told.answered.add(inject.id)
        self._become(inject, replace(self._outcome(inject), state="answered", answered_at=at))

    def _become(self, inject: Inject, outcome: Outcome) -> None:
        changed = [(inject, outcome)]
        # A list and no recursion: a thousand injects may follow one another.
        for one, became in changed:
            self.told.outcomes[one.id] = became
            for follower in self.msel.followers(one.id):
                if follower.after is None or self._outcome(follower).state != "planned":
                    continue
                due = due_at(one, became, follower.after.delay)
                if due is Skip.PREDECESSOR:
                    changed.append((follower, SKIPPED))
                elif isinstance(due, timedelta):
                    self._push(due, "inject", follower)
