"""Drills, their frozen scenarios, their teams, and who is in them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import DrillTime, UtcDateTime
from simulator.rows.base import Row, new_id, new_salt


class ScenarioFile(Row):
    """A scenario as it was when a drill was made from it, kept by its content."""

    __tablename__ = "scenario_file"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class AttachmentFile(Row):
    """A file beside a frozen scenario."""

    __tablename__ = "attachment_file"

    scenario_digest: Mapped[str] = mapped_column(ForeignKey("scenario_file.digest"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Drill(Row):
    """One live run of a scenario. Its clock stands at ``clock_base``, and runs from ``clock_since`` if set.

    ``score_rules`` says what its scenario leaves open, fixed before a rating is seen: how many ratings a response
    needs, whether severity is adjusted, the weight of time, the tie order. ``provisional_at``: each team has been told
    its own result; ``published_at``: the standings are final.
    """

    __tablename__ = "drill"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(120))
    programme_id: Mapped[str | None] = mapped_column(ForeignKey("programme.id"), index=True)
    stage: Mapped[str | None] = mapped_column(String(64))
    score_rules: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    scenario_digest: Mapped[str] = mapped_column(ForeignKey("scenario_file.digest"))
    # The version of a stored scenario it froze; a drill that came back from a bundle names those of another house.
    scenario_id: Mapped[str | None] = mapped_column(String(12))
    scenario_number: Mapped[int | None]
    language: Mapped[str] = mapped_column(String(12))
    time_zone: Mapped[str] = mapped_column(String(60), default="UTC")
    state: Mapped[str] = mapped_column(String(10), default="draft")
    rehearsal: Mapped[bool] = mapped_column(default=False)
    ai_allowed: Mapped[bool] = mapped_column(default=False)
    joining: Mapped[bool] = mapped_column(default=True)
    stopped: Mapped[bool] = mapped_column(default=False)
    duration: Mapped[timedelta] = mapped_column(DrillTime)
    clock_base: Mapped[timedelta] = mapped_column(DrillTime, default=timedelta(0))
    clock_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    speed: Mapped[int] = mapped_column(default=1)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    paused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[timedelta | None] = mapped_column(DrillTime)
    rating_closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    register_closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    provisional_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    keep_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    guessed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    guesses: Mapped[int | None]
    lead_id: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Team(Row):
    """A team of one drill. ``blind_code`` is all that evaluators see of its name.

    ``attributes`` say what selection and fairness go by (country, institution, level …); a team of a programme has
    them from its application.
    """

    __tablename__ = "team"
    __table_args__ = (UniqueConstraint("drill_id", "name"), UniqueConstraint("drill_id", "blind_code"))

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    drill_id: Mapped[str] = mapped_column(ForeignKey("drill.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    code: Mapped[str] = mapped_column(String(12), unique=True)
    blind_code: Mapped[str] = mapped_column(String(6))
    language: Mapped[str] = mapped_column(String(12))
    application_id: Mapped[str | None] = mapped_column(ForeignKey("application.id"), index=True)
    attributes: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    bot: Mapped[bool] = mapped_column(default=False)
    online: Mapped[bool] = mapped_column(default=False)
    contact_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hotwash_at: Mapped[timedelta | None] = mapped_column(DrillTime)


class Participant(Row):
    """A person in a team; her name may be erased without breaking the log."""

    __tablename__ = "participant"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(12))
    return_digest: Mapped[str] = mapped_column(String(64), unique=True)
    short_code: Mapped[str] = mapped_column(String(8))
    salt: Mapped[str] = mapped_column(String(32), default=new_salt)
    bot: Mapped[bool] = mapped_column(default=False)
    away_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    notice: Mapped[str | None] = mapped_column(String(12))
    notice_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SeatHolder(Row):
    """A participant in a seat; the lead's seat has one holder, the index sees to it."""

    __tablename__ = "seat_holder"
    __table_args__ = (
        Index(
            "uq_seat_holder_lead",
            "team_id",
            unique=True,
            sqlite_where=text("lead"),
            postgresql_where=text("lead"),
        ),
    )

    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(String(64), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    lead: Mapped[bool] = mapped_column(default=False)
