"""The log: one append-only chain per stream, and the count that each reader of it sees."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKeyConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.columns import DrillTime, UtcDateTime
from simulator.rows.base import Row


class Stream(Row):
    """The head of one chain; locking this row orders everybody who writes to it."""

    __tablename__ = "stream"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    hash: Mapped[str] = mapped_column(String(64), default="")


class LogRow(Row):
    """One change: what happened, when by both clocks, by whom; the hash covers the row before."""

    __tablename__ = "log"

    stream: Mapped[str] = mapped_column(String(40), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    drill_time: Mapped[timedelta | None] = mapped_column(DrillTime)
    wall_time: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(40))
    team: Mapped[str | None] = mapped_column(String(12))
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    hash: Mapped[str] = mapped_column(String(64))


class Reader(Row):
    """How far one reader's count has come: a team's, or the staff's of a drill."""

    __tablename__ = "reader"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger, default=0)


class FeedRow(Row):
    """One log row as one reader sees it: number *n* of her own count, without holes."""

    __tablename__ = "feed"
    __table_args__ = (ForeignKeyConstraint(["stream", "seq"], ["log.stream", "log.seq"]),)

    reader: Mapped[str] = mapped_column(String(40), primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    stream: Mapped[str] = mapped_column(String(40))
    seq: Mapped[int] = mapped_column(BigInteger)
