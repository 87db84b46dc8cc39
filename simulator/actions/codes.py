"""Team codes: a new one for a team, and what somebody is told when others guess them."""

from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.rows import Drill, Team, new_id
from simulator.scene import open_scene

CODE_LENGTH = 10
ALARM_EVERY = timedelta(minutes=1)


def renew_team_code(session: Session, now: datetime, actor: Actor, *, drill_id: str, team_id: str) -> str:
    """Give a team a new code; the old one, and every link and card with it, opens nothing any more."""
    scene = open_scene(session, now, actor, drill_id)
    (found,) = scene.chosen_teams([team_id])
    team = session.get_one(Team, found)
    team.code = new_id(CODE_LENGTH)
    scene.tell("team_code_renewed", team=found)
    return team.code


def note_guessing(session: Session, now: datetime, actor: Actor, *, tries: int, code: str | None = None) -> None:
    """Tell the staff that codes are being guessed, at most once a minute in each drill.

    Where the team's code is right, it concerns its drill; wrong codes concern every drill that people can join.
    """
    for drill_id in session.scalars(_concerned(code).order_by(Drill.id)).all():
        scene = open_scene(session, now, actor, drill_id)
        if scene.drill.guessed_at is not None and now - scene.drill.guessed_at < ALARM_EVERY:
            continue
        scene.drill.guessed_at, scene.drill.guesses = now, tries
        scene.tell("guessing_noticed", tries=tries)


def _concerned(code: str | None) -> Select[str]:
    open_now = select(Drill.id).where(Drill.joining, Drill.state != "ended")
    if code is None:
        return open_now
    return select(Drill.id).join(Team, Team.drill_id == Drill.id).where(Team.code == code)
