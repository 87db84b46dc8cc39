"""Who acts: an account with its grants, a participant of one team, the program itself, or nobody."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Actor:
    """A principal. Its scope comes from what it proved at the door, never from a request."""

    kind: Literal["account", "participant", "program", "nobody"]
    id: str = ""
    name: str = ""
    language: str = "en"
    grants: frozenset[tuple[str, str]] = frozenset()
    drill_id: str | None = None
    team_id: str | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind

    def roles_in(self, drill_id: str | None) -> frozenset[str]:
        """Name the roles it has in a drill; without one, those it has everywhere. Each account is an ``account``."""
        if self.kind == "account":
            scopes = {"all", f"drill:{drill_id}"}
            return frozenset(role for role, scope in self.grants if scope in scopes) | {"account"}
        if self.kind == "participant":
            return frozenset({"participant"}) if drill_id in (None, self.drill_id) else frozenset()
        return frozenset({self.kind})


PROGRAM = Actor("program")
NOBODY = Actor("nobody")
