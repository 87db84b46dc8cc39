"""Whether a chain still holds: it is read as it lies in the database, for who tampers keeps to no type."""

import json
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, LargeBinary, Text, cast, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from simulator.book import link_of
from simulator.rows.log import LogRow, Stream

NUMBERS = (LogRow.seq, LogRow.drill_time, LogRow.wall_time)
TEXTS = (LogRow.actor, LogRow.team, LogRow.kind, LogRow.payload, LogRow.hash)
# The types that a row may have in SQLite, where any column takes any: a drill time and a team may be missing.
KINDS = frozenset(
    f"integer,{time},integer,text,{team},text,text,text"
    for time, team in product(("integer", "null"), ("text", "null"))
)
HEAD_KINDS = frozenset({"integer,text"})
AT_ONCE = 2000


@dataclass(frozen=True)
class Chain:
    """What a check found: how many rows follow from each other, the last of their hashes, the first row that fails."""

    length: int
    hash: str
    broken_at: int | None


def broken_link(session: Session, stream: str) -> int | None:
    """Give the ``seq`` of the first row that does not follow from the one before, or None where all do."""
    return check_chain(session, stream).broken_at


def check_chain(session: Session, stream: str) -> Chain:
    """Compute a chain anew, from its first row to the head that the stream keeps of it.

    A row that is missing is named by its number, one that is there twice by the number that it has. Where the head
    names an earlier row, the rows after that one were never written by an action.
    """
    head = _head(session, stream)
    length, previous, fits_at = 0, "", head == (0, "")
    with closing(_rows(session, stream)) as rows:
        for row in rows:
            digest = _link(previous, stream, row)
            if row is None or digest is None or row[0] != length + 1:
                seq = length + 1 if row is None else min(row[0], length + 1)
                return Chain(length, previous, seq)
            length, previous = length + 1, digest
            fits_at = fits_at or head == (length, digest)
    return Chain(length, previous, _fault_of_head(head, length, previous, fits_at=fits_at))


def _fault_of_head(head: tuple[int, str] | None, length: int, last: str, *, fits_at: bool) -> int | None:
    if (head or (0, "")) == (length, last):
        return None
    return head[0] + 1 if head is not None and fits_at else length + 1


def _link(previous: str, stream: str, row: list[Any] | None) -> str | None:
    """Give the hash of a row that follows, None of one that does not."""
    if row is None:
        return None
    seq, drill_time, wall_time, actor, team, kind, payload, digest = row
    try:
        told = _READER.decode(payload)
        computed = link_of([previous, stream, seq, drill_time, wall_time, actor, team, kind, told])
    except (ValueError, TypeError, RecursionError):
        return None
    return computed if computed == digest else None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    # Databases read the first of two equal keys, Python the last: such a payload says two things.
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


_READER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_refuse)


def _rows(session: Session, stream: str) -> Generator[list[Any] | None]:
    columns = _columns(session, NUMBERS, TEXTS)
    query = select(*columns).where(LogRow.stream == stream).order_by(LogRow.seq)
    # Closed with the reader, who stops at the first row that does not follow.
    with session.execute(query.execution_options(yield_per=AT_ONCE)) as found:
        for kinds, *values in found:
            yield _decoded(values) if kinds in KINDS else None


def _head(session: Session, stream: str) -> tuple[int, str] | None:
    query = select(*_columns(session, (Stream.seq,), (Stream.hash,))).where(Stream.name == stream)
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    values = _decoded(found[1:]) if found[0] in HEAD_KINDS else None
    return (-1, "") if values is None else (values[0], values[1])


def _decoded(values: Sequence[Any]) -> list[Any] | None:
    try:
        return [value.decode() if type(value) is bytes else value for value in values]
    except UnicodeDecodeError:
        return None


def _columns(
    session: Session, numbers: Sequence[InstrumentedAttribute[Any]], texts: Sequence[InstrumentedAttribute[Any]]
) -> list[ColumnElement[Any]]:
    """Give the types of a row in one word, then its numbers and its texts without any conversion."""
    if session.get_bind().dialect.name != "sqlite":
        # Here columns keep their types; the payload is asked for as the text that was stored.
        whole = literal("integer,text" if len(numbers) == 1 else sorted(KINDS)[0])
        return [whole, *(cast(one, BigInteger) for one in numbers), *(cast(one, Text) for one in texts)]
    kinds: ColumnElement[Any] = func.typeof(numbers[0])
    for one in (*numbers[1:], *texts):
        kinds = kinds.concat(",").concat(func.typeof(one))
    # As bytes: text that is not UTF-8 would stop the reading itself.
    return [kinds, *(cast(one, Integer) for one in numbers), *(cast(one, LargeBinary) for one in texts)]
