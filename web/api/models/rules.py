"""The rules of score of a drill: what they say, and what may be set."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from web.api.models.standings import Number
from web.api.models.told import Instant, Told
from web.asked import Asked, Whole, Word

Names = Annotated[list[Word], Field(min_length=1, max_length=50)]


class RulesPublished(Told):
    """The row of the log that holds the digest of the rules."""

    at: Instant
    seq: int
    digest: str


class OwnRules(Told):
    """What a drill's rules add to its scenario."""

    ratings: int
    adjust: str
    time_weight: Number
    ties: list[Any]
    randomness: str | None
    two_people: bool
    appeal_days: int
    third: int
    calibration: dict[str, Any] | None


class DrillRules(Told):
    """The rules of score of a drill, and whether they can still be set."""

    rules: OwnRules
    begun: bool = Field(description="A rating has been given: the rules stand.")
    digest: str
    published: RulesPublished | None


class MeanOf(Asked):
    """A step of a tie order: the mean of several criteria."""

    criteria: Names


class Gate(Asked):
    """What an evaluator shows on model answers before she rates."""

    exact: Whole = 60
    least: Whole = 10
    two_off: Whole = 0


class NewRules(Asked):
    """The rules of score; what is left out is as for a new drill."""

    ratings: Whole = 1
    adjust: Word = "never"
    time_weight: Word = "0"
    ties: Annotated[list[Word | MeanOf], Field(max_length=50)] = Field(default_factory=list)
    randomness: Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\x00]*$")] | None = None
    two_people: bool = False
    appeal_days: Whole = 5
    third: Whole = 2
    calibration: Gate | None = None


class Digest(Told):
    """The digest of the rules, as the log holds it."""

    digest: str
