"""Who is there: lines that open and close, processes that begin, end, or are heard of no more."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.presence import get_up, recount_presence, sit_down, sitting_among
from simulator.refusal import Refusal
from simulator.rows import Participant, ServerProcess, Sitting, Team
from simulator.scene import Scene, open_scene
from simulator.terms import fence

# A process that has noted nothing for so long has no line any more.
SILENT = timedelta(seconds=10)


def note_presence(session: Session, now: datetime, actor: Actor, *, participant_id: str, present: bool) -> None:
    """Keep who is there. Only a team's last device going and its first returning are facts of the log."""
    if session.get(Participant, participant_id) is None:
        raise Refusal("not_found")
    _note(session, now, _lock(session, now, actor, [participant_id]), {participant_id: present})


def note_lines(
    session: Session, now: datetime, actor: Actor, *, process_id: str, changes: Mapping[str, bool]
) -> dict[str, bool]:
    """Keep who has a line to a process: *changes* says it by participant. Gives who is there now, by participant.

    Who has lost her line to this process and has one to another is still there.
    """
    crowd = _lock(session, now, actor, changes)
    sit_down(session, process_id, {one for one in crowd.people if changes[one]})
    elsewhere = get_up(session, process_id, {one for one in crowd.people if not changes[one]})
    there = {one: changes[one] or one in elsewhere for one in crowd.people}
    _note(session, now, crowd, there)
    return there


def open_process(session: Session, now: datetime, actor: Actor, *, process_id: str, place: str) -> None:
    """Let a process begin to serve. Of whoever served at its place before nobody is left; nor of the silent."""
    gone = select(ServerProcess.id).where(
        ServerProcess.id != process_id, (ServerProcess.place == place) | (ServerProcess.seen_at < now - SILENT)
    )
    _reap(session, now, actor, session.scalars(gone).all())
    if session.scalar(select(ServerProcess.id).limit(1)) is None:
        session.execute(delete(Sitting))
        forget_presence(session, now, actor)
    session.merge(ServerProcess(id=process_id, place=place, started_at=now, seen_at=now))


def note_process(session: Session, now: datetime, actor: Actor, *, process_id: str) -> bool:
    """Note that a process lives; say whether it still counts as alive, and need not come back."""
    alive = update(ServerProcess).where(ServerProcess.id == process_id).values(seen_at=now)
    return bool(session.execute(alive).rowcount)  # type: ignore[attr-defined]


def come_back(
    session: Session, now: datetime, actor: Actor, *, process_id: str, place: str, people: Collection[str]
) -> None:
    """Let a process that was taken for dead, frozen for one, serve again, with the lines that it still has."""
    session.merge(ServerProcess(id=process_id, place=place, started_at=now, seen_at=now))
    session.execute(delete(Sitting).where(Sitting.process_id == process_id))
    session.flush()
    note_lines(session, now, actor, process_id=process_id, changes=dict.fromkeys(people, True))


def close_process(session: Session, now: datetime, actor: Actor, *, process_id: str) -> None:
    """Let a process end in order."""
    _reap(session, now, actor, [process_id])


def reap_processes(session: Session, now: datetime, actor: Actor, *, epoch: int) -> int:
    """Clear away, as the clock's owner, the processes that are heard of no more; says how many."""
    fence(session, epoch)
    silent = session.scalars(select(ServerProcess.id).where(ServerProcess.seen_at < now - SILENT)).all()
    _reap(session, now, actor, silent)
    return len(silent)


def forget_presence(session: Session, now: datetime, actor: Actor) -> None:
    """Count everybody as away when the first server starts: no socket outlives the process that held it."""
    there = session.scalars(select(Participant.id).where(Participant.away_since.is_(None))).all()
    _note(session, now, _lock(session, now, actor, there), dict.fromkeys(there, False))


def _reap(session: Session, now: datetime, actor: Actor, process_ids: Sequence[str]) -> None:
    if not process_ids:
        return
    people = session.scalars(select(Sitting.participant_id).where(Sitting.process_id.in_(process_ids))).all()
    crowd = _lock(session, now, actor, people)
    session.execute(delete(Sitting).where(Sitting.process_id.in_(process_ids)))
    session.execute(delete(ServerProcess).where(ServerProcess.id.in_(process_ids)))
    left = sitting_among(session, crowd.people)
    _note(session, now, crowd, {one: False for one in crowd.people if one not in left})


@dataclass(frozen=True)
class _Crowd:
    """Participants with the team of each, and the scenes of the teams; with their drills locked, nobody else acts."""

    people: Mapping[str, str]
    scenes: Mapping[str, Scene]


def _lock(session: Session, now: datetime, actor: Actor, people: Collection[str]) -> _Crowd:
    query = (
        select(Participant.id, Team.id, Team.drill_id)
        .join(Team, Team.id == Participant.team_id)
        .where(Participant.id.in_(list(people)))
    )
    found = session.execute(query).all() if people else []
    # Drill after drill, in everybody's order.
    scenes = {drill: open_scene(session, now, actor, drill) for drill in sorted({row[2] for row in found})}
    return _Crowd({one: team for one, team, _drill in found}, {team: scenes[drill] for _one, team, drill in found})


def _note(session: Session, now: datetime, crowd: _Crowd, there: Mapping[str, bool]) -> None:
    """Write who of a crowd is there by now, and what it makes of their teams."""
    for present, away_since in ((True, None), (False, now)):
        people = [one for one, is_there in there.items() if is_there == present]
        if people:
            session.execute(update(Participant).where(Participant.id.in_(people)).values(away_since=away_since))
    teams = sorted({crowd.people[one] for one in there})
    if teams:
        session.execute(update(Team).where(Team.id.in_(teams)).values(contact_at=now))
    recount_presence({team: crowd.scenes[team] for team in teams})
