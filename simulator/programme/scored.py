"""The score of an application in a stage, from whichever desk or drill it came."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from scoring.intervals import Interval
from scoring.places import Contender
from scoring.rules import Rules


@dataclass(frozen=True)
class Scored:
    """What an application came to: *score* and *quality* in percent, *criteria* 0…1; None until all is rated.

    *below* names the criteria whose agreed level is below its threshold; *rated* of *of* parts have their ratings.
    """

    application: str
    score: Decimal | None
    quality: Decimal | None
    criteria: Mapping[str, Fraction]
    rated: int
    of: int
    below: tuple[str, ...] = ()

    @property
    def contender(self) -> Contender | None:
        """Give what its place in the order is found by; None without a score."""
        if self.score is None or self.quality is None:
            return None
        return Contender(self.application, self.score, self.quality, self.criteria)


@dataclass(frozen=True)
class Scores:
    """All scores of a stage, with the rules whose tie order parts equals.

    *draw_intervals* gives each one's interval; it takes a second for eighty teams, so it is asked only where it counts.
    """

    rules: Rules | None
    scored: Sequence[Scored]
    draw_intervals: Callable[[], Sequence[Interval]]

    @cached_property
    def intervals(self) -> Sequence[Interval]:
        """Give the interval of each score."""
        return self.draw_intervals()

    @property
    def missing(self) -> int:
        """Count what still waits for a rating or a result."""
        return sum(max(one.of - one.rated, one.score is None) for one in self.scored)
