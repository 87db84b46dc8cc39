"""Caps and floors: what a selection may at most, and should at least, give to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Unit = Literal["seats", "teams"]
UNITS: tuple[Unit, ...] = ("seats", "teams")

# Attributes with the value each must have, or the values of which it must have one.
Where = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Cap:
    """Allow at most *max* seats or teams to each value of the attribute *by*, or to those that *where* names.

    Exactly one of *by* and *where* is given.
    """

    by: str | None
    max: int
    unit: Unit = "seats"
    where: Where = field(default_factory=lambda: MappingProxyType({}), hash=False)


@dataclass(frozen=True)
class Floor:
    """Keep at least *min* seats or teams for those that *where* names, as far as they can be reached."""

    where: Where = field(hash=False)
    min: int
    unit: Unit = "seats"


def values_of(where: Where, attribute: str) -> tuple[str, ...]:
    """Give the values that *where* lets an attribute have, in code-point order."""
    wanted = where[attribute]
    return (wanted,) if isinstance(wanted, str) else tuple(sorted(set(wanted)))


def serves(where: Where, attributes: Mapping[str, str]) -> bool:
    """Say whether somebody with *attributes* is among those that *where* names."""
    return all(attributes[name] in values_of(where, name) for name in where)
