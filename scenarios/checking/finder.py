"""What every check of a document reports through: its places, and where its shape is broken."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from scenarios.finding import Parameter
from scenarios.node import Mark, Path
from scenarios.quote import nearest
from scenarios.reading import Reading

# Looking for a word among many is slow, and nobody reads suggestions by the hundred.
_MOST_SUGGESTIONS = 100
_MOST_COMPARISONS = 4_000


@dataclass(frozen=True)
class Finder:
    """Take what checks find, and answer what they ask about the document as it was written.

    The document holds stand-ins at the *broken* paths; what is found there, or below, is not reported.
    """

    reading: Reading
    broken: frozenset[Path]
    _names: dict[str, dict[str, None]] = field(default_factory=dict, init=False)
    _compared: list[int] = field(default_factory=lambda: [0], init=False)

    @cached_property
    def _above(self) -> frozenset[Path]:
        return frozenset(path[:length] for path in self.broken for length in range(len(path)))

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

    def is_whole(self, path: Path) -> bool:
        """Say whether what is at a path, and all below it, was read as its author meant it."""
        return self.is_sound(path) and path not in self._above

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
        known, declared = self.names(section), tuple(section.split("."))
        if name in known or not self.is_sound(declared):
            return
        near = self.nearest(name, known)
        # What is meant may be declared under a name that cannot be one: that is said where it stands.
        if not near or self.is_sound((*declared, near)):
            self.report(path, code, value=name, nearest=near)

    def nearest(self, word: str, known: Collection[str]) -> str:
        """Give the known word that looks most like this one; nothing when there have been too many to look for."""
        self._compared[0] += len(known)
        few = self._compared[0] <= _MOST_COMPARISONS and len(self.reading.findings) < _MOST_SUGGESTIONS
        return nearest(word, known) if few else ""
