"""What every check of a scenario works on: the document, its places, its files and where its shape is broken."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from injects.condition import Condition, ConditionError, parse_condition
from injects.inject import Ask, Inject
from injects.text import Text
from scenarios.checking.texts import texts_in
from scenarios.finding import Parameter
from scenarios.node import Mark, Path
from scenarios.quote import nearest
from scenarios.reading import Reading
from scenarios.scenario import Scenario

# Looking for a word among many is slow, and nobody reads suggestions by the hundred.
_MOST_SUGGESTIONS = 100


@dataclass(frozen=True)
class Check:
    """Give checks what they need and take what they find.

    The scenario holds stand-ins at the *broken* paths; what is found there, or below, is not reported.
    """

    scenario: Scenario
    reading: Reading
    files: Mapping[str, int]
    broken: frozenset[Path]
    _names: dict[str, dict[str, None]] = field(default_factory=dict, init=False)

    def report(self, path: Path, code: str, **parameters: Parameter) -> None:
        """Note a finding about the value at a path."""
        self.report_at(self.reading.mark(path), path, code, **parameters)

    def report_key(self, path: Path, code: str, **parameters: Parameter) -> None:
        """Note a finding about the key that a path ends in."""
        self.report_at(self.reading.mark(path, at_key=True), path, code, **parameters)

    def report_at(self, mark: Mark, path: Path, code: str, **parameters: Parameter) -> None:
        """Note a finding about something inside the value at a path, which is at *mark*."""
        if self.is_sound(path):
            self.reading.report(mark, code, **parameters)

    def is_sound(self, path: Path) -> bool:
        """Say whether what is at a path was read as its author meant it."""
        return not self.broken or not any(path[:length] in self.broken for length in range(len(path) + 1))

    def states(self, path: Path) -> bool:
        """Say whether the document itself has a value at a path."""
        return self.reading.has(path)

    def names(self, section: str) -> Collection[str]:
        """Give the names a section declares, with those that are badly declared."""
        if section not in self._names:
            self._names[section] = dict.fromkeys(self.reading.keys(section.split(".")))
        return self._names[section]

    def refer(self, code: str, name: str, section: str, path: Path) -> None:
        """Report a name that its section does not declare."""
        known = self.names(section)
        if name not in known and self.is_sound(tuple(section.split("."))):
            self.report(path, code, value=name, nearest=self.nearest(name, known))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """Give the known word that looks most like this one; nothing when there have been too many to look for."""
        return nearest(word, known) if len(self.reading.findings) < _MOST_SUGGESTIONS else ""

    @cached_property
    def injects(self) -> list[tuple[Path, Inject]]:
        """Give every inject with its path."""
        return [(("injects", place), inject) for place, inject in enumerate(self.scenario.injects)]

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
