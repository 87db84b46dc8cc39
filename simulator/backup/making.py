"""Make a backup while the server runs: one snapshot, table by table, in the order in which rows depend on each other.

The database of any schema can be backed up, also one that this version would have to migrate first: tables and columns
are those that the database has. Nobody waits for it: on SQLite it reads beside the writers of the write-ahead log, on
PostgreSQL in a transaction that repeats its reads.
"""

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    Table,
    Text,
    cast,
    select,
    text,
    type_coerce,
)

from simulator.backup.archive import Head, Reader, TableHead, Writer
from simulator.database import for_readers
from simulator.refusal import Refusal

VERSION = "alembic_version"
AT_ONCE = 500


def make_backup(engine: Engine, target: IO[bytes], now: datetime) -> dict[str, Any]:
    """Write everything that the database holds just now into *target*; gives its schema and the rows by table."""
    with for_readers(engine).connect() as connection, connection.begin():
        _take_time(connection)
        _require_sound(connection)
        tables = tables_of(connection)
        schema = connection.scalar(select(tables[VERSION].c.version_num)) if VERSION in tables else None
        if schema is None:
            raise Refusal("database_is_empty")
        writer = Writer(target, Head(schema, f"{now:%Y-%m-%dT%H:%M:%SZ}", connection.dialect.name))
        for name, table in tables.items():
            if name != VERSION:
                writer.table(_head(table), _rows(connection, table))
        writer.close()
    return {"schema": schema, "rows": writer.counts}


def require_whole(source: IO[bytes]) -> Head:
    """Read a backup to its end and give its head; refuse one that is damaged."""
    reader = Reader(source)
    for _line in reader.lines():
        pass
    return reader.head


def tables_of(connection: Connection) -> dict[str, Table]:
    """Give the tables of a database by name, each after those that it points to."""
    found = MetaData()
    found.reflect(connection)
    return {table.name: table for table in found.sorted_tables}


def _take_time(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Limits that are meant for people who wait; here whoever waits is a file.
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = '10min'"))


def _require_sound(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("PRAGMA integrity_check(1)")).scalar()
        if found != "ok":
            raise Refusal("database_is_damaged", found=str(found)[:200])


def _head(table: Table) -> TableHead:
    of_bytes = frozenset(column.name for column in table.columns if isinstance(column.type, LargeBinary))
    return TableHead(table.name, tuple(column.name for column in table.columns), of_bytes)


def _rows(connection: Connection, table: Table) -> Iterator[list[Any]]:
    columns = [_as_it_lies(connection, column) for column in table.columns]
    of_bytes = [place for place, column in enumerate(table.columns) if isinstance(column.type, LargeBinary)]
    query = select(*columns).order_by(*table.primary_key.columns)
    # Files come one by one: a few of the largest at once would be all the memory there is.
    for found in connection.execute(query.execution_options(yield_per=1 if of_bytes else AT_ONCE)):
        row = list(found)
        for place in of_bytes:
            row[place] = None if row[place] is None else b64encode(row[place]).decode()
        if any(isinstance(value, bytes) for value in row):
            raise Refusal("database_is_damaged", found=table.name)
        yield row


def _as_it_lies(connection: Connection, column: Column[Any]) -> Any:
    # The text of a JSON column, which the log's hashes were made over, and not what one reads in it.
    if not isinstance(column.type, JSON):
        return column
    return type_coerce(column, Text) if connection.dialect.name == "sqlite" else cast(column, Text)
