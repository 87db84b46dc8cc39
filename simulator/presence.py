"""Whether a team is there: only its last device going and its first returning are facts of the log."""

from sqlalchemy import select

from simulator.rows import Participant, Team
from simulator.scene import Scene


def recount_presence(scene: Scene, team_id: str) -> None:
    """Say whether anybody of a team is there, and log it where that has changed."""
    team = scene.session.get_one(Team, team_id, populate_existing=True)
    there = select(Participant.id).where(
        Participant.team_id == team_id, Participant.away_since.is_(None), Participant.removed_at.is_(None)
    )
    online = scene.session.scalars(there).first() is not None
    if online != team.online:
        team.online = online
        scene.tell("team_connected" if online else "team_disconnected", team=team_id)
