"""What a check found: a code and its parameters, for others to put into words; an error stops, a finding informs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Finding:
    """Say by *code* what was found; *parameters* name the team, evaluator or value concerned."""

    code: str
    parameters: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
