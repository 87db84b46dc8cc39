"""One programme as an action finds it: locked, with its call, and a pen for its log."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import append, holds_stream, lock_stream
from simulator.kinds import programme_stream
from simulator.refusal import Refusal
from simulator.rows import Programme


@dataclass
class ProgrammeScene:
    """What an action on one programme needs."""

    session: Session
    now: datetime
    actor: Actor
    programme: Programme

    def tell(self, kind: str, **payload: Any) -> None:
        """Append a row to the programme's chain: ids, states and digests, never words; only its audit reads it."""
        append(
            self.session, stream=programme_stream(self.programme.id), kind=kind, actor=str(self.actor),
            wall_time=self.now, payload=payload,
        )  # fmt: skip


def open_programme(session: Session, now: datetime, actor: Actor, programme_id: str | None) -> ProgrammeScene:
    """Lock a programme for the rest of the transaction; refuse one that is not there."""
    if programme_id is None or session.get(Programme, programme_id) is None:
        raise Refusal("not_found")
    held = holds_stream(session, programme_stream(programme_id))
    lock_stream(session, programme_stream(programme_id))
    programme = session.get(Programme, programme_id, populate_existing=not held)
    if programme is None:
        raise Refusal("not_found")
    return ProgrammeScene(session, now, actor, programme)
