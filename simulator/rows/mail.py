"""Mail that waits to be sent: written in the transaction that gives cause to it, sent after it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id


class Mail(Row):
    """One mail. *about* says of what it tells, such as ``application:<id>``; *problem* why the last try failed.

    *kind* and *facts* are all that its words are made of, in its language, when it leaves. It is tried at *due_at*;
    where that is empty it has left, or is not tried any more.
    """

    __tablename__ = "mail"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    about: Mapped[str] = mapped_column(String(40), index=True)
    programme_id: Mapped[str | None] = mapped_column(ForeignKey("programme.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    address: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(12))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None] = mapped_column(String(200))
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
