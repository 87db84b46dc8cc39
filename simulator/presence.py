"""Whether a team is there: only its last device going and its first returning are facts of the log.

A participant is there as long as one process has a line of hers; where no process is named (bots), as it was said last.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from simulator.rows import Participant, ServerProcess, Sitting, Team
from simulator.scene import Scene


def recount_presence(scenes: Mapping[str, Scene]) -> None:
    """Say whether anybody of each team is there, and log it where that has changed; *scenes* are by team."""
    if not scenes:
        return
    (session,) = {scene.session for scene in scenes.values()}
    sitting = select(Participant.team_id).where(
        Participant.team_id.in_(scenes), Participant.away_since.is_(None), Participant.removed_at.is_(None)
    )
    online = set(session.scalars(sitting.distinct()))
    noted = session.execute(select(Team.id, Team.online).where(Team.id.in_(scenes)).order_by(Team.id)).all()
    changed = {team: team in online for team, was_online in noted if was_online != (team in online)}
    for is_online in set(changed.values()):
        alike = [team for team, now_online in changed.items() if now_online == is_online]
        session.execute(update(Team).where(Team.id.in_(alike)).values(online=is_online))
    for team, is_online in changed.items():
        scenes[team].tell("team_connected" if is_online else "team_disconnected", team=team)


def sit_down(session: Session, process_id: str, people: Collection[str]) -> None:
    """Note that participants have a line to a process."""
    if people:
        dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
        rows = [{"process_id": process_id, "participant_id": one} for one in sorted(people)]
        session.execute(dialect.insert(Sitting).on_conflict_do_nothing(), rows)


def get_up(session: Session, process_id: str, people: Collection[str]) -> set[str]:
    """Note that participants have no line to a process any more; gives those who still have one to another."""
    if not people:
        return set()
    session.execute(delete(Sitting).where(Sitting.process_id == process_id, Sitting.participant_id.in_(list(people))))
    return sitting_among(session, people)


def sitting_among(session: Session, people: Collection[str]) -> set[str]:
    """Give who of *people* has a line to a process that serves."""
    # A line that was noted by a process which is taken for dead counts again once that has come back.
    query = (
        select(Sitting.participant_id)
        .join(ServerProcess, ServerProcess.id == Sitting.process_id)
        .where(Sitting.participant_id.in_(list(people)))
    )
    return set(session.scalars(query))
