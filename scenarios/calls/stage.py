"""A stage of a programme: what is scored in it, and the awards that follow from the score."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictInt

from injects.inject import Count, Document, Id
from injects.text import Text
from scenarios.calls.instant import Instant
from scenarios.calls.points import Percent, Points
from scoring.rules import Tie

Unit = Literal["seats", "teams"]


class Cap(Document):
    """At most *max* for each value of the attribute *by*."""

    by: Id
    max: Annotated[StrictInt, Field(ge=0)]
    unit: Unit = "seats"


class Floor(Document):
    """At least *min* for teams whose attributes are *where*, as far as such teams reach the thresholds."""

    where: Annotated[dict[Id, str], Field(min_length=1)]
    min: Count
    unit: Unit = "seats"


class Award(Document):
    """What a stage gives. A scholarship takes a seat per member; a delegate's and a prize take one per team.

    A *delegate* is one person of a team, whom its lead nominates together with somebody in her stead.
    *alternates* counts the teams named, in order, to step in.
    """

    id: Id
    title: Text
    kind: Literal["scholarship", "delegate", "prize"]
    seats: Count
    method: Literal["ranked", "merit"] = "ranked"
    caps: tuple[Cap, ...] = ()
    floors: tuple[Floor, ...] = ()
    alternates: Annotated[StrictInt, Field(ge=0)] = 0
    conditions: Text | None = None


class Randomness(Document):
    """What draws are made with: a public *source*, named beforehand, and the instant *at* which its value is known."""

    source: Text
    at: Instant


class PlannedDrill(Document):
    """A drill whose score counts in a stage; *scenario* is the id of what is played, if it may be known."""

    id: Id
    title: Text
    scenario: Id | None = None


class TieRule(Document):
    """One step of a tie order: ``quality``, ``lowest``, ``draw``, a criterion, or the mean of several criteria."""

    criteria: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def tie(self) -> Tie:
        """Give the step as scoring knows it."""
        return self.criteria[0] if len(self.criteria) == 1 else self.criteria


def _wrap_words(written: Any) -> Any:
    """Let an entry that is one word stand for a list of that word."""
    if not isinstance(written, list | tuple):
        return written
    return [{"criteria": (one,)} if isinstance(one, str) else one for one in written]


class Stage(Document):
    """A step of the programme whose score decides awards.

    *score* is merit (ratings of applications by the rubric of the call) or drill (the standing of *drills*).
    *open_to* names the award of an earlier stage that admits a team; without it every eligible team takes part.
    *threshold* is the least score, of 100. Severity is always reported; it is *applied* only where that is said.
    """

    id: Id
    title: Text
    score: Literal["merit", "drill"]
    open_to: Id | None = None
    drills: tuple[PlannedDrill, ...] = ()
    ratings: Count = 2
    adjust: Literal["never", "applied"] = "never"
    time_weight: Points = Decimal(0)
    threshold: Percent = 0
    ties: Annotated[tuple[TieRule, ...], BeforeValidator(_wrap_words)] = ()
    randomness: Randomness
    awards: Annotated[tuple[Award, ...], Field(min_length=1)]

    def award(self, award_id: str) -> Award:
        """Find an award; raise ``KeyError`` where there is none."""
        by_id: Mapping[str, Award] = {award.id: award for award in self.awards}
        return by_id[award_id]
