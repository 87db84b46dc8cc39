"""What the bots of one drill will do, as far as scenario, seed and style decide it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from injects.inject import Inject
from scenarios.scenario import Scenario
from simulator.bots.answering import answer
from simulator.bots.covering import Cover, Plan, cover
from simulator.bots.dice import dice, short_digest
from simulator.bots.pacing import Pace, pace_of
from simulator.bots.playing_style import Style, forgets, level_of
from simulator.bots.ways import Way, wait_of

MOST_KEPT = 32


@dataclass
class Script:
    """The decisions of all bot teams, each team known by its place in the drill."""

    scenario: Scenario
    seed: str
    style: Style
    injects: Mapping[str, Inject]
    _paces: dict[tuple[int, str], Pace] = field(default_factory=dict)

    @property
    def top(self) -> int:
        """Give the value of the best level."""
        return len(self.scenario.levels) - 1

    @cached_property
    def branches(self) -> tuple[Plan, ...]:
        """Give the plans that cover every branch, a team each."""
        return self.cover.plans if self.cover else ({},)

    @cached_property
    def cover(self) -> Cover | None:
        """Give what the plans are made from, where the teams follow plans."""
        return cover(self.scenario) if self.style == "cover" else None

    def level(self, team: int, inject: str) -> int:
        """Give the level a team aims at with an inject."""
        return level_of(self.style, self.seed, team, inject, self.top)

    def pace(self, team: int, inject: str, language: str) -> Pace:
        """Give when a team opens, drafts and sends, from the delivery."""
        if (team, inject) not in self._paces:
            self._paces[team, inject] = self._planned_pace(team, inject) or pace_of(
                self.injects[inject], language, self.seed, team
            )
        return self._paces[team, inject]

    def _planned_pace(self, team: int, inject: str) -> Pace | None:
        way, ask = self._way(team, inject), self.injects[inject].ask
        wait = wait_of(ask, way.when) if way and ask else None
        return None if wait is None else Pace(wait / 4, wait / 2, wait)

    def is_silent(self, team: int, inject: str) -> bool:
        """Say whether a team does nothing with an inject."""
        way, ask = self._way(team, inject), self.injects[inject].ask
        return self.style == "silent" or (way is not None and ask is not None and wait_of(ask, way.when) is None)

    def forgets(self, team: int, inject: str) -> bool:
        """Say whether a team leaves its draft to the deadline."""
        return forgets(self.style, self.seed, team, inject)

    def content(self, team: int, inject: str, language: str) -> dict[str, Any]:
        """Give what a team answers."""
        chance = dice(self.seed, team, inject, "answer")
        way = self._way(team, inject)
        options = way.options if way else ()
        return answer(self.scenario, self.injects[inject], self.level(team, inject), language, chance, options)

    def client_id(self, team: int, inject: str, version: int = 1) -> str:
        """Give the id under which an answer arrives, however often it does."""
        return f"bot-{short_digest(self.seed, team, inject, version)}"

    def _way(self, team: int, inject: str) -> Way | None:
        return self.branches[team % len(self.branches)].get(inject)


_kept: dict[tuple[str, str, str], Script] = {}


def script_of(digest: str, scenario: Scenario, injects: Mapping[str, Inject], seed: str, style: Style) -> Script:
    """Give the script of a frozen scenario for a seed and a style."""
    key = (digest, seed, style)
    if key not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = Script(scenario, seed, style, injects)
    return _kept[key]
