"""What is told and never logged: heard after the commit by who sits in one room just then, and gone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

KEY = "whispers"


@dataclass(frozen=True)
class Whisper:
    """One word to one room (`facilitators_room`, or ``participant:<id>``)."""

    room: str
    name: str
    facts: Mapping[str, Any]


def whisper(session: Session, room: str, name: str, **facts: Any) -> None:
    """Say something to a room once this transaction is committed; rolled back, nobody hears."""
    session.info.setdefault(KEY, []).append(Whisper(room, name, facts))


def take_whispers(session: Session) -> list[Whisper]:
    """Take what was said in a committed transaction."""
    said: list[Whisper] = session.info.pop(KEY, [])
    return said


def facilitators_room(drill_id: str) -> str:
    """Name the room of those who run a drill."""
    return f"facilitators:{drill_id}"
