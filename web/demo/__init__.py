"""The demo's links: they let the one who started it into every place, again and again."""

import secrets

from flask import Blueprint, Response, jsonify
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import NotFound

from simulator.actions.running import resume_drill, start_drill
from simulator.actions.sessions import open_account_session
from simulator.actor import PROGRAM
from simulator.kinds import staff_reader
from simulator.reading.feed import stream_states
from simulator.reading.people import read_setting
from web import door

demo = Blueprint("demo", __name__)

PLACES = {
    "console": "facilitator.console",
    "desk": "evaluator.desk",
    "standings": "organizer.standings",
}
# What the demo keeps of itself among the settings of its database.
KEY, ACCOUNT, DRILL, NAME, CODE = "demo_key", "demo_account", "demo_drill", "demo_name", "demo_code"


@demo.record
def _trust_the_starter(state: BlueprintSetupState) -> None:
    # Who knows the key is no browser with cookies: there is nothing that a forged form could use.
    state.app.extensions["csrf"].exempt(demo)


@demo.get("/demo/<key>/<place>")
def enter_demo(key: str, place: str) -> Response:
    """Sign in to the demo's own staff account and go on to one of its places."""
    return enter(key, _kept(ACCOUNT), _kept(DRILL), place)


@demo.get("/demo/<key>/<account_id>/<drill_id>/<place>")
def enter(key: str, account_id: str, drill_id: str, place: str) -> Response:
    """Sign in to a staff account and go on; the key is made anew for each installation's demo."""
    _require(key)
    if place not in PLACES:
        raise NotFound
    response = door.go(PLACES[place], drill_id=drill_id)
    if door.staff().id != account_id:
        token = door.house().perform(open_account_session, PROGRAM, account_id=account_id)
        door.set_cookie(response, door.STAFF, token)
    return response


@demo.post("/demo/<key>/go")
def go(key: str) -> Response:
    """Start the demo's drill, or let it go on where a clean stop paused it; gives the state it is in now."""
    _require(key)
    drill_id = _kept(DRILL)
    found = _state(drill_id)
    if found["state"] == "ready":
        door.house().perform(start_drill, PROGRAM, drill_id=drill_id, name=_kept(NAME))
    elif found["state"] == "paused" and not found["stopped"]:
        door.house().perform(resume_drill, PROGRAM, drill_id=drill_id)
    return jsonify(_state(drill_id))


def _state(drill_id: str) -> dict[str, object]:
    reader = staff_reader(drill_id)
    return door.house().look(stream_states, PROGRAM, readers=[reader])[reader]


def _kept(name: str) -> str:
    value = door.house().look(read_setting, PROGRAM, name=name)
    if value is None:
        raise NotFound
    return value


def _require(key: str) -> None:
    expected = door.settings().demo_key or ""
    if not secrets.compare_digest(key.encode(), expected.encode()):
        raise NotFound


__all__ = ["demo"]
