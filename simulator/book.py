"""The log of one transaction: rows are gathered while it works and chained when it commits."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from simulator.bulk import insert_rows, json_text, replace_rows, update_rows
from simulator.columns import EPOCH, MILLISECOND
from simulator.digest import canonical
from simulator.rows.log import LogRow, Reader, Stream

KEY = "book"
LOG = ("stream", "seq", "drill_time", "wall_time", "actor", "team", "kind", "payload", "hash")
FEED = ("reader", "n", "stream", "seq")


# Made once, and carried out below the ORM: what each transaction does must cost little.
_LOCK = update(Stream.metadata.tables["stream"]).where(Stream.name == bindparam("stream")).values(seq=Stream.seq)
_ITS_LAST = (LogRow.stream == Stream.name) & (LogRow.seq == Stream.seq)
_HEAD = (
    select(Stream.seq, Stream.hash, LogRow.wall_time)
    .outerjoin(LogRow, _ITS_LAST)
    .where(Stream.name == bindparam("stream"))
)
_COUNTS = select(Reader.name, Reader.n).where(Reader.name.in_(bindparam("readers", expanding=True)))


class Post(NamedTuple):
    """One log row as one reader will see it: number *n* of the count of *reader*."""

    reader: str
    n: int
    row: Mapping[str, Any]


@dataclass
class Book:
    """What a transaction has to tell: chain heads, readers' counts, new rows, and the posts that follow.

    *last* is the instant of the last row that a locked stream has had before.
    """

    heads: dict[str, tuple[int, str]] = field(default_factory=dict)
    last: dict[str, datetime] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    kept: list[object] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    written: int = 0
    posted: int = 0


def digest_of(previous: str, row: Mapping[str, Any]) -> str:
    """Chain *row* to the hash before it: SHA-256 over canonical JSON, in hexadecimal."""
    return link_of([
        previous, row["stream"], row["seq"], _stored(row["drill_time"]), _stored_instant(row["wall_time"]),
        row["actor"], row["team"], row["kind"], row["payload"],
    ])  # fmt: skip


def _stored(drill_time: timedelta | None) -> int | None:
    return None if drill_time is None else drill_time // MILLISECOND


def _stored_instant(instant: datetime) -> int:
    return (instant - EPOCH) // MILLISECOND


def link_of(told: list[Any]) -> str:
    """Give the hash of what one row tells, its times in milliseconds: the hash before it, then all its fields."""
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def book_of(session: Session) -> Book:
    """Give the book of this session's transaction."""
    book: Book | None = session.info.get(KEY)
    if book is None:
        book = session.info[KEY] = Book()
    return book


def holds_stream(session: Session, stream: str) -> bool:
    """Say whether this transaction has the stream's turn: what it has read since cannot have changed."""
    return stream in book_of(session).heads


def lock_stream(session: Session, stream: str, before_first: Callable[[], object] = lambda: None) -> None:
    """Wait for the stream's turn; from here to the commit nobody else writes to it.

    Before a stream begins, *before_first* is called; it may refuse.
    """
    book = book_of(session)
    if stream in book.heads:
        return
    connection, name = session.connection(), {"stream": stream}
    # The update takes the row's lock on every engine, before anything that a rule decides on is read.
    if not connection.execute(_LOCK, name).rowcount:
        before_first()
        # Two may begin a stream at once: the one waits here for the other, and then finds it there.
        begin = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        connection.execute(begin(Stream).values(name=stream, seq=0, hash="").on_conflict_do_nothing())
        connection.execute(_LOCK, name)
    head = connection.execute(_HEAD, name).one()
    book.heads[stream] = (head.seq, head.hash)
    if head.wall_time is not None:
        book.last[stream] = head.wall_time


def keep(session: Session, row: object) -> None:
    """Hold a row to the end of the transaction, so that whoever asks for it again does not read it again."""
    book_of(session).kept.append(row)


def not_before(session: Session, stream: str, now: datetime) -> datetime:
    """Give *now*, or the instant of a locked stream's last row where that is later.

    Whoever has waited for her turn has read the clock before it came, and the clocks of two servers differ by
    a little: without this a row could tell of an earlier time than the one before it (rules.md 6, 9).
    """
    return max(now, book_of(session).last.get(stream, now))


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
    book = book_of(session)
    if stream not in book.heads:
        lock_stream(session, stream)
    if any(reader not in book.counts for reader in readers):
        count_ahead(session, readers)
    seq, previous = book.heads[stream]
    row: dict[str, Any] = {
        "stream": stream, "seq": seq + 1, "kind": kind, "actor": actor, "team": team,
        "wall_time": not_before(session, stream, whole(wall_time)), "drill_time": drill_time,
        "payload": dict(payload or {}),
    }  # fmt: skip
    row["hash"] = digest_of(previous, row)
    book.heads[stream] = (seq + 1, row["hash"])
    book.rows.append(row)
    for reader in readers:
        book.counts[reader] += 1
        book.posts.append(Post(reader, book.counts[reader], row))
    return row


def whole(instant: datetime) -> datetime:
    """Give an instant as columns keep it: in whole milliseconds, rounded down."""
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def count_ahead(session: Session, readers: Collection[str]) -> None:
    """Read in one statement how far the counts of *readers* have come; what they are told then needs none."""
    counts = book_of(session).counts
    if unknown := [reader for reader in readers if reader not in counts]:
        found = dict(session.connection().execute(_COUNTS, {"readers": unknown}).all())
        counts.update((reader, found.get(reader, 0)) for reader in unknown)


def write_book(session: Session) -> None:
    """Store what has been gathered since the last time."""
    book: Book | None = session.info.get(KEY)
    if book is None or len(book.rows) == book.written:
        return
    session.flush()
    new_rows, new_posts = book.rows[book.written :], book.posts[book.posted :]
    connection = session.connection()
    insert_rows(connection, "log", LOG, [_log_row(row) for row in new_rows])
    insert_rows(connection, "feed", FEED, [(one.reader, one.n, one.row["stream"], one.row["seq"]) for one in new_posts])
    streams = sorted({row["stream"] for row in new_rows})
    update_rows(connection, "stream", ("name",), ("seq", "hash"), [(name, *book.heads[name]) for name in streams])
    readers = sorted({post.reader for post in new_posts})
    replace_rows(connection, "reader", ("name", "n"), [(name, book.counts[name]) for name in readers])
    book.written, book.posted = len(book.rows), len(book.posts)


def _log_row(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (
        row["stream"], row["seq"], _stored(row["drill_time"]), _stored_instant(row["wall_time"]), row["actor"],
        row["team"], row["kind"], json_text(row["payload"]), row["hash"],
    )  # fmt: skip


def close_book(session: Session) -> list[Post]:
    """Take the posts of a committed transaction, in order, and forget the rest."""
    book: Book | None = session.info.pop(KEY, None)
    return book.posts if book else []
