"""What people may decide about themselves: consents by purpose, and the wish for a pause; never in the log's words."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id


class Consent(Row):
    """One purpose a participant agreed to, under the notice she had read; withdrawing ends it and costs nothing."""

    __tablename__ = "consent"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    notice: Mapped[str] = mapped_column(String(12))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PauseRequest(Row):
    """Somebody needs a pause. Facilitators see how many ask, never who; no log, export or bundle holds it."""

    __tablename__ = "pause_request"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    drill_id: Mapped[str] = mapped_column(ForeignKey("drill.id"), index=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
