"""What is judged: levels from worst to best, and criteria with their weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Criterion:
    """One thing that is judged; *weight* is relative to the other criteria of the same ask."""

    weight: int | Fraction


@dataclass(frozen=True)
class Rubric:
    """All that is judged. A level's value is its place in *levels*, 0…top (rules.md 24)."""

    levels: tuple[str, ...]
    criteria: Mapping[str, Criterion]

    @property
    def top(self) -> int:
        """Give the value of the best level."""
        return len(self.levels) - 1

    def value(self, level: str) -> int:
        """Give a level's value; raise ``ValueError`` where the rubric has no such level."""
        return self.levels.index(level)
