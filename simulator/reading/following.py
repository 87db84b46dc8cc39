"""The log as a server process follows it: how far each reader's count has come, and what came since a number."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import Post
from simulator.rows import FeedRow, LogRow, Reader

# How many posts are read at once, whoever's they are; who has more to hear is asked about again.
PAGE = 1000


def reader_counts(session: Session, now: datetime, actor: Actor, *, readers: Collection[str]) -> dict[str, int]:
    """Give the last number of each reader; who has never been told anything is not in it."""
    query = select(Reader.name, Reader.n).where(Reader.name.in_(list(readers)))
    return dict(session.execute(query).all()) if readers else {}


def posts_after(
    session: Session, now: datetime, actor: Actor, *, since: Mapping[str, int], most: int = PAGE
) -> list[Post]:
    """Give the posts of each reader after her number, in her order, as they were when they were committed."""
    if not since:
        return []
    beyond = or_(*(and_(FeedRow.reader == reader, FeedRow.n > n) for reader, n in since.items()))
    query = (
        select(FeedRow.reader, FeedRow.n, LogRow)
        .join(LogRow, (LogRow.stream == FeedRow.stream) & (LogRow.seq == FeedRow.seq))
        .where(beyond)
        .order_by(FeedRow.n)
        .limit(most)
    )
    return [Post(reader, n, _as_told(row)) for reader, n, row in session.execute(query)]


def _as_told(row: LogRow) -> Mapping[str, object]:
    return {
        "stream": row.stream, "seq": row.seq, "kind": row.kind, "actor": row.actor, "team": row.team,
        "wall_time": row.wall_time, "drill_time": row.drill_time, "payload": row.payload, "hash": row.hash,
    }  # fmt: skip
