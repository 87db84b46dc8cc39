"""The desk of a drill: responses of its teams under their blind codes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from scenarios.scenario import Scenario
from scoring.assignment.panel import Unit as Planned
from simulator.columns import MILLISECOND
from simulator.desk.anchors import Anchor, anchors_of
from simulator.desk.desk import Attributes, Desk
from simulator.desk.desk_rules import DeskRules, desk_rules
from simulator.desk.unit import Unit
from simulator.desk.waiver import waives_own_country
from simulator.frozen import rated_criteria, scenario_of
from simulator.rows import Delivery, Drill, Programme, Rating, Response, Team
from simulator.scene import clock_of
from simulator.score_rules import demands_two

# What will never be answered needs nobody.
STILL_TO_COME = ("planned", "held", "delivered", "answered")


def ready_from(final: bool, deadline_at: timedelta | None, received_at: timedelta) -> timedelta:
    """Give the drill time from which an answer can no longer be replaced."""
    return received_at if final or deadline_at is None else deadline_at + MILLISECOND


class DrillDesk(Desk):
    """A drill's responses: they count, can no longer be replaced, and still have their words."""

    def __init__(self, session: Session, now: datetime, drill: Drill) -> None:
        super().__init__(session, now, f"drill:{drill.id}", "team_id", "response_id")
        self.drill = drill

    @cached_property
    def scenario(self) -> Scenario:
        """Give the scenario the drill was made from."""
        return scenario_of(self.session, self.drill.scenario_digest)

    @cached_property
    def criteria(self) -> Mapping[str, tuple[str, ...]]:
        """Name, per inject, the criteria that are rated."""
        return rated_criteria(self.session, self.drill.scenario_digest)

    @cached_property
    def rules(self) -> DeskRules:
        """Give how ratings are given here."""
        return desk_rules(self.drill.score_rules)

    @property
    def levels(self) -> tuple[str, ...]:
        """Give the levels of the scenario's rubric."""
        return self.scenario.rubric.levels if self.scenario.rubric else ()

    @property
    def closed(self) -> str | None:
        """Give why no rating is taken any more."""
        if self.drill.published_at is not None:
            return "standings_are_published"
        return "rating_is_closed" if self.drill.rating_closed_at is not None else None

    @property
    def scopes(self) -> tuple[str, ...]:
        """Count those who rate in this drill, in its programme, or everywhere."""
        return ("all", *self._places)

    @property
    def blinding(self) -> tuple[str, ...]:
        """Keep out who ran or watched a drill of a programme or of two people; else the same people may do both."""
        return self._places if self.drill.programme_id or demands_two(self.drill) else ()

    @property
    def _places(self) -> tuple[str, ...]:
        programme = self.drill.programme_id
        return (*((f"programme:{programme}",) if programme else ()), f"drill:{self.drill.id}")

    @cached_property
    def waives_country(self) -> bool:
        """Ask the call of the drill's programme; without one nobody has published a waiver."""
        programme = self.session.get(Programme, self.drill.programme_id) if self.drill.programme_id else None
        return programme is not None and waives_own_country(self.session, programme)

    @property
    def here(self) -> ColumnElement[bool]:
        """Say that a rating is of a response of this drill."""
        ours = select(Response.id).join(Delivery).where(Delivery.drill_id == self.drill.id, Response.current)
        return Rating.response_id.in_(ours)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Give the answers that are rated, by inject, then by blind code."""
        return self._units()

    def find(self, unit_id: str) -> Unit | None:
        """Find one answer that is rated."""
        return next(iter(self._units(Response.id == unit_id)), None)

    def _units(self, *which: ColumnElement[bool]) -> tuple[Unit, ...]:
        time = clock_of(self.drill).drill_time(self.now)
        query = (
            select(
                Response.id, Delivery.team_id, Delivery.inject, Delivery.position, Team.blind_code, Team.language,
                Team.bot, Response.erased_at, Delivery.final, Delivery.deadline_at, Response.received_at,
            )
            .join(Delivery, Delivery.id == Response.delivery_id)
            .join(Team, Team.id == Delivery.team_id)
            .where(Delivery.drill_id == self.drill.id, Response.current, Delivery.state == "answered", *which)
            .where(Delivery.inject.in_(self.criteria))
            .order_by(Delivery.position, Team.blind_code)
        )  # fmt: skip
        return tuple(self._unit(row, time) for row in self.session.execute(query))

    def _unit(self, row: Any, time: timedelta) -> Unit:
        return Unit(
            id=row.id, whose=row.team_id, inject=row.inject, position=row.position, code=row.blind_code,
            language=row.language, criteria=self.criteria[row.inject], bot=row.bot, erased=row.erased_at is not None,
            ready=row.erased_at is None and time >= ready_from(row.final, row.deadline_at, row.received_at),
        )  # fmt: skip

    @cached_property
    def teams(self) -> tuple[Team, ...]:
        """Give the teams of people, in their order."""
        query = select(Team).where(Team.drill_id == self.drill.id, Team.bot.is_(False)).order_by(Team.position)
        return tuple(self.session.scalars(query))

    @cached_property
    def planned(self) -> tuple[Planned, ...]:
        """Give what people's teams will have to be rated for, before STARTEX all of it."""
        languages = {team.id: team.language for team in self.teams}
        here = (Delivery.drill_id == self.drill.id, Delivery.inject.in_(self.criteria))
        known = list(self.session.execute(select(Delivery.team_id, Delivery.inject, Delivery.state).where(*here)))
        if not known:
            return tuple(Planned(team, inject, languages[team]) for team in languages for inject in self.criteria)
        return tuple(
            Planned(row.team_id, row.inject, languages[row.team_id])
            for row in known
            if row.team_id in languages and row.state in STILL_TO_COME
        )

    @cached_property
    def attributes(self) -> Mapping[str, Attributes]:
        """Give what is known of each team."""
        return {team.id: team.attributes or {} for team in self.teams}

    @cached_property
    def applications(self) -> Mapping[str, tuple[str, ...]]:
        """Give the teams by the application they come from."""
        known = {team.application_id for team in self.teams if team.application_id}
        return {one: tuple(team.id for team in self.teams if team.application_id == one) for one in known}

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Give the model answers of the scenario's asks."""
        return anchors_of(self.scenario, dict(self.criteria), self.drill.scenario_digest)
