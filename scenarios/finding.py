"""One thing that is wrong or doubtful in a document, with its place; words for it are made elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
Parameter = str | int


@dataclass(frozen=True)
class Finding:
    """Name a place (line and column from 1, columns in code points), a code and what the words need."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict, hash=False)

    def __lt__(self, other: "Finding") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, str, str, str]:
        words = repr(sorted(self.parameters.items()))
        return self.file, self.line, self.column, self.severity, self.code, words
