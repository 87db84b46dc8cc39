"""What every check of a scenario works on: the document, its places, its files and where its shape is broken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from injects.inject import Ask, Inject
from scenarios.finding import Parameter
from scenarios.node import Mark, Path
from scenarios.quote import nearest
from scenarios.reading import Reading
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Check:
    """Give checks what they need and take what they find.

    The scenario holds stand-ins at the *broken* paths; what is found there, or below, is not reported.
    """

    scenario: Scenario
    reading: Reading
    files: Mapping[str, int]
    broken: frozenset[Path]
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)

    def report(
        self, path: Path, code: str, *, at_key: bool = False, mark: Mark | None = None, **parameters: Parameter
    ) -> None:
        """Note a finding at a path (at its key, or at *mark* where that says more)."""
        if self.is_sound(path):
            self.reading.report(mark or self.reading.mark(path, at_key), code, **parameters)

    def is_sound(self, path: Path) -> bool:
        """Say whether what is at a path was read as its author meant it."""
        return not self.broken or not any(path[:length] in self.broken for length in range(len(path) + 1))

    def states(self, path: Path) -> bool:
        """Say whether the document itself has a value at a path."""
        return self.reading.has(path)

    def names(self, section: str) -> tuple[str, ...]:
        """Give the names a section declares, with those that are badly declared."""
        if section not in self._names:
            self._names[section] = self.reading.keys(section.split("."))
        return self._names[section]

    def refer(self, code: str, name: str, section: str, path: Path, *, at_key: bool = False) -> None:
        """Report a name that its section does not declare."""
        known = self.names(section)
        if name not in known and self.is_sound(tuple(section.split("."))):
            self.report(path, code, at_key=at_key, value=name, nearest=nearest(name, known))

    @cached_property
    def injects(self) -> list[tuple[Path, Inject]]:
        """Give every inject with its path."""
        return [(("injects", place), inject) for place, inject in enumerate(self.scenario.injects)]

    @property
    def asks(self) -> Iterator[tuple[Path, Ask]]:
        """Give every ask with its path."""
        return (((*path, "ask"), inject.ask) for path, inject in self.injects if inject.ask)
