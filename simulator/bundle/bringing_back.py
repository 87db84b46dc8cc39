"""Rows of a bundle into tables: ids are kept, deliveries get numbers that are free, bytes come from their files."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from simulator.bundle.log_lines import file_of
from simulator.bundle.opening import Bundle, table_file
from simulator.bundle.places import PLACES
from simulator.bundle.row_json import Misfit, from_json, is_bytes
from simulator.refusal import Refusal
from simulator.rows import Delivery, LogRow

AT_ONCE = 500
# Kept by their content: what is there already is the same.
BY_CONTENT = ("scenario_file", "attachment_file", "call_file", "blob")


def rows_of(bundle: Bundle, table: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a table as it takes them; refuse a line that does not fit."""
    columns = {one.name: one for one in PLACES[table].table.columns}
    for number, told in bundle.rows(table):
        if set(told) != set(columns):
            raise Refusal("bundle_row_misfit", file=table_file(table), line=number)
        try:
            yield {
                name: _bytes(bundle, value) if is_bytes(columns[name]) else from_json(columns[name], value)
                for name, value in told.items()
            }
        except Misfit:
            raise Refusal("bundle_row_misfit", file=table_file(table), line=number) from None


def _bytes(bundle: Bundle, told: Any) -> bytes:
    name = told.get("file") if isinstance(told, dict) else None
    if not isinstance(name, str) or not bundle.has(name):
        raise Misfit("content")
    content = bundle.bytes_of(name)
    if hashlib.sha256(content).hexdigest() != name.rpartition("/")[2].partition(".")[0]:
        raise Misfit("content")
    return content


def write_rows(session: Session, table: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows of a table; gives how many. What is kept by its content is left as it is where it is there."""
    target, written = PLACES[table].table, 0
    waiting: list[Mapping[str, Any]] = []
    for row in rows:
        written += 1
        if table in BY_CONTENT:
            keys = [column == row[column.name] for column in target.primary_key.columns]
            if session.execute(select(*target.primary_key.columns).where(*keys)).first() is None:
                session.execute(insert(target), [row])
            continue
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            session.execute(insert(target), waiting)
            waiting = []
    if waiting:
        session.execute(insert(target), waiting)
    return written


def write_log(session: Session, bundle: Bundle, stream: str) -> None:
    """Insert a chain as it lies in the bundle."""
    columns = LogRow.__table__.columns
    waiting: list[dict[str, Any]] = []
    for _number, told in bundle.lines(file_of(stream)):
        waiting.append({**told, "drill_time": None, "wall_time": None, "payload": told["payload"]})
        for name in ("drill_time", "wall_time"):
            waiting[-1][name] = _time(columns[name], told[name])
        if len(waiting) == AT_ONCE:
            session.execute(insert(LogRow), waiting)
            waiting = []
    if waiting:
        session.execute(insert(LogRow), waiting)


def _time(column: Any, milliseconds: int | None) -> Any:
    return None if milliseconds is None else column.type.process_result_value(milliseconds, None)


class Numbers:
    """The numbers of deliveries: their own where they are free, else the next ones, in the same order."""

    def __init__(self, session: Session, bundle: Bundle) -> None:
        own = [told["id"] for _line, told in bundle.rows("delivery") if type(told.get("id")) is int]
        taken = own and session.scalar(select(func.count()).where(Delivery.id.between(min(own), max(own))))
        last = session.scalar(select(func.max(Delivery.id))) or 0
        self._more = last + 1 - min(own) if taken else 0

    def renumber(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """Give a row with the numbers that deliveries have here."""
        if not self._more:
            return row
        if table == "delivery":
            return row | {"id": row["id"] + self._more}
        if table in ("response", "draft"):
            return row | {"delivery_id": row["delivery_id"] + self._more}
        if table == "ruling" and row["about"].startswith("delivery:"):
            number = int(row["about"].partition(":")[2])
            return row | {"about": f"delivery:{number + self._more}"}
        return row


def count_on(session: Session) -> None:
    """Let the next delivery get a number that is free: PostgreSQL counts apart from the rows."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(
            text("SELECT setval(pg_get_serial_sequence('delivery', 'id'), (SELECT max(id) FROM delivery), true)")
        )
