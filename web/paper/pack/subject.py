"""What a print pack is of: a scenario with its files, the teams it is printed for, and when it starts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from injects.inject import Inject
from injects.msel import Msel
from scenarios.checking.planned import Planned, planned
from scenarios.rules_file import rated_injects
from scenarios.scenario import Scenario
from web.paper.pack.teams import PaperTeam, unnamed


@dataclass(frozen=True)
class Startex:
    """When the drill starts; *dated* is false where only the time of the day is known, *zone* names the clock's."""

    at: datetime
    dated: bool = True
    zone: str | None = None


@dataclass(frozen=True)
class Subject:
    """All that the kits of one pack are written from; *languages* are those of the staff's kits."""

    scenario: Scenario
    files: Mapping[str, bytes]
    teams: tuple[PaperTeam, ...]
    languages: tuple[str, ...]
    name: str | None = None
    rehearsal: bool = False
    ai_allowed: bool | None = None
    start: Startex | None = None

    @cached_property
    def order(self) -> tuple[Planned, ...]:
        """Give the injects in the order in which their cards are handed out."""
        return tuple(planned(self.scenario.injects))

    @cached_property
    def injects(self) -> tuple[Inject, ...]:
        """Give the injects in that order."""
        return tuple(self.scenario.injects[one.place] for one in self.order)

    @cached_property
    def when(self) -> Mapping[str, Planned]:
        """Give by inject when it comes, as far as the script can say."""
        return {self.scenario.injects[one.place].id: one for one in self.order}

    @cached_property
    def msel(self) -> Msel:
        """Give the injects by id, and who follows whom."""
        return Msel(self.scenario.injects)

    @cached_property
    def rated(self) -> Mapping[str, tuple[str, ...]]:
        """Name, per inject, the criteria that evaluators rate."""
        return rated_injects(self.scenario)


def subject_of(
    scenario: Scenario,
    files: Mapping[str, bytes],
    *,
    teams: Sequence[PaperTeam] = (),
    languages: Sequence[str] = (),
    start: Startex | None = None,
) -> Subject:
    """Give the pack of a scenario that nobody has made a drill of yet.

    Without *languages* it is in all of the scenario's; without *teams* there is one without a name per language.
    """
    spoken = tuple(languages) or scenario.languages
    chosen = tuple(teams) or tuple(unnamed(language) for language in spoken)
    return Subject(scenario, files, chosen, spoken, start=start)


def answer_seat(scenario: Scenario, inject: Inject) -> str:
    """Name the seat whose kit holds the one answer sheet of an inject: the first it is for, else the lead's."""
    return inject.to[0] if inject.to else scenario.lead


def is_for(inject: Inject, seat: str) -> bool:
    """Say whether an inject has a card in a seat's kit; what is for the whole team is in all of them (rules.md 2)."""
    return not inject.to or seat in inject.to
