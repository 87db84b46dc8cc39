"""A desk, as the rules of rating see it; `drill_desk.py` and `merit_desk.py` say what lies on it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from scoring.assignment.panel import Unit as Planned
from simulator.desk.anchors import Anchor
from simulator.desk.desk_rules import DeskRules
from simulator.desk.unit import Unit
from simulator.refusal import Refusal
from simulator.rows import Account, Grant, Rating

Attributes = Mapping[str, Any]
Of = Literal["team_id", "application_id"]


@dataclass
class Desk(ABC):
    """What a desk needs to be asked. *name* is ``drill:<id>`` or ``merit:<programme>:<stage>``.

    *of* names the column by which assignments and recusals point to whose a unit is, *rated* the one by which a
    rating points to the unit.
    """

    session: Session
    now: datetime
    name: str
    of: Of
    rated: Literal["response_id", "application_id"]

    @property
    @abstractmethod
    def rules(self) -> DeskRules:
        """Give how ratings are given here."""

    @property
    @abstractmethod
    def levels(self) -> tuple[str, ...]:
        """Give the levels from worst to best; none where nothing is rated."""

    @property
    @abstractmethod
    def closed(self) -> str | None:
        """Give the code by which a rating is refused because the round is over; None while it is open."""

    @property
    @abstractmethod
    def scopes(self) -> tuple[str, ...]:
        """Give the scopes in which a grant counts at this desk, widest first."""

    @property
    @abstractmethod
    def blinding(self) -> tuple[str, ...]:
        """Give the scopes in which to have facilitated or observed keeps one from rating (rules.md 33)."""

    @property
    @abstractmethod
    def waives_country(self) -> bool:
        """Say whether the call publishes that evaluators may rate their own country."""

    @cached_property
    @abstractmethod
    def units(self) -> tuple[Unit, ...]:
        """Give all that has been sent and is rated here, an inject at a time across teams."""

    @cached_property
    @abstractmethod
    def planned(self) -> tuple[Planned, ...]:
        """Give what has to be assigned: all that will be rated by people, sent or still to come."""

    @cached_property
    @abstractmethod
    def attributes(self) -> Mapping[str, Attributes]:
        """Give, by whose it is, the attributes that rules go by: country, institution."""

    @cached_property
    @abstractmethod
    def applications(self) -> Mapping[str, tuple[str, ...]]:
        """Give, by application, whose units here are its: a team of a drill, or the application itself."""

    @cached_property
    @abstractmethod
    def anchors(self) -> tuple[Anchor, ...]:
        """Give the model answers that everybody rates before her first rating, in the order they are given out."""

    @property
    def top(self) -> int:
        """Give the value of the best level."""
        return len(self.levels) - 1

    def named(self, whose: str) -> dict[str, str]:
        """Give the column of an assignment or a recusal that says whose it is."""
        return {self.of: whose}

    @abstractmethod
    def find(self, unit_id: str) -> Unit | None:
        """Find one unit without looking at the others; None where it is not of this desk."""

    def unit(self, unit_id: str) -> Unit:
        """Find a unit; refuse one that is not of this desk."""
        found = self.find(unit_id)
        if found is None:
            raise Refusal("not_found")
        return found

    @property
    def rated_column(self) -> Any:
        """Give the column of ratings that points to a unit."""
        return getattr(Rating, self.rated)

    @property
    @abstractmethod
    def here(self) -> ColumnElement[bool]:
        """Give the condition that a rating is of a unit of this desk."""

    @cached_property
    def evaluators(self) -> tuple[Account, ...]:
        """Give the people who rate here, by name; bots and those who are gone are not among them."""
        query = (
            select(Account)
            .join(Grant, Grant.account_id == Account.id)
            .where(Grant.role == "evaluator", Grant.scope.in_(self.scopes))
            .where(Account.bot.is_(False), Account.disabled_at.is_(None), Account.erased_at.is_(None))
            .distinct()
        )
        return tuple(sorted(self.session.scalars(query), key=lambda one: (one.name.casefold(), one.id)))

    def holders(self, roles: Iterable[str], scopes: Iterable[str]) -> frozenset[str]:
        """Give the ids of the accounts that hold one of *roles* in one of *scopes*."""
        held = select(Grant.account_id).where(Grant.role.in_(list(roles)), Grant.scope.in_(list(scopes)))
        return frozenset(self.session.scalars(held))
