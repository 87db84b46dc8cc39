"""A document while it is being understood: what was read, where it stands, and what was found on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenarios.codes import CODES
from scenarios.finding import Finding, Parameter, Severity
from scenarios.node import Mark, Node, Step

# Whoever has more mends these first; a hostile file cannot fill the memory with them. Doubts stop nobody, so there
# may be more: a list of a thousand injects that is still to be translated has as many.
MOST_FINDINGS: Mapping[Severity, int] = {"error": 1_000, "warning": 10_000}


class EnoughError(Exception):
    """Stop looking: so much was found that the rest is not listed."""


@dataclass
class Reading:
    """Collect findings, with the *codes* of its kind of document; *root* is ``None`` where the bytes held nothing."""

    file: str
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    codes: Mapping[str, tuple[Severity, tuple[str, ...]]] = field(default_factory=lambda: CODES)
    _counts: dict[Severity, int] = field(default_factory=dict, init=False)
    _tagged: set[Mark] = field(default_factory=set, init=False)

    def plain(self) -> Any:
        """Give the document as dicts, lists and scalars."""
        return self.root.plain() if self.root else None

    def mark(self, path: Sequence[Step], at_key: bool = False) -> Mark:
        """Give the place of what is at a path, or of the last thing on the way that exists."""
        if self.root is None:
            return Mark(1, 1)
        return self.root.key_mark(path) if at_key else self.root.find(path).mark

    def has(self, path: Sequence[Step]) -> bool:
        """Say whether the document states what is at a path."""
        node = self.root
        for step in path:
            node = node.child(step) if node else None
        return node is not None

    def rename(self, path: Sequence[Step], key: str) -> None:
        """Know what is at a path by another key, in the same place among its neighbours."""
        node = self.root.find(path[:-1]) if self.root else Node(Mark(1, 1), None)
        entries = node.value.items() if isinstance(node.value, dict) else ()
        node.value = {key if name == path[-1] else name: entry for name, entry in entries}

    def keys(self, path: Sequence[Step]) -> tuple[str, ...]:
        """Give the keys of the mapping at a path; none where there is no mapping."""
        value = self.root.find(path).value if self.root and self.has(path) else None
        return tuple(key for key in value if not key.startswith("x_")) if isinstance(value, dict) else ()

    def place_in(self, path: Sequence[Step], snippet: str) -> Mark | None:
        """Give the place of a snippet inside the text at a path, if it is written there as such."""
        start = self.mark(path)
        for number, line in enumerate(self.lines[start.line - 1 : start.line + FAR], start=start.line):
            column = line.find(snippet, start.column - 1 if number == start.line else 0)
            if column >= 0:
                return Mark(number, column + 1)
        return None

    def report(self, mark: Mark, code: str, **parameters: Parameter) -> None:
        """Note a finding; its severity is the code's. Raise ``EnoughError`` where there have been too many."""
        # What a tag was put before was not read as it is meant: enough is said of it.
        if mark in self._tagged:
            return
        if code == "tag":
            self._tagged.add(mark)
        severity = self.codes[code][0]
        self._counts[severity] = self._counts.get(severity, 0) + 1
        if self._counts[severity] > (most := MOST_FINDINGS[severity]):
            code, parameters = "too_many_findings", {"most": most}
            self.findings.append(Finding(self.file, mark.line, mark.column, "error", code, parameters))
            raise EnoughError
        self.findings.append(Finding(self.file, mark.line, mark.column, self.codes[code][0], code, parameters))


# How many lines of a text are searched for something inside it.
FAR = 100
