"""What people decide about results: two-person decisions, rulings, penalties and appeals."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id, new_salt


class Decision(Row):
    """What takes two people: proposed by one, seconded by another, and carried out at that moment (rules.md 32).

    *scope* is ``drill:<id>`` or ``programme:<id>``; *subject* holds ids, codes and numbers, *note* the words.
    *state* is ``open``, ``done``, ``refused`` or ``withdrawn``.
    """

    __tablename__ = "decision"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    scope: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    subject: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(String(1000), default="")
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)
    state: Mapped[str] = mapped_column(String(10), default="open")
    proposed_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_by: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Ruling(Row):
    """What was ruled about one thing of a drill: *about* is ``response:<id>``, ``delivery:<id>`` or ``row:<seq>``.

    *verdict* is ``technical`` (it costs nothing), ``void`` (it leaves the score) or ``stands``.
    """

    __tablename__ = "ruling"
    __table_args__ = (UniqueConstraint("drill_id", "about", "version"),)

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    drill_id: Mapped[str] = mapped_column(ForeignKey("drill.id"), index=True)
    about: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(default=1)
    current: Mapped[bool] = mapped_column(default=True)
    verdict: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(40))
    decision_id: Mapped[str | None] = mapped_column(ForeignKey("decision.id"))
    ruled_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    ruled_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Penalty(Row):
    """Points that two people took off a team's score; *points* is a decimal as text, *lifted_at* takes it back."""

    __tablename__ = "penalty"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    drill_id: Mapped[str] = mapped_column(ForeignKey("drill.id"), index=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"))
    points: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(64))
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Appeal(Row):
    """A team's objection to a result, on a named ground; *scope* is ``drill:<id>`` or ``programme:<id>:<stage>``."""

    __tablename__ = "appeal"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    scope: Mapped[str] = mapped_column(String(90), index=True)
    team_id: Mapped[str | None] = mapped_column(ForeignKey("team.id"))
    application_id: Mapped[str | None] = mapped_column(ForeignKey("application.id"))
    inject: Mapped[str | None] = mapped_column(String(64))
    ground: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(String(4000), default="")
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)
    filed_by: Mapped[str | None] = mapped_column(ForeignKey("participant.id"))
    filed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), default="open")
    reason: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(String(1000), default="")
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
