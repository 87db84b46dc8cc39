"""The hotwash: what a participant says right after play; it is kept apart from the log and is never rated."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actions.joining import own_scene
from simulator.actor import Actor
from simulator.refusal import Refusal
from simulator.rows import HotwashNote, Team

LONGEST = 2000


def write_hotwash(session: Session, now: datetime, actor: Actor, *, question: int, text: str) -> None:
    """Keep a participant's words on one of the scenario's questions, once her team's hotwash is open."""
    scene, participant = own_scene(session, now, actor)
    team = session.get_one(Team, participant.team_id)
    if team.hotwash_at is None or not 0 <= question < len(scene.scenario.hotwash):
        raise Refusal("not_found")
    if len(text) > LONGEST:
        raise Refusal("text_too_long", longest=LONGEST)
    session.merge(HotwashNote(team_id=team.id, question=question, participant_id=participant.id, text=text.strip()))
