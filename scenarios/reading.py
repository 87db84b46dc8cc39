"""A document while it is being understood: what was read, where it stands, and what was found on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenarios.codes import CODES
from scenarios.finding import Finding, Parameter, Severity
from scenarios.node import Mark, Node, Step


@dataclass
class Reading:
    """Collect findings, with the *codes* of its kind of document; *root* is ``None`` where the bytes held nothing."""

    file: str
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    codes: Mapping[str, tuple[Severity, tuple[str, ...]]] = field(default_factory=lambda: CODES)

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

    def keys(self, path: Sequence[Step]) -> tuple[str, ...]:
        """Give the keys of the mapping at a path; none where there is no mapping."""
        value = self.root.find(path).value if self.root and self.has(path) else None
        return tuple(key for key in value if not key.startswith("x_")) if isinstance(value, dict) else ()

    def place_in(self, path: Sequence[Step], snippet: str) -> Mark | None:
        """Give the place of a snippet inside the text at a path, if it is written there as such."""
        start = self.mark(path)
        for number, line in enumerate(self.lines[start.line - 1 : start.line + _FAR], start=start.line):
            column = line.find(snippet, start.column - 1 if number == start.line else 0)
            if column >= 0:
                return Mark(number, column + 1)
        return None

    def report(self, mark: Mark, code: str, **parameters: Parameter) -> None:
        """Note a finding; its severity is the code's."""
        self.findings.append(Finding(self.file, mark.line, mark.column, self.codes[code][0], code, parameters))


# How many lines of a text are searched for something inside it.
_FAR = 100
