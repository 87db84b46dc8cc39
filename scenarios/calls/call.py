"""The call document: what one YAML file holds once it has been read (docs/call-format.md, version 1)."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field

from injects.duration import Duration
from injects.inject import Document, Id
from injects.text import Text
from scenarios.calls.afterwards import Abort, Appeals, Attendance, Derogation, Penalty
from scenarios.calls.asked import ApplicationField, AskedDocument, Attribute, Members, Role, TeamSize
from scenarios.calls.instant import Instant
from scenarios.calls.judged import EligibilityRule, Evaluation, MeritRubric
from scenarios.calls.stage import Award, Stage
from scenarios.scenario import Format, Language


class ApplicationWindow(Document):
    """When applications are taken; until *closes* plus *grace* a later one replaces an earlier one."""

    opens: Instant
    closes: Instant
    grace: Duration = timedelta(0)

    @property
    def ends(self) -> datetime:
        """Give the last instant at which an application is taken; one received a moment later is refused."""
        return self.closes + self.grace


class Windows(Document):
    """All windows. Without *cure* nothing may be mended after closing: what is incomplete is refused.

    *cure*, *appeals* and *offers* are lengths from the moment a team is told. *zones* are the time zones in which
    pages show an instant beside UTC and the reader's own.
    """

    applications: ApplicationWindow
    cure: Duration | None = None
    appeals: Duration = timedelta(days=5)
    offers: Duration = timedelta(days=7)
    zones: tuple[str, ...] = ()


class Call(Document):
    """Everything a programme promises before the first application comes in."""

    format: Format
    kind: Literal["call"]
    id: Id
    version: str = "1"
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    title: Text
    summary: Text | None = None
    organisation: Text
    contact: str
    licence: str | None = None
    sources: tuple[str, ...] = ()
    windows: Windows
    team: TeamSize
    attributes: dict[Id, Attribute] = Field(default_factory=dict)
    form: tuple[ApplicationField, ...] = ()
    members: Members = Members()
    roles: dict[Id, Role] = Field(default_factory=dict)
    documents: tuple[AskedDocument, ...] = ()
    eligibility: tuple[EligibilityRule, ...] = ()
    rubric: MeritRubric | None = None
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    evaluation: Evaluation = Evaluation()
    appeals: Appeals | None = None
    derogation: Derogation | None = None
    penalties: tuple[Penalty, ...] = ()
    abort: Abort | None = None
    attendance: Attendance | None = None

    def stage(self, stage_id: str) -> Stage:
        """Find a stage; raise ``KeyError`` where there is none."""
        return {stage.id: stage for stage in self.stages}[stage_id]

    def award(self, award_id: str) -> Award:
        """Find an award, whose id no two stages share; raise ``KeyError`` where there is none."""
        return {award.id: award for stage in self.stages for award in stage.awards}[award_id]

    def attributes_of(self, filled: dict[str, str]) -> dict[str, str]:
        """Give all attributes of a team from those it has *filled* in, with those that follow from them.

        What cannot be known, because its source is missing or in no group, is left out.
        """
        known = {name: value for name, value in filled.items() if name in self.attributes}
        for name, attribute in self.attributes.items():
            source = known.get(attribute.of) if attribute.of is not None else None
            if source is not None and (group := attribute.group_of(source)) is not None:
                known[name] = group
        return known
