"""Taking the clock over and giving it back: one owner after another, each with an epoch of its own."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.columns import EPOCH, MILLISECOND
from simulator.rows import ClockTerm
from simulator.terms import database_clock

# How many terms are kept for whoever asks later whose turn it was.
KEPT = 10_000


@dataclass(frozen=True)
class Term:
    """The turn that begins: its epoch, and the instant that the owner before told last."""

    epoch: int
    told_at: datetime


def take_clock(session: Session, now: datetime, actor: Actor, *, process_id: str) -> Term:
    """End the last term and begin the next; this waits for whatever its owner is just storing.

    Whoever calls holds the lock of which there is one. Should two, the later finds the epoch taken and fails.
    """
    last = session.scalars(select(ClockTerm).order_by(ClockTerm.epoch.desc()).limit(1).with_for_update()).first()
    told_at = now if last is None else max(now, last.told_at)
    epoch = 1 if last is None else last.epoch + 1
    if last is not None and last.ended_at is None:
        last.ended_at = told_at
    database_at = EPOCH + MILLISECOND * (session.scalar(select(database_clock(session.get_bind().dialect))) or 0)
    session.add(
        ClockTerm(
            epoch=epoch, process_id=process_id, began_at=told_at, began_database_at=database_at, told_at=told_at,
            database_at=database_at,
        )
    )  # fmt: skip
    session.execute(delete(ClockTerm).where(ClockTerm.epoch <= epoch - KEPT))
    return Term(epoch, told_at)


def give_clock_back(session: Session, now: datetime, actor: Actor, *, epoch: int) -> None:
    """End one's own term, so that the next owner need not wait for signs of life."""
    mine = update(ClockTerm).where(ClockTerm.epoch == epoch, ClockTerm.ended_at.is_(None))
    session.execute(mine.values(ended_at=ClockTerm.told_at))
