"""The log as it lies in the database, a line for each row: who tampers keeps to no type, and must not hide a row."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BigInteger, Text, cast, select, type_coerce
from sqlalchemy.orm import Session

from simulator.rows import LogRow

AT_ONCE = 1000
COLUMNS = (
    LogRow.seq, type_coerce(LogRow.drill_time, BigInteger).label("drill_time"),
    type_coerce(LogRow.wall_time, BigInteger).label("wall_time"), LogRow.actor, LogRow.team, LogRow.kind,
    cast(LogRow.payload, Text).label("payload"), LogRow.hash,
)  # fmt: skip


def file_of(stream: str) -> str:
    """Name the file of a chain: ``drill:abc`` is ``log/drill-abc.jsonl``."""
    return f"log/{stream.replace(':', '-')}.jsonl"


def log_lines(session: Session, stream: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a chain in order; times in milliseconds, as the hashes cover them."""
    query = select(*COLUMNS).where(LogRow.stream == stream).order_by(LogRow.seq)
    for row in session.execute(query.execution_options(yield_per=AT_ONCE)):
        told = {name: _plain(value) for name, value in row._mapping.items()}
        yield {"stream": stream, **told, "payload": read_payload(told["payload"])}


def read_payload(text: Any) -> Any:
    """Read what a payload says; where it says two things, or nothing, it stands there as the text it is."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, TypeError, RecursionError):
        return text


def _plain(value: Any) -> Any:
    return value.decode(errors="replace") if isinstance(value, bytes) else value


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _refuse(constant: str) -> Any:
    raise ValueError(constant)
