"""The log of one transaction: rows are gathered while it works and chained when it commits."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from simulator.columns import EPOCH, MILLISECOND
from simulator.digest import canonical
from simulator.rows.log import FeedRow, LogRow, Reader, Stream

KEY = "book"


@dataclass(frozen=True)
class Post:
    """One log row as one reader will see it: number *n* of the count of *reader*."""

    reader: str
    n: int
    row: Mapping[str, Any]


@dataclass
class Book:
    """What a transaction has to tell: chain heads, readers' counts, new rows, and the posts that follow."""

    heads: dict[str, tuple[int, str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    written: int = 0
    posted: int = 0


def digest_of(previous: str, row: Mapping[str, Any]) -> str:
    """Chain *row* to the hash before it: SHA-256 over canonical JSON, in hexadecimal."""
    drill_time, wall_time = row["drill_time"], row["wall_time"]
    return link_of([
        previous, row["stream"], row["seq"],
        None if drill_time is None else drill_time // MILLISECOND, (wall_time - EPOCH) // MILLISECOND,
        row["actor"], row["team"], row["kind"], row["payload"],
    ])  # fmt: skip


def link_of(told: list[Any]) -> str:
    """Give the hash of what one row tells, its times in milliseconds: the hash before it, then all its fields."""
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def book_of(session: Session) -> Book:
    """Give the book of this session's transaction."""
    book: Book = session.info.setdefault(KEY, Book())
    return book


def holds_stream(session: Session, stream: str) -> bool:
    """Say whether this transaction has the stream's turn: what it has read since cannot have changed."""
    return stream in book_of(session).heads


def lock_stream(session: Session, stream: str) -> None:
    """Wait for the stream's turn; from here to the commit nobody else writes to it."""
    book = book_of(session)
    if stream in book.heads:
        return
    # The update takes the row's lock on every engine, before anything that a rule decides on is read.
    locked = update(Stream).where(Stream.name == stream).values(seq=Stream.seq)
    if not session.execute(locked).rowcount:  # type: ignore[attr-defined]
        # Two may begin a stream at once: the one waits here for the other, and then finds it there.
        begin = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
        session.execute(begin(Stream).values(name=stream, seq=0, hash="").on_conflict_do_nothing())
        session.execute(locked)
    head = session.execute(select(Stream.seq, Stream.hash).where(Stream.name == stream)).one()
    book.heads[stream] = (head.seq, head.hash)


def append(
    session: Session,
    *,
    stream: str,
    kind: str,
    actor: str,
    wall_time: datetime,
    readers: tuple[str, ...] = (),
    drill_time: timedelta | None = None,
    team: str | None = None,
    payload: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Add one row to *stream* and to the counts of its *readers*; it is stored at the commit."""
    lock_stream(session, stream)
    book = book_of(session)
    seq, previous = book.heads[stream]
    row: dict[str, Any] = {
        "stream": stream, "seq": seq + 1, "kind": kind, "actor": actor, "team": team,
        "wall_time": _whole(wall_time), "drill_time": drill_time, "payload": dict(payload or {}),
    }  # fmt: skip
    row["hash"] = digest_of(previous, row)
    book.heads[stream] = (seq + 1, row["hash"])
    book.rows.append(row)
    book.posts += [Post(reader, _next(session, book, reader), row) for reader in readers]
    return row


def _whole(instant: datetime) -> datetime:
    return EPOCH + (instant - EPOCH) // MILLISECOND * MILLISECOND


def _next(session: Session, book: Book, reader: str) -> int:
    if reader not in book.counts:
        book.counts[reader] = session.scalar(select(Reader.n).where(Reader.name == reader)) or 0
    book.counts[reader] += 1
    return book.counts[reader]


def write_book(session: Session) -> None:
    """Store what has been gathered since the last time."""
    book: Book | None = session.info.get(KEY)
    if book is None or len(book.rows) == book.written:
        return
    session.flush()
    new_rows, new_posts = book.rows[book.written :], book.posts[book.posted :]
    session.execute(insert(LogRow), new_rows)
    if new_posts:
        session.execute(insert(FeedRow), [_feed_row(post) for post in new_posts])
    for stream in {row["stream"] for row in new_rows}:
        seq, head = book.heads[stream]
        session.execute(update(Stream).where(Stream.name == stream).values(seq=seq, hash=head))
    _write_counts(session, book, {post.reader for post in new_posts})
    book.written, book.posted = len(book.rows), len(book.posts)


def _feed_row(post: Post) -> dict[str, Any]:
    return {"reader": post.reader, "n": post.n, "stream": post.row["stream"], "seq": post.row["seq"]}


def _write_counts(session: Session, book: Book, readers: set[str]) -> None:
    known = set(session.scalars(select(Reader.name).where(Reader.name.in_(readers)))) if readers else set()
    if fresh := [{"name": name, "n": book.counts[name]} for name in sorted(readers - known)]:
        session.execute(insert(Reader), fresh)
    if known:
        session.execute(update(Reader), [{"name": name, "n": book.counts[name]} for name in sorted(known)])


def close_book(session: Session) -> list[Post]:
    """Take the posts of a committed transaction, in order, and forget the rest."""
    book: Book | None = session.info.pop(KEY, None)
    return book.posts if book else []
