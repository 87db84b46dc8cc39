"""A figure of agreement, or the reason why there is none: never a zero that was not measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_RATINGS = "no_ratings"
ONE_RATER = "one_rater"
ONE_UNIT = "one_unit"
NO_UNIT_TWICE = "no_unit_twice"
NO_VARIANCE = "no_variance"
NO_VARIANCE_OF_UNITS = "no_variance_of_units"
NEGATIVE_VARIANCE = "negative_variance"
NEGATIVE_VALUE = "negative_value"
NOT_NUMBERS = "not_numbers"
INCOMPLETE_BLOCK = "incomplete_block"  # missing, of
NOT_TWO_RATERS = "not_two_raters"  # raters
NOMINAL_SCALE = "nominal_scale"
NOT_RELIABLE = "not_reliable"
REASONS = frozenset(
    {
        NO_RATINGS,
        ONE_RATER,
        ONE_UNIT,
        NO_UNIT_TWICE,
        NO_VARIANCE,
        NO_VARIANCE_OF_UNITS,
        NEGATIVE_VARIANCE,
        NEGATIVE_VALUE,
        NOT_NUMBERS,
        INCOMPLETE_BLOCK,
        NOT_TWO_RATERS,
        NOMINAL_SCALE,
        NOT_RELIABLE,
    }
)


@dataclass(frozen=True)
class Statistic:
    """Hold a figure, or None and the code of REASONS that says why; *facts* are numbers its words may use."""

    value: float | None
    reason: str | None = None
    facts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)


def undefined(reason: str, **facts: int) -> Statistic:
    """Give a figure that there is not."""
    return Statistic(None, reason, facts)
