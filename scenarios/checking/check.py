"""What every check of a scenario works on: the document and its files, beside what any document has."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from injects.condition import Condition, ConditionError, parse_condition
from injects.inject import Ask, Inject
from injects.text import Text
from scenarios.checking.finder import Finder
from scenarios.checking.texts import texts_in
from scenarios.node import Path
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Check(Finder):
    """Give checks a scenario and the sizes in bytes of its files."""

    scenario: Scenario
    files: Mapping[str, int]

    @cached_property
    def injects(self) -> list[tuple[Path, Inject]]:
        """Give every inject with its path."""
        return [(("injects", place), inject) for place, inject in enumerate(self.scenario.injects)]

    @cached_property
    def knows_all_injects(self) -> bool:
        """Say whether every id of an inject could be read; else whoever names one may mean that."""
        return all(self.is_sound((*path, "id")) for path, _ in self.injects)

    @cached_property
    def conditions(self) -> dict[int, Condition]:
        """Give the condition of every inject that has one we understand, by the inject's place."""
        conditions: dict[int, Condition] = {}
        for place, inject in enumerate(self.scenario.injects):
            if inject.if_ is not None:
                with suppress(ConditionError):
                    conditions[place] = parse_condition(inject.if_)
        return conditions

    @cached_property
    def texts(self) -> list[tuple[Path, Text]]:
        """Give every text of the scenario with its path."""
        return list(texts_in(self.scenario, ()))

    @property
    def asks(self) -> Iterator[tuple[Path, Ask]]:
        """Give every ask with its path."""
        return (((*path, "ask"), inject.ask) for path, inject in self.injects if inject.ask)
