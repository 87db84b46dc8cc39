"""The demo's links: they let the one who started it into every place, again and again."""

import secrets

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from simulator.actions.accounts import open_account_session
from simulator.actor import PROGRAM
from web import door

demo = Blueprint("demo", __name__)

PLACES = {
    "console": "facilitator.console",
    "desk": "evaluator.desk",
    "standings": "organizer.standings",
}


@demo.get("/demo/<key>/<account_id>/<drill_id>/<place>")
def enter(key: str, account_id: str, drill_id: str, place: str) -> Response:
    """Sign in to the demo's own staff account and go on; the key is made anew for each installation's demo."""
    expected = door.settings().demo_key or ""
    if place not in PLACES or not secrets.compare_digest(key.encode(), expected.encode()):
        raise NotFound
    response = door.go(PLACES[place], drill_id=drill_id)
    if door.staff().id != account_id:
        token = door.house().perform(open_account_session, PROGRAM, account_id=account_id)
        door.set_cookie(response, door.STAFF, token)
    return response


__all__ = ["demo"]
