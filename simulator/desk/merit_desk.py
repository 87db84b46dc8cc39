"""The desk of a stage's merit: applications under their codes, rated by the rubric of the call."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scenarios.calls.stage import Stage as PlannedStage
from scoring.assignment.panel import Unit as Planned
from simulator.application_content import filled_attributes
from simulator.desk.anchors import Anchor
from simulator.desk.desk import Attributes, Desk
from simulator.desk.desk_rules import DeskRules
from simulator.desk.unit import Unit
from simulator.desk.waiver import waives_own_country
from simulator.frozen_call import call_of_programme
from simulator.refusal import Refusal
from simulator.rows import Application, ApplicationVersion, Programme, Rating, Stage

# An application is rated once two of the staff have found it eligible.
RATED = "eligible"


class MeritDesk(Desk):
    """The eligible applications of a programme; an application is one unit with all criteria of the call."""

    def __init__(self, session: Session, now: datetime, programme: Programme, stage: str) -> None:
        super().__init__(session, now, f"merit:{programme.id}:{stage}", "application_id", "application_id")
        self.programme, self.stage = programme, stage
        if self._planned_stage.score != "merit" or self.call.rubric is None:
            raise Refusal("not_found")

    @cached_property
    def call(self) -> Call:
        """Give the call of the programme."""
        return call_of_programme(self.session, self.programme)

    @cached_property
    def _planned_stage(self) -> PlannedStage:
        try:
            return self.call.stage(self.stage)
        except KeyError:
            raise Refusal("not_found") from None

    @cached_property
    def rules(self) -> DeskRules:
        """Give how ratings are given in this stage; a call has no model applications to be calibrated by."""
        return DeskRules(ratings=self._planned_stage.ratings, apart=self.call.evaluation.third.levels)

    @property
    def levels(self) -> tuple[str, ...]:
        """Give the levels of the call's rubric."""
        return self.call.rubric.levels if self.call.rubric else ()

    @cached_property
    def closed(self) -> str | None:
        """Give why no rating is taken: its stage is not open, or already told."""
        stage = self.session.get(Stage, (self.programme.id, self.stage))
        told = stage is not None and stage.state in ("closed", "provisional", "final")
        return "rating_is_closed" if told else None

    @property
    def scopes(self) -> tuple[str, ...]:
        """Count those who rate in this programme, or everywhere."""
        return ("all", f"programme:{self.programme.id}")

    @property
    def blinding(self) -> tuple[str, ...]:
        """Keep nobody out: there is nothing to have watched."""
        return ()

    @cached_property
    def waives_country(self) -> bool:
        """Ask the call."""
        return waives_own_country(self.session, self.programme)

    @property
    def here(self) -> ColumnElement[bool]:
        """Say that a rating is of one of these applications."""
        return Rating.application_id.in_([one.id for one in self._filed])

    @cached_property
    def _filed(self) -> Sequence[Any]:
        # Only what tells them apart: this is read for every level that is given, and their words are long.
        told = select(Application.id, Application.code, Application.language, Application.erased_at)
        rows: Sequence[Any] = self.session.execute(self._of_rated(told).order_by(Application.code)).all()
        return rows

    def _of_rated(self, query: Any) -> Any:
        return query.join(ApplicationVersion, ApplicationVersion.application_id == Application.id).where(
            Application.programme_id == self.programme.id, Application.state == RATED, ApplicationVersion.current
        )

    def version_of(self, application_id: str) -> ApplicationVersion:
        """Give what an application says, as it was sent; refuse one that is not rated here."""
        query = self._of_rated(select(ApplicationVersion).select_from(Application))
        version: ApplicationVersion | None = self.session.scalar(query.where(Application.id == application_id))
        if version is None:
            raise Refusal("not_found")
        return version

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Give the applications by their codes; one whose words were erased is no longer rated."""
        criteria = tuple(self.call.rubric.criteria) if self.call.rubric else ()
        return tuple(
            Unit(
                id=one.id, whose=one.id, inject="", position=0, code=one.code, language=one.language, criteria=criteria,
                ready=one.erased_at is None, erased=one.erased_at is not None,
            )
            for one in self._filed
        )  # fmt: skip

    def find(self, unit_id: str) -> Unit | None:
        """Find one application."""
        return next((one for one in self.units if one.id == unit_id), None)

    @cached_property
    def planned(self) -> tuple[Planned, ...]:
        """Give all of them that still have their words."""
        return tuple(Planned(one.id, "", one.language) for one in self.units if one.ready)

    @cached_property
    def attributes(self) -> Mapping[str, Attributes]:
        """Give what each application tells of its team."""
        query = self._of_rated(select(Application.id, ApplicationVersion.content))
        return {name: filled_attributes(self.call, content) for name, content in self.session.execute(query)}

    @cached_property
    def applications(self) -> Mapping[str, tuple[str, ...]]:
        """Give each as its own."""
        return {one.id: (one.id,) for one in self._filed}

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Give none: a call has no model applications."""
        return ()
