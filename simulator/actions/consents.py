"""Consents: each for one purpose, off until she gives it, and taken back at any moment without a consequence."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actions.joining import own_scene
from simulator.actor import Actor
from simulator.agreeing import note_consent, note_withdrawal


def give_consent(session: Session, now: datetime, actor: Actor, *, purpose: str) -> None:
    """Agree to one purpose, in the words of the notice she has read."""
    scene, participant = own_scene(session, now, actor)
    note_consent(scene, participant, purpose)


def withdraw_consent(session: Session, now: datetime, actor: Actor, *, purpose: str) -> None:
    """Take a consent back."""
    scene, participant = own_scene(session, now, actor)
    note_withdrawal(scene, participant, purpose)
