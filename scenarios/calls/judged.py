"""What a call judges, and under which conditions: eligibility, merit, and how evaluators work."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from injects.inject import Count, Document, Id, Weight
from injects.text import Text
from scenarios.calls.points import Percent
from scoring.rubric import Criterion, Rubric


class EligibilityRule(Document):
    """A condition that two of the staff look at; a no carries one of the *reasons*, by code."""

    id: Id
    text: Text
    reasons: Annotated[dict[Id, Text], Field(min_length=1)]


class MeritCriterion(Document):
    """A criterion of merit, with the anchor words of every level.

    An application whose agreed level lies below *threshold*, a level of the rubric, cannot be chosen.
    """

    title: Text
    help: Text | None = None
    weight: Weight
    threshold: str | None = None
    levels: dict[str, Text]


class MeritRubric(Document):
    """Levels from worst to best, and the criteria by which applications are rated."""

    levels: Annotated[tuple[str, ...], Field(min_length=2)]
    criteria: Annotated[dict[Id, MeritCriterion], Field(min_length=1)]

    @property
    def rubric(self) -> Rubric:
        """Give the part of the rubric that scoring needs."""
        return Rubric(self.levels, {name: Criterion(one.weight) for name, one in self.criteria.items()})


class Calibration(Document):
    """What an evaluator shows before her first rating: *exact* percent of at least *least* reference ratings.

    At most *two_off* of them may lie two levels away or more.
    """

    exact: Percent = 60
    least: Count = 10
    two_off: Annotated[StrictInt, Field(ge=0)] = 0


class ThirdRating(Document):
    """When a third rating is asked: two differ by *levels* or more; with *band*, by anything at the cut (rule 25)."""

    levels: Count = 2
    band: StrictBool = True


class Evaluation(Document):
    """How evaluators work. With a published *own_country_waiver* they may rate teams of their own country."""

    calibration: Calibration = Calibration()
    third: ThirdRating = ThirdRating()
    own_country_waiver: Text | None = None
