"""What a bundle is of: one drill, or a programme with all its drills, and the chains that go with it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.kinds import drill_stream, programme_stream
from simulator.refusal import Refusal
from simulator.rows import Drill, Programme
from simulator.shown_names import is_blind


@dataclass(frozen=True)
class Scope:
    """Name the drills, in the order of their ids, and the programme if it is one."""

    drills: tuple[str, ...]
    programme: str | None = None

    @property
    def streams(self) -> tuple[str, ...]:
        """Name the chains: the programme's, then each drill's."""
        own = (programme_stream(self.programme),) if self.programme else ()
        return (*own, *map(drill_stream, self.drills))

    @property
    def of(self) -> dict[str, str]:
        """Say in the manifest what the bundle is of."""
        return {"programme": self.programme} if self.programme else {"drill": self.drills[0]}


def scope_of(session: Session, *, drill_id: str | None = None, programme_id: str | None = None) -> Scope:
    """Find what is asked for; refuse what is not there."""
    if programme_id is not None and drill_id is None and session.get(Programme, programme_id) is not None:
        mine = select(Drill.id).where(Drill.programme_id == programme_id).order_by(Drill.id)
        return Scope(tuple(session.scalars(mine)), programme_id)
    if drill_id is not None and programme_id is None and session.get(Drill, drill_id) is not None:
        return Scope((drill_id,))
    raise Refusal("not_found")


def hides_names(session: Session, scope: Scope) -> bool:
    """Say whether two people still decide without names about a drill in it."""
    return any(is_blind(session.get_one(Drill, one)) for one in scope.drills)
