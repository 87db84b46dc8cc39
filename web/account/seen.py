"""Noting that a session is in use: at most once in five minutes, after the answer is made, and never in its way."""

from datetime import datetime, timedelta

from flask import Response, current_app, g

from simulator.actions.sessions import note_seen
from simulator.actor import PROGRAM, Actor
from simulator.session_life import SEEN_EVERY
from web import door
from web.account.room import account

MOST_REMEMBERED = 10_000


class Seen:
    """Remember when this process has noted a session, so that most answers write nothing."""

    def __init__(self) -> None:
        self._noted: dict[str, datetime] = {}

    def is_due(self, session_id: str, now: datetime, every: timedelta = SEEN_EVERY) -> bool:
        """Say whether it is time to note a session, and remember that it was."""
        last = self._noted.get(session_id)
        if last is not None and now - last < every:
            return False
        if len(self._noted) >= MOST_REMEMBERED:
            # Forgotten ones are noted once more; that costs less than looking for the oldest.
            self._noted.clear()
        self._noted[session_id] = now
        return True


account.record_once(lambda state: state.app.extensions.update(seen=Seen()))


@account.after_app_request
def note(response: Response) -> Response:
    """Note the session of staff that this request came by; a participant's never ends by idleness."""
    known: dict[str, Actor] = g.get("actors", {})
    seen: Seen = current_app.extensions["seen"]
    for actor in known.values():
        if actor.kind == "account" and actor.session_id and seen.is_due(actor.session_id, door.house().clock()):
            _note(actor.session_id)
    return response


def _note(session_id: str) -> None:
    try:
        door.house().perform(note_seen, PROGRAM, session_id=session_id)
    except Exception:
        # A disk that fails must not take the page away that says so.
        current_app.logger.exception("a session's use was not noted")
