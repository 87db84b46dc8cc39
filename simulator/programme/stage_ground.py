"""One stage of a programme as rules and views find it: the call's words of it, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scenarios.calls.stage import Stage as PlannedStage
from simulator.frozen_call import call_of_programme
from simulator.kinds import programme_stream
from simulator.programme_scene import ProgrammeScene
from simulator.refusal import Refusal
from simulator.rows import LogRow, Programme, Stage


@dataclass(frozen=True)
class StageGround:
    """A stage: *planned* is what the call says of it, *row* how far it has come."""

    session: Session
    programme: Programme
    call: Call
    planned: PlannedStage
    row: Stage

    @property
    def id(self) -> str:
        """Give the stage's id in the call."""
        return self.planned.id

    def require_state(self, *states: str) -> None:
        """Refuse unless the stage is in one of *states*."""
        if self.row.state not in states:
            raise Refusal("stage_not_in_state", state=self.row.state)


def stage_ground(session: Session, programme: Programme, stage: str) -> StageGround:
    """Find a stage; refuse one that is not there."""
    call, row = call_of_programme(session, programme), session.get(Stage, (programme.id, stage))
    planned = next((one for one in call.stages if one.id == stage), None)
    if planned is None or row is None:
        raise Refusal("not_found")
    return StageGround(session, programme, call, planned, row)


def stage_of(scene: ProgrammeScene, stage: str) -> StageGround:
    """Find a stage of a programme that is locked."""
    found = stage_ground(scene.session, scene.programme, stage)
    scene.session.refresh(found.row)
    return found


def programme_of(session: Session, programme_id: str | None) -> Programme:
    """Find a programme to look at; refuse one that is not there."""
    programme = session.get(Programme, programme_id) if programme_id else None
    if programme is None:
        raise Refusal("not_found")
    return programme


def told_rows(session: Session, programme_id: str, *kinds: str) -> list[LogRow]:
    """Give the rows of some kinds of a programme's log, in order."""
    query = select(LogRow).where(LogRow.stream == programme_stream(programme_id), LogRow.kind.in_(kinds))
    return list(session.scalars(query.order_by(LogRow.seq)))


def eligibility_closed_at(session: Session, programme_id: str) -> datetime | None:
    """Give when everybody was told whether she is eligible; from then on no finding is taken."""
    rows = told_rows(session, programme_id, "eligibility_closed")
    return rows[0].wall_time if rows else None
