"""Many rows of one table in one statement, straight to the driver: what a thousand people send at once.

The ORM, and the core below it, spend more on a row than the database does. Here values come as the columns store them
(milliseconds, JSON as text), so nothing is left to convert. SQLite takes a statement that it runs once per row without
leaving C; PostgreSQL takes one array per column, for which it plans and answers once. The statements are made of names
of our own tables and columns alone, and all values are bound.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, Column, Connection, String, Table
from sqlalchemy.dialects import postgresql

from simulator.rows import Row

_WRITER = json.JSONEncoder()
_POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]


def json_text(value: Any) -> str:
    """Write a value as the JSON columns of the ORM do."""
    return _WRITER.encode(value)


def insert_rows(connection: Connection, table: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert *rows*, each the values of *columns*."""
    _run(connection, _insert(connection.dialect.name, table, columns), rows)


def replace_rows(connection: Connection, table: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert *rows*; where one with the same primary key stands already, it takes these values. No key twice."""
    _run(connection, _insert(connection.dialect.name, table, columns, replace=True), rows)


def update_rows(
    connection: Connection, table: str, keys: tuple[str, ...], columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> int:
    """Give *columns* new values where *keys* are equal; a row is its keys, then its values. Says how many it were."""
    return _run(connection, _update(connection.dialect.name, table, keys, columns), rows)


def _run(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> int:
    if not rows:
        return 0
    if connection.dialect.name == "sqlite":
        return connection.exec_driver_sql(statement, list(rows)).rowcount
    arrays = tuple(list(values) for values in zip(*rows, strict=True))
    return connection.exec_driver_sql(statement, arrays).rowcount


@lru_cache(maxsize=256)
def _insert(kind: str, table: str, columns: tuple[str, ...], *, replace: bool = False) -> str:
    names, places = ", ".join(map(_quoted, columns)), ", ".join("?" * len(columns))
    rows = f"VALUES ({places})" if kind == "sqlite" else f"SELECT * FROM {_arrays(table, columns)}"  # noqa: S608
    conflict = ""
    if replace:
        keys = [column.name for column in _table(table).primary_key]
        changes = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in columns if name not in keys)
        conflict = f" ON CONFLICT ({', '.join(map(_quoted, keys))}) DO UPDATE SET {changes}"
    return f"INSERT INTO {_quoted(table)} ({names}) {rows}{conflict}"


@lru_cache(maxsize=256)
def _update(kind: str, table: str, keys: tuple[str, ...], columns: tuple[str, ...]) -> str:
    if kind == "sqlite":
        changes = ", ".join(f"{_quoted(name)} = ?{len(keys) + place}" for place, name in enumerate(columns, 1))
        which = " AND ".join(f"{_quoted(name)} = ?{place}" for place, name in enumerate(keys, 1))
        return f"UPDATE {_quoted(table)} SET {changes} WHERE {which}"  # noqa: S608
    # A column may be given twice: as it was found, and as it shall be.
    found = {name: f"given.v{place}" for place, name in enumerate(keys, 1)}
    wanted = {name: f"given.v{place}" for place, name in enumerate(columns, len(keys) + 1)}
    changes = ", ".join(f"{_quoted(name)} = {value}" for name, value in wanted.items())
    which = " AND ".join(f"{_quoted(table)}.{_quoted(name)} = {value}" for name, value in found.items())
    given = ", ".join(f"v{place}" for place in range(1, len(keys) + len(columns) + 1))
    source = f"{_arrays(table, keys + columns)} AS given({given})"
    return f"UPDATE {_quoted(table)} SET {changes} FROM {source} WHERE {which}"  # noqa: S608


def _arrays(table: str, columns: tuple[str, ...]) -> str:
    held = _table(table).c
    return f"unnest({', '.join(f'%s::{_type_of(held[name])}[]' for name in columns)})"


def _type_of(column: Column[Any]) -> str:
    # Without a length: a cast to varchar(12) would cut what is longer, where the column itself refuses it.
    if isinstance(column.type, String):
        return "text"
    return "json" if isinstance(column.type, JSON) else column.type.compile(_POSTGRESQL)


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


def _quoted(name: str) -> str:
    return f'"{name}"'
