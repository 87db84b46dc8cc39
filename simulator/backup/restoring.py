"""Bring a backup into an empty database of either engine, whole or not at all, and up to this version's schema."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from sqlalchemy import JSON, Connection, Engine, LargeBinary, MetaData, Table, Text, bindparam, cast, func, select, text
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from simulator.backup.archive import Line, Reader, TableHead
from simulator.backup.making import VERSION, tables_of
from simulator.chain import check_chain
from simulator.migrating import migrate
from simulator.refusal import Refusal
from simulator.rows.log import Stream
from simulator.upgrading import known_schemas

AT_ONCE = 500


def restore_backup(engine: Engine, source: IO[bytes], *, despite_broken_chain: bool = False) -> dict[str, Any]:
    """Fill an empty database from a backup; gives its head, the rows by table, and the head of every chain.

    What is refused leaves the database as empty as it was: nobody starts a server on the half of a backup.
    """
    reader = Reader(source)
    if reader.head.schema not in known_schemas():
        raise Refusal("backup_is_newer")
    _require_empty(engine)
    with _empty_again_if_refused(engine):
        migrate(engine, to=reader.head.schema)
        with _without_foreign_keys(engine) as connection:
            _fill(connection, reader)
            _require_whole(connection)
            chains = _chains(connection, despite_broken_chain=despite_broken_chain)
        migrate(engine)
    told = {"schema": reader.head.schema, "made_at": reader.head.made_at, "engine": reader.head.engine}
    return {**told, "migrated_to": known_schemas()[-1], "rows": reader.counts, "chains": chains}


def _require_empty(engine: Engine) -> None:
    with engine.connect() as connection:
        tables = [table for name, table in tables_of(connection).items() if name != VERSION]
        if any(connection.execute(select(table).limit(1)).first() is not None for table in tables):
            raise Refusal("database_not_empty")
    # What an earlier try, or a start of the server that nobody has used, left there.
    _drop_all(engine)


def _drop_all(engine: Engine) -> None:
    with _foreign_keys_off(engine) as connection, connection.begin():
        found = MetaData()
        found.reflect(connection)
        found.drop_all(connection)


@contextmanager
def _empty_again_if_refused(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        _drop_all(engine)
        raise


@contextmanager
def _foreign_keys_off(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            yield connection
        finally:
            if sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    with _foreign_keys_off(engine) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = '10min'"))
        yield connection


def _fill(connection: Connection, reader: Reader) -> None:
    tables = tables_of(connection)
    lines = reader.lines()
    head = next(lines, None)
    while isinstance(head, TableHead):
        table = _same(tables, head)
        try:
            head = _fill_one(connection, table, head, lines)
        except (IntegrityError, DataError):
            # Whole, and yet no database of this schema could have held it.
            raise Refusal("backup_misfits", table=table.name) from None
    _count_on(connection, tables)


def _same(tables: dict[str, Table], head: TableHead) -> Table:
    table = tables.get(head.name)
    if table is None or head.name == VERSION or sorted(head.columns) != sorted(column.name for column in table.columns):
        raise Refusal("backup_damaged")
    return table


def _fill_one(connection: Connection, table: Table, head: TableHead, lines: Iterator[Line]) -> Line | None:
    statement = table.insert().values({name: _value(connection, table, name) for name in head.columns})
    of_bytes = [place for place, name in enumerate(head.columns) if isinstance(table.c[name].type, LargeBinary)]
    rows: list[dict[str, Any]] = []
    after: Line | None = None
    for line in lines:
        if isinstance(line, TableHead):
            after = line
            break
        rows.append(dict(zip(_names(head), _decoded(line, head, of_bytes), strict=True)))
        if len(rows) == (1 if of_bytes else AT_ONCE):
            connection.execute(statement, rows)
            rows = []
    if rows:
        connection.execute(statement, rows)
    return after


def _names(head: TableHead) -> list[str]:
    # A name of its own for each value: a column's name may be a word that the statement uses.
    return [f"v_{name}" for name in head.columns]


def _value(connection: Connection, table: Table, name: str) -> Any:
    column = table.c[name]
    if not isinstance(column.type, JSON):
        return bindparam(f"v_{name}", type_=column.type)
    told = bindparam(f"v_{name}", type_=Text())
    return told if connection.dialect.name == "sqlite" else cast(told, JSON)


def _decoded(line: list[Any], head: TableHead, of_bytes: list[int]) -> list[Any]:
    if len(line) != len(head.columns):
        raise Refusal("backup_damaged")
    for place in of_bytes:
        try:
            line[place] = None if line[place] is None else b64decode(line[place], validate=True)
        except (TypeError, ValueError):
            raise Refusal("backup_damaged") from None
    return line


def _count_on(connection: Connection, tables: dict[str, Table]) -> None:
    if connection.dialect.name != "postgresql":
        return
    for table in tables.values():
        for column in table.columns:
            name = connection.scalar(select(func.pg_get_serial_sequence(f'"{table.name}"', column.name)))
            if name is not None:
                last = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
                connection.execute(select(func.setval(name, last, False)))


def _require_whole(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Refusal("backup_damaged")


def _chains(connection: Connection, *, despite_broken_chain: bool) -> dict[str, dict[str, Any]]:
    heads = {}
    with Session(bind=connection, join_transaction_mode="create_savepoint") as session:
        for name in session.scalars(select(Stream.name).order_by(Stream.name)).all():
            chain = check_chain(session, name)
            if chain.broken_at is not None and not despite_broken_chain:
                raise Refusal("backup_chain_broken", stream=name, seq=chain.broken_at)
            heads[name] = {"rows": chain.length, "hash": chain.hash, "broken_at": chain.broken_at}
    return heads
