"""The rows of one table as the bundle has them, in the order of their keys."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, String, select
from sqlalchemy.orm import Session

from simulator.bundle.places import Change, Place
from simulator.bundle.row_json import as_stored, is_bytes, to_json

AT_ONCE = 500


def columns_of(place: Place, names: tuple[str, ...] | None = None) -> list[Column[Any]]:
    """Give the columns of a table, or those that are named, in the order of the table."""
    return [one for one in place.table.columns if names is None or one.name in names]


def table_lines(
    session: Session, place: Place, condition: ColumnElement[bool], *, names: tuple[str, ...] | None, hers: bool
) -> Iterator[dict[str, Any]]:
    """Give the rows that fulfil a condition; *hers*: without what only the machine's own shell is given."""
    columns = columns_of(place, names)
    changed: dict[str, Change] = {**place.changed, **(place.hers if hers else {})}
    query = select(*map(as_stored, columns)).where(condition).order_by(*_keys(session, place))
    for row in session.execute(query.execution_options(yield_per=AT_ONCE)):
        told = {one.name: to_json(one, value) for one, value in zip(columns, row, strict=True)}
        yield told | {name: change(told[name]) for name, change in changed.items() if name in told}


def contents(session: Session, place: Place, condition: ColumnElement[bool]) -> Iterator[tuple[str, bytes]]:
    """Give the files that lie in a table's column, one after the other: name in the bundle, and bytes."""
    for column in (one for one in place.table.columns if is_bytes(one)):
        query = select(column).where(condition).order_by(*_keys(session, place)).execution_options(yield_per=1)
        for (content,) in session.execute(query):
            yield to_json(column, content)["file"], content


def _keys(session: Session, place: Place) -> list[ColumnElement[Any]]:
    """Order by code points everywhere: a PostgreSQL database may have an order of its language."""
    keys = list(place.table.primary_key.columns)
    if session.get_bind().dialect.name == "sqlite":
        return list(keys)
    return [one.collate("C") if isinstance(one.type, String) else one for one in keys]
