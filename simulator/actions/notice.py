"""The privacy notice: who has read which version of it, and who is named in it as responsible."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actions.joining import own_scene
from simulator.actor import Actor
from simulator.agreeing import note_reading
from simulator.book import append, lock_stream
from simulator.kinds import HOUSE_STREAM
from simulator.notice import CONTROLLER_CONTACT, CONTROLLER_NAME
from simulator.refusal import Refusal
from simulator.rows import Setting

LONGEST_CONTROLLER = 200


def read_notice(session: Session, now: datetime, actor: Actor, *, notice: str) -> None:
    """Note that a participant has read the privacy notice and the rules of the drill in this version."""
    scene, participant = own_scene(session, now, actor)
    note_reading(scene, participant, notice)


def name_controller(session: Session, now: datetime, actor: Actor, *, name: str, contact: str) -> None:
    """Name the organisation that answers for the data, and how to reach it; empty words take the name back."""
    lock_stream(session, HOUSE_STREAM)
    given = {CONTROLLER_NAME: " ".join(name.split()), CONTROLLER_CONTACT: " ".join(contact.split())}
    for words in given.values():
        if len(words) > LONGEST_CONTROLLER or not words.isprintable():
            raise Refusal("controller_unreadable", longest=LONGEST_CONTROLLER)
    if bool(given[CONTROLLER_NAME]) != bool(given[CONTROLLER_CONTACT]):
        raise Refusal("controller_incomplete")
    for key, words in given.items():
        session.merge(Setting(name=key, value=words))
    append(session, stream=HOUSE_STREAM, kind="controller_named", actor=str(actor), wall_time=now)
