"""Standings, the ratings they follow from, and the rules of score."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from web.api.models.drills import Head
from web.api.models.told import Instant, Told, Words

Share = Annotated[float, BeforeValidator(float), Field(description="A share, from 0 to 1.")]
Number = Annotated[float, BeforeValidator(float)]
Percent = Annotated[
    str, BeforeValidator(lambda value: str(value) if isinstance(value, Decimal) else value),
    Field(description="A percentage with two decimals, as text: it is rounded once and exact."),
]  # fmt: skip


class ScoreLine(Told):
    """What one inject adds."""

    model_config = ConfigDict(from_attributes=True)

    inject: str
    weight: Number
    counted: bool
    why: str
    quality: Share | None
    credit: Share | None
    criteria: dict[str, Share]


class Side(Told):
    """Score and place by one way of counting."""

    score: Percent | None
    place: int | None


class Standing(Told):
    """A team's place; without all its ratings it has neither place nor score.

    *raw* counts the levels as they were given, *adjusted* without evaluators' severity; *low* and *high* are the ends
    of the raw score's interval, *ties* what decided between equal scores.
    """

    team: str
    team_id: str
    place: int | None
    score: Percent | None
    quality: Percent | None
    time: Percent | None
    penalties: Percent
    rated: int
    of: int
    raw: Side
    adjusted: Side | None
    low: Percent | None
    high: Percent | None
    ties: list[Any]
    criteria: dict[str, Share]
    lines: list[ScoreLine]


class PublishedPlace(Told):
    """A place that was made a fact."""

    team: str
    place: int | None
    score: str | None
    quality: str | None = None
    penalties: str | None = None


class Published(Told):
    """The row of the log by which the standings became a fact, and the end of the log now."""

    at: Instant
    seq: int
    hash: str
    head: Head
    places: dict[str, PublishedPlace]


class ScoredDrill(Told):
    """Which drill."""

    id: str
    name: str
    state: str
    rehearsal: bool
    published_at: Instant | None


class ScoreRules(Told):
    """What the rules say, for reading; `/rules` gives the file."""

    time_weight: Number = 0
    ratings_needed: int = 1
    levels: list[str] = Field(default_factory=list)
    injects: dict[str, Words] = Field(default_factory=dict)
    criteria: dict[str, Words] = Field(default_factory=dict)
    ties: list[Any] = Field(default_factory=list)
    draw_waits: bool = Field(False, description="A draw was announced whose public text is not known yet.")
    digest: str = ""


class Severity(Told):
    """Whether the rules take severity off, whether it is, and why it cannot be told."""

    announced: bool
    applied: bool
    refused: str | None


class Step(Told):
    """One step to a final result, and when it was taken."""

    step: str
    at: Instant | None


class Ladder(Told):
    """How far the result has come; *next* is the step that comes next, *until* the end of the time for appeals."""

    demanded: bool
    steps: list[Step]
    next: str | None
    deviations: int
    appeals: int
    until: Instant | None


class Standings(Told):
    """What follows from the facts now, and what was published."""

    drill: ScoredDrill
    rated: bool
    complete: bool
    playing: list[str] = Field(description="Teams whose deadlines still run.")
    blind: bool = Field(description="Teams stand under their blind codes until two people have closed the register.")
    rules: ScoreRules
    severity: Severity
    ladder: Ladder
    standings: list[Standing]
    published: Published | None


class RatingRow(Told):
    """One rating; raters are numbers. Without a criterion, nobody has rated yet."""

    team: str
    inject: str
    criterion: str | None
    rater: int | None
    level: str | None
    value: int | None
    state: str
    seconds: float | None


class Ratings(Told):
    """What the standings follow from."""

    rows: list[RatingRow]


class RulesFile(Told):
    """The rules of score, as `prontas standings --rules` reads them."""

    levels: list[str]
    criteria: dict[str, Any]
    injects: dict[str, Any]
    time_weight: float
    ratings: int
    penalties: dict[str, float]
    ties: list[Any]
    randomness: str | None = None
