"""What an inbox holds of one inject: the delivery as it stands, its draft, and the receipt of each response."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any


@dataclass(eq=False, slots=True)
class Item:
    """One inject in one team's inbox as it stands in this transaction; all times are drill time.

    *last* is the version of the latest response, *current* of the one that counts; *was* the state it was found in.
    """

    id: int
    team_id: str
    inject: str
    state: str
    final: bool
    deadline_at: timedelta | None
    closes_at: timedelta | None
    received_at: timedelta | None
    opened_at: timedelta | None
    answered_at: timedelta | None
    last: int | None
    current: int | None
    was: str = ""
    changed: dict[str, Any] = field(default_factory=dict)

    def become(self, **values: Any) -> None:
        """Change what is written with the inbox."""
        self.was = self.was or self.state
        for name, value in values.items():
            setattr(self, name, value)
        self.changed |= values


@dataclass(frozen=True)
class Standing:
    """A draft as it stands; nobody has begun where there is none."""

    content: dict[str, Any] = field(default_factory=dict)
    participant_id: str | None = None
    saved_at: timedelta = timedelta(0)
    proposed_at: timedelta | None = None
    stood: dict[str, Any] | None = None
    stood_by: str | None = None


@dataclass(frozen=True)
class Receipt:
    """What the sender is told of a stored response; the same for the same id."""

    state: str
    version: int
    received_at: timedelta
    received_wall: datetime

    def told(self) -> dict[str, Any]:
        """Give it in the words of the API."""
        return {
            "state": self.state, "version": self.version, "received_at": self.received_wall,
            "drill_time": self.received_at,
        }  # fmt: skip
