"""What is wrong with a bundle: the place, a code, and what was expected; `web` turns it into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Fault:
    """Name a *file* of the bundle, the *line* in it, and the *seq* of the row of the log that it concerns."""

    code: str
    file: str
    line: int | None = None
    seq: int | None = None
    parameters: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
