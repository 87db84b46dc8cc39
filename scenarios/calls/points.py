"""Numbers of a call: points and shares exactly as they are written, never as binary fractions."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, StrictInt, WithJsonSchema


def read_points(written: Any) -> Decimal:
    """Read a number of at least 0; raise ``ValueError`` with the code ``not_number``."""
    if isinstance(written, bool) or not isinstance(written, int | float | Decimal) or written < 0:
        raise ValueError("not_number")
    return Decimal(str(written))


def write_points(points: Decimal) -> str:
    """Write a number in one way only: 10 and 10.0 are the same."""
    return f"{points.normalize():f}"


Points = Annotated[
    Decimal,
    BeforeValidator(read_points),
    PlainSerializer(write_points),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
Percent = Annotated[StrictInt, Field(ge=0, le=100)]
