"""Terms of the clock: whose turn it is, by an epoch that each write of an owner checks; and how others follow it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Dialect, literal_column, select
from sqlalchemy.orm import Session

from simulator.columns import EPOCH, MILLISECOND
from simulator.rows import ClockTerm

# A note that is older says little of what the clock shows now: the database's clock may have been set meanwhile.
FRESH = timedelta(seconds=3)


class ClockLost(Exception):
    """Say that another process is the clock's owner by now: nothing of this transaction may be stored."""


@dataclass(frozen=True)
class Sign:
    """What the last owner noted last: the house's instant, with the database's clock then and at the look."""

    epoch: int
    process_id: str
    ended: bool
    told_at: datetime
    database_at: datetime
    looked_at: datetime

    @property
    def age(self) -> timedelta:
        """Give how old the note is by the database's clock; negative where that was set back."""
        return self.looked_at - self.database_at

    @property
    def instant(self) -> datetime | None:
        """Give what the owner's clock shows at the look; None where nobody is the owner, or the note is too old."""
        lives = not self.ended and timedelta(0) <= self.age <= FRESH
        return self.told_at + self.age if lives else None


def database_clock(dialect: Dialect) -> ColumnElement[int]:
    """Give the database's own clock, in milliseconds since 1970, as an expression."""
    words = (
        "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
        if dialect.name == "sqlite"
        else "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
    )
    return literal_column(words, BigInteger())


def last_sign(session: Session) -> Sign | None:
    """Give the last note of the last owner; None where there has never been one."""
    query = select(ClockTerm, database_clock(session.get_bind().dialect)).order_by(ClockTerm.epoch.desc()).limit(1)
    found = session.execute(query).first()
    if found is None:
        return None
    term, looked_at = found
    return Sign(
        term.epoch, term.process_id, term.ended_at is not None, term.told_at, term.database_at,
        EPOCH + looked_at * MILLISECOND,
    )  # fmt: skip


def fence(session: Session, epoch: int) -> None:
    """Raise `ClockLost` unless *epoch* is still the owner's; until this transaction ends nobody takes the clock over.

    Its owner's own notes go on meanwhile: they change no key.
    """
    mine = select(ClockTerm.epoch).where(ClockTerm.epoch == epoch, ClockTerm.ended_at.is_(None))
    if session.scalar(mine.with_for_update(read=True, key_share=True)) is None:
        raise ClockLost
