"""What became of one inject for one team: the fact that a score is computed from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

ANSWERED = "answered"
LATE = "late"  # ruled technical: it counts, without time credit (rules.md 19)
LAPSED = "lapsed"
LEAVING = frozenset({"void", "withdrawn", "skipped", "declined"})
STATES = frozenset({ANSWERED, LATE, LAPSED}) | LEAVING

Ratings = Mapping[str, tuple[int | None, ...]]


@dataclass(frozen=True)
class Record:
    """Hold a team's response to an inject, or the lack of one; what was not delivered has no record.

    *value* is the sum of the chosen options' values, None where nothing was to be chosen. *seconds* count
    from delivery, less the team's logged disconnection. *ratings* hold per criterion one level (0…top) per
    evaluator, None where she marked it *not observed*.
    """

    team: str
    inject: str
    state: str = ANSWERED
    value: int | None = None
    seconds: int | Fraction | None = None
    ratings: Ratings = field(default_factory=lambda: MappingProxyType({}))
