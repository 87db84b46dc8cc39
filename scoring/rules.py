"""The rules of a score, fixed before a rating is seen: weights, criteria, time, penalties, the tie order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from scoring.rubric import Rubric
from scoring.scoring_error import ScoringError

MOST_TIME_WEIGHT = Fraction(1, 5)
QUALITY, LOWEST, DRAW = "quality", "lowest", "draw"
TIE_WORDS = (QUALITY, LOWEST, DRAW)

# A word of TIE_WORDS, one criterion, or several criteria that are compared by their mean.
Tie = str | tuple[str, ...]


@dataclass(frozen=True)
class InjectRule:
    """Say how one inject scores; *due* and *target* are seconds from delivery.

    A choice without criteria has none; a choice with criteria asks for a rated rationale. Without a
    *target* credit is full for a third of *due* (scenario-format.md).
    """

    weight: int | Fraction
    criteria: tuple[str, ...] = ()
    due: int | Fraction | None = None
    target: int | Fraction | None = None


@dataclass(frozen=True)
class Rules:
    """Hold all that turns records into standings; raise ``ScoringError`` where it contradicts itself."""

    rubric: Rubric
    injects: Mapping[str, InjectRule]
    time_weight: Fraction = Fraction(0)
    penalties: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))
    ties: tuple[Tie, ...] = ()
    ratings_needed: int = 1
    randomness: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no rules file may say, so that a score stays within 0…100."""
        if self.rubric.top < 1:
            raise ScoringError("too_few_levels")
        if not 0 <= self.time_weight <= MOST_TIME_WEIGHT:
            raise ScoringError("time_weight_outside", value=self.time_weight)
        if self.ratings_needed < 1:
            raise ScoringError("too_few_ratings_needed", value=self.ratings_needed)
        for name, number in self._numbers():
            if number < 0:
                raise ScoringError("negative_number", name=name, value=number)
        for criterion in self._criteria_named():
            if criterion not in self.rubric.criteria:
                raise ScoringError("unknown_criterion", criterion=criterion)

    def _numbers(self) -> Iterator[tuple[str, int | Fraction]]:
        for name, inject in self.injects.items():
            lengths = (length for length in (inject.due, inject.target) if length is not None)
            yield from ((name, number) for number in (inject.weight, *lengths))
        yield from ((name, criterion.weight) for name, criterion in self.rubric.criteria.items())
        yield from self.penalties.items()

    def _criteria_named(self) -> Iterator[str]:
        for inject in self.injects.values():
            yield from inject.criteria
        for tie in self.ties:
            yield from () if tie in TIE_WORDS else (tie,) if isinstance(tie, str) else tie
