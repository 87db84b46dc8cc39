"""Who may rate what, and who does: declarations, recusals, assignments, and what evaluators gave to benchmarks.

A *desk* is where ratings are given: ``drill:<id>``, or ``merit:<programme>:<stage>`` for applications.
"""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id

ONE_UNIT = "(application_id IS NULL) = (team_id IS NOT NULL)"


class Declaration(Row):
    """What an evaluator says of herself at a desk: the languages she reads, her country and her institution."""

    __tablename__ = "declaration"

    desk: Mapped[str] = mapped_column(String(90), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    languages: Mapped[list[str]] = mapped_column(JSON)
    country: Mapped[str | None] = mapped_column(String(64))
    institution: Mapped[str | None] = mapped_column(String(200))
    declared_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Recusal(Row):
    """Whom an evaluator does not rate, and why, by a code; who said so stays with it (rules.md 33)."""

    __tablename__ = "recusal"
    __table_args__ = (CheckConstraint(ONE_UNIT, name="one_unit"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    desk: Mapped[str] = mapped_column(String(90), index=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    team_id: Mapped[str | None] = mapped_column(ForeignKey("team.id"))
    application_id: Mapped[str | None] = mapped_column(ForeignKey("application.id"))
    reason: Mapped[str] = mapped_column(String(20))
    said_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Assignment(Row):
    """That an evaluator is asked to rate a team's response to an inject, or an application.

    *purpose* is ``first`` (one of the ratings that each needs), ``third`` (two disagreed), ``appeal`` (a blind
    re-rating) or ``anchor`` (everybody rates it). One that was moved away has an end and its reason.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint(ONE_UNIT, name="one_unit"),
        Index("ix_assignment_unit", "desk", "team_id", "inject"),
    )

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    desk: Mapped[str] = mapped_column(String(90))
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    team_id: Mapped[str | None] = mapped_column(ForeignKey("team.id"))
    inject: Mapped[str | None] = mapped_column(String(64))
    application_id: Mapped[str | None] = mapped_column(ForeignKey("application.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(10), default="first")
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_why: Mapped[str | None] = mapped_column(String(20))


class CalibrationRating(Row):
    """What an evaluator gave to a benchmark before she rates anybody: *item* names the inject and its benchmark."""

    __tablename__ = "calibration_rating"

    desk: Mapped[str] = mapped_column(String(90), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(80), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(64), primary_key=True)
    level: Mapped[str] = mapped_column(String(40))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
