"""Who asks: the account whose token stands in the request, and nothing else; cookies are not looked at."""

import re
from dataclasses import replace

from flask import current_app, request
from werkzeug.exceptions import Unauthorized

from simulator.actions.tokens import PREFIX, note_token_used
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.reading.tokens import TokenHolder, find_token
from web import door
from web.api.pace import Pace
from web.api.problem import set_language

_TOKEN = re.compile(PREFIX + r"[A-Za-z0-9_-]{43}")


class TooFast(Exception):
    """Say that a script has to wait, for so many *seconds*."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def asker() -> Actor:
    """Give who asks, as narrow as her token; whatever does not open is answered alike."""
    holder = _holder()
    if holder is None:
        raise Unauthorized
    pace: Pace = current_app.extensions["api_pace"]
    language = set_language(holder.actor.language)
    if seconds := pace.wait(holder.token_id):
        raise TooFast(seconds)
    if holder.unnoted:
        door.house().perform(note_token_used, PROGRAM, token_id=holder.token_id)
    return replace(holder.actor, language=language)


def _holder() -> TokenHolder | None:
    given = request.authorization
    if given is None or given.type != "bearer" or not _TOKEN.fullmatch(given.token or ""):
        return None
    holder: TokenHolder | None = door.house().look(find_token, NOBODY, token=given.token)
    return holder
