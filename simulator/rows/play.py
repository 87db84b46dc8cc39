"""What happens in play: deliveries, flags, drafts, responses, ratings, and orders that wait to be undone."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import DrillTime, UtcDateTime
from simulator.rows.base import Row, new_id, new_salt


class Delivery(Row):
    """An inject on its way to one team. ``due_at`` is empty until it is known; all times are drill time."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("team_id", "inject"),
        Index("ix_delivery_due", "drill_id", "state", "due_at"),
        Index("ix_delivery_closing", "drill_id", "state", "closes_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    drill_id: Mapped[str] = mapped_column(ForeignKey("drill.id"))
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"))
    inject: Mapped[str] = mapped_column(String(64))
    position: Mapped[int]
    state: Mapped[str] = mapped_column(String(10), default="planned")
    reason: Mapped[str | None] = mapped_column(String(40))
    late: Mapped[bool] = mapped_column(default=False)
    final: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    delivered_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    received_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    opened_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    answered_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    deadline_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    closes_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    withdrawn_at: Mapped[timedelta | None] = mapped_column(DrillTime)


class FlagRow(Row):
    """A fact about one team's run; flags are only ever set."""

    __tablename__ = "flag"

    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), primary_key=True)
    flag: Mapped[str] = mapped_column(String(64), primary_key=True)
    set_at: Mapped[timedelta] = mapped_column(DrillTime)


class Draft(Row):
    """What a team is writing; ``proposed_at`` where it waits for the lead's word.

    ``stood`` keeps the content as it was at the deadline where a proposal has come in after it, ``stood_by`` who had
    written that.
    """

    __tablename__ = "draft"

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))
    saved_at: Mapped[timedelta] = mapped_column(DrillTime)
    proposed_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    stood: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    stood_by: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))


class Response(Row):
    """What a team has sent: every version is kept, ``current`` marks the one that counts."""

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("delivery_id", "client_id"),
        UniqueConstraint("delivery_id", "version"),
    )

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    client_id: Mapped[str] = mapped_column(String(64))
    version: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))
    current: Mapped[bool] = mapped_column(default=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))
    entered_by: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)
    typed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[timedelta] = mapped_column(DrillTime)
    received_wall: Mapped[datetime] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Rating(Row):
    """One evaluator's level for one response, or application, on one criterion; empty level: not observed."""

    __tablename__ = "rating"
    __table_args__ = (
        CheckConstraint("(application_id IS NULL) = (response_id IS NOT NULL)", name="one_unit"),
        UniqueConstraint("response_id", "criterion", "account_id", "version"),
        UniqueConstraint("application_id", "criterion", "account_id", "version"),
        Index(
            "uq_rating_current", "response_id", "criterion", "account_id", unique=True,
            sqlite_where=text("current"), postgresql_where=text("current"),
        ),
        Index(
            "uq_rating_current_application", "application_id", "criterion", "account_id", unique=True,
            sqlite_where=text("current"), postgresql_where=text("current"),
        ),
    )  # fmt: skip

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    response_id: Mapped[str | None] = mapped_column(ForeignKey("response.id"), index=True)
    application_id: Mapped[str | None] = mapped_column(ForeignKey("application.id"), index=True)
    criterion: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    version: Mapped[int]
    current: Mapped[bool] = mapped_column(default=True)
    level: Mapped[str | None] = mapped_column(String(40))
    sentence: Mapped[str] = mapped_column(String(1000), default="")
    reason: Mapped[str | None] = mapped_column(String(40))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Order(Row):
    """What a facilitator sent by hand to several teams; it waits ten seconds for an undo (rules.md 15).

    ``unmet`` names those of its ``teams`` for which the inject's condition was false at the press.
    """

    __tablename__ = "order"
    __table_args__ = (Index("ix_order_waiting", "state", "runs_at"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    drill_id: Mapped[str] = mapped_column(ForeignKey("drill.id"))
    verb: Mapped[str] = mapped_column(String(20))
    inject: Mapped[str] = mapped_column(String(64))
    teams: Mapped[list[str]] = mapped_column(JSON)
    unmet: Mapped[list[str]] = mapped_column(JSON, default=list)
    reason: Mapped[str | None] = mapped_column(String(40))
    actor: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    runs_at: Mapped[datetime] = mapped_column(UtcDateTime)


class HotwashNote(Row):
    """What a participant said right after play, by question; kept apart from the log."""

    __tablename__ = "hotwash_note"

    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), primary_key=True)
    question: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    text: Mapped[str] = mapped_column(String(2000))
