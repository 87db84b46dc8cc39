"""Column types: instants that keep their zone, and drill times in whole milliseconds."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

MILLISECOND = timedelta(milliseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """Store an aware datetime as milliseconds since 1970 UTC, so that no database can drop the zone."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse a naive datetime; give milliseconds."""
        return None if value is None else (value - EPOCH) // MILLISECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Give an aware UTC datetime."""
        return None if value is None else EPOCH + value * MILLISECOND


class DrillTime(TypeDecorator[timedelta]):
    """Store a drill time or a length of it in whole milliseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        """Give milliseconds, rounded down."""
        return None if value is None else value // MILLISECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> timedelta | None:
        """Give the length."""
        return None if value is None else value * MILLISECOND
