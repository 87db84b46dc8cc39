"""The scenario document: what one YAML file holds once it has been read (scenario-format.md, version 1)."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictBool, StringConstraints

from injects.duration import Duration
from injects.inject import Document, FlagName, Id, Inject, Sender, Weight
from injects.text import Text
from scoring.rubric import Criterion, Rubric

LANGUAGE_PATTERN = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]


def _no_other_one(written: Any) -> Any:
    # True and 1.0 equal 1, but nobody means a version by them: a word is none.
    return str(written) if isinstance(written, bool | float) else written


Format = Annotated[Literal[1], BeforeValidator(_no_other_one)]

# Those of HSEEP: unable, major challenges, some challenges, performed without challenges.
USUAL_LEVELS = ("U", "M", "S", "P")


class Seat(Document):
    """A role in a team; the first seat of a scenario is the lead."""

    title: Text
    brief: Text | None = None
    deputy: StrictBool = False


class Character(Document):
    """Somebody of the story who writes to the teams."""

    name: Text
    role: Text | None = None


class Phase(Document):
    """A stretch of the timeline that begins at a drill time."""

    title: Text
    at: Duration


class Objective(Document):
    """What the drill is to show."""

    title: Text


class CriterionDocument(Document):
    """What is judged: its title, its weight and the anchor words of every level."""

    title: Text
    weight: Weight
    objective: Id | None = None
    levels: dict[str, Text]


class RubricDocument(Document):
    """Levels from worst to best, and the criteria by id."""

    levels: Annotated[tuple[str, ...], Field(min_length=2)]
    criteria: Annotated[dict[Id, CriterionDocument], Field(min_length=1)]

    @property
    def rubric(self) -> Rubric:
        """Give the part of the rubric that scoring needs."""
        return Rubric(
            levels=self.levels,
            criteria={name: Criterion(weight=criterion.weight) for name, criterion in self.criteria.items()},
        )


class Reply(Document):
    """A canned answer for the facilitators' desk."""

    title: Text
    body: Text
    from_: Sender | None = Field(default=None, alias="from")


class Scenario(Document):
    """The reusable script of a drill."""

    format: Format
    id: Id
    version: str = "1"
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    title: Text
    summary: Text | None = None
    duration: Duration
    rated: StrictBool = True
    authors: tuple[str, ...] = ()
    licence: str | None = None
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    content_note: Text | None = None
    reviewed: dict[str, str] = Field(default_factory=dict)
    story_start: str | None = None
    seats: Annotated[dict[Id, Seat], Field(min_length=1)]
    characters: dict[Id, Character] = Field(default_factory=dict)
    phases: dict[Id, Phase] = Field(default_factory=dict)
    objectives: dict[Id, Objective] = Field(default_factory=dict)
    rubric: RubricDocument | None = None
    flags: dict[FlagName, Text] = Field(default_factory=dict)
    replies: dict[Id, Reply] = Field(default_factory=dict)
    hotwash: tuple[Text, ...] = ()
    injects: Annotated[tuple[Inject, ...], Field(min_length=1)]

    @property
    def levels(self) -> tuple[str, ...]:
        """Name the levels from worst to best; without a rubric, choices may still have values on the usual ones."""
        return self.rubric.levels if self.rubric else USUAL_LEVELS

    @property
    def lead(self) -> str:
        """Name the lead's seat: the first one."""
        return next(iter(self.seats))

    def inject(self, inject_id: str) -> Inject:
        """Find an inject; raise ``KeyError`` where there is none."""
        found = next((inject for inject in self.injects if inject.id == inject_id), None)
        if found is None:
            raise KeyError(inject_id)
        return found
