"""That a second step is being set up in this browser: for ten minutes, then she shows again that it is she."""

from datetime import timedelta

from flask import session

from simulator.columns import EPOCH, MILLISECOND
from web import door

KEY = "enrolling"
LIFE = timedelta(minutes=10)


def begin_here() -> None:
    """Note in this browser's signed cookie who has begun, and when."""
    session[KEY] = {"session": door.staff().session_id, "at": (door.house().clock() - EPOCH) // MILLISECOND}


def has_begun_here() -> bool:
    """Say whether she who asks has begun in this very session, ten minutes ago at most."""
    kept = session.get(KEY)
    if not kept or kept["session"] != door.staff().session_id:
        return False
    at: int = kept["at"]
    return door.house().clock() < EPOCH + at * MILLISECOND + LIFE


def end_here() -> None:
    """Forget it: the second step is on."""
    session.pop(KEY, None)
