"""One action that a bot owes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from simulator.actor import Actor


@dataclass(frozen=True)
class Move:
    """An action due at a drill time; *order* decides where times are equal. *facts* are made when it happens."""

    at: timedelta
    order: tuple[int, int, int]
    action: Callable[..., Any]
    actor: Actor
    facts: Callable[[], Mapping[str, Any]]
    inject: str | None = None

    @property
    def when(self) -> tuple[timedelta, tuple[int, int, int]]:
        """Give what moves are sorted by."""
        return self.at, self.order
