"""Rows as lines of JSON and back: instants in UTC, lengths and drill times in whole milliseconds, bytes as files."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, LargeBinary, type_coerce

from simulator.columns import EPOCH, MILLISECOND, DrillTime, UtcDateTime

# Where the bytes of a table's column lie; each file is named by its SHA-256.
FOLDERS: Mapping[str, tuple[str, str]] = {
    "scenario_file": ("scenarios", ".yaml"),
    "call_file": ("calls", ".yaml"),
    "attachment_file": ("files", ""),
    "blob": ("files", ""),
}


class Misfit(ValueError):
    """Say that a value cannot stand in a column."""


def as_stored(column: Column[Any]) -> Any:
    """Select a column so that what was put there by hand does not hide the row."""
    return type_coerce(column, BigInteger).label(column.name) if is_time(column) else column


def is_time(column: Column[Any]) -> bool:
    """Say whether a column holds an instant or a length, in milliseconds."""
    return isinstance(column.type, UtcDateTime | DrillTime)


def is_bytes(column: Column[Any]) -> bool:
    """Say whether a column holds the bytes of a file."""
    return isinstance(column.type, LargeBinary)


def to_json(column: Column[Any], value: Any) -> Any:
    """Give a value as JSON has it."""
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime) and isinstance(value, int):
        return instant(value)
    if is_bytes(column):
        return {"file": path_of(str(column.table.name), value)}
    return value


def instant(milliseconds: int) -> str:
    """Write an instant: ``2026-03-02T12:30:00.000Z``."""
    try:
        return f"{EPOCH + milliseconds * MILLISECOND:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03}Z"
    except OverflowError:
        return str(milliseconds)


def path_of(table: str, content: bytes) -> str:
    """Say under which name the bytes of a column stand in the bundle."""
    folder, suffix = FOLDERS[table]
    return f"{folder}/{hashlib.sha256(content).hexdigest()}{suffix}"


def from_json(column: Column[Any], value: Any) -> Any:
    """Give a value as the column takes it; raise ``Misfit`` for one that it cannot take."""
    if value is None:
        return None
    try:
        if isinstance(column.type, UtcDateTime):
            return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
        if isinstance(column.type, DrillTime):
            return timedelta(milliseconds=value)
    except (TypeError, ValueError, OverflowError):
        raise Misfit(column.name) from None
    kind = column.type.python_type
    # JSON columns take anything; what JSON knows as whole is no truth value.
    if kind is not dict and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
        raise Misfit(column.name)
    return value


def line_of(told: Any) -> bytes:
    """Write one line: keys in order, no white space; half of a character, which no UTF-8 can hold, is escaped."""
    for plain in (False, True):
        text = json.dumps(told, ensure_ascii=plain, sort_keys=True, separators=(",", ":"))
        try:
            return text.encode() + b"\n"
        except UnicodeEncodeError:
            continue
    raise AssertionError("ASCII is always UTF-8")
