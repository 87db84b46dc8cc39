"""Who may sit where: from the cookies of a browser to a place in a stream."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from simulator.actor import PROGRAM
from simulator.house import Door
from simulator.reading.feed import staff_events
from simulator.reading.visiting import find_visitor
from simulator.refusal import Refusal
from web.door import STAFF, TEAM, cookie_name
from web.live.rooms import Place, reader_of

LONGEST_TOKEN = 100
NO_EVENT = 2**52


def cookies_of(environ: Mapping[str, Any]) -> SimpleCookie:
    """Give the cookies of a request; none where they cannot be read."""
    try:
        return SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return SimpleCookie()


def token_of(environ: Mapping[str, Any], wanted: Mapping[str, Any], *, secure: bool) -> str:
    """Give the session's token that a browser holds for what it wants to be; empty where there is none."""
    held = cookies_of(environ).get(cookie_name(TEAM if wanted.get("as") == "team" else STAFF, secure=secure))
    return held.value if held is not None and len(held.value) <= LONGEST_TOKEN else ""


def place_of(house: Door, token: str, *, as_team: bool, drill_id: Any) -> Place | None:
    """Give the place of a session's holder as of now; None where she may hear nothing there.

    A participant's team and drill come from her session alone.
    """
    visitor = house.look(find_visitor, PROGRAM, token=token) if token else None
    if visitor is None or visitor.actor.kind != ("participant" if as_team else "account"):
        return None
    actor = visitor.actor
    drill_id = actor.drill_id if as_team else drill_id
    if not isinstance(drill_id, str):
        return None
    n = visitor.n
    if not as_team:
        try:
            n = house.look(staff_events, actor, drill_id=drill_id, since=NO_EVENT)["n"]
        except Refusal:
            return None
    return Place(actor, reader_of(actor, drill_id), actor.language, token, visitor.ends_at, house.clock(), n)
