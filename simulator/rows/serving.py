"""Who serves: the processes of an installation, who sits in each of them, and whose turn the clock was."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import UtcDateTime
from simulator.rows.base import Row, new_id


class ServerProcess(Row):
    """A process that serves, or served until ``seen_at``. *place* is a digest of the port that only one can have."""

    __tablename__ = "server_process"

    id: Mapped[str] = mapped_column(String(12), primary_key=True, default=new_id)
    place: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Sitting(Row):
    """A participant has an open line to a process; she is there until the last of these rows goes.

    No key binds it to a process: one that was taken for dead, and is not, may note a line before it has come back.
    """

    __tablename__ = "sitting"

    process_id: Mapped[str] = mapped_column(String(12), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True, index=True)


class ClockTerm(Row):
    """One term of a clock's owner. The last is the owner's as long as ``ended_at`` is empty; the others are history.

    *told_at* is the house's instant that the owner noted last, *database_at* what the database's own clock was just
    then; *began_at* and *began_database_at* are those of the first note. Terms never overlap.
    """

    __tablename__ = "clock_term"

    epoch: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    process_id: Mapped[str] = mapped_column(String(12))
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    began_database_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime] = mapped_column(UtcDateTime)
    database_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
