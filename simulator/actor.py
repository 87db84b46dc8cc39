"""Who acts: an account with its grants, a participant of a team, the lead of an application, the program, nobody."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Actor:
    """A principal. Its scope comes from what it proved at the door, never from a request.

    *grants* are pairs of a role and a scope (``all``, ``programme:<id>``, ``drill:<id>``); a role in a programme is
    there for each of its drills too. *only* names the operations that a narrower key, such as an API token, opens;
    None is all that the roles may do. *session_id* names the open session it came by. An applicant's *id* is her
    application's.
    """

    kind: Literal["account", "participant", "applicant", "program", "nobody"]
    id: str = ""
    name: str = ""
    language: str = "en"
    grants: frozenset[tuple[str, str]] = frozenset()
    drill_id: str | None = None
    team_id: str | None = None
    programme_id: str | None = None
    session_id: str | None = None
    only: frozenset[str] | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind

    def roles_in(self, drill_id: str | None, programme_id: str | None = None) -> frozenset[str]:
        """Name the roles it has in a drill or a programme; without one, those it has everywhere.

        Each account is an ``account``, everywhere.
        """
        if self.kind == "account":
            scopes = {"all", f"drill:{drill_id}", f"programme:{programme_id}"}
            return frozenset(role for role, scope in self.grants if scope in scopes) | {"account"}
        if self.kind == "participant":
            return frozenset({"participant"}) if drill_id in (None, self.drill_id) else frozenset()
        return frozenset({self.kind})


PROGRAM = Actor("program")
NOBODY = Actor("nobody")
