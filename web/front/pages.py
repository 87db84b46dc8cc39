"""The start page, the choice of a language, and leaving."""

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from simulator.actions.accounts import change_own_language
from simulator.actions.joining import change_language
from simulator.actor import NOBODY
from simulator.reading.play import own_place
from web import door
from web.front.joining import leave_team
from web.front.paths import own_path
from web.front.room import front
from web.words import LANGUAGES


@front.get("/")
def landing() -> str:
    """Show the way in: a code for participants, a door for staff."""
    place = None
    if door.participant() is not NOBODY:
        place = door.house().look(own_place, door.participant())
    return render_template("front/landing.html", place=place)


@front.post("/language")
def choose_language() -> Response:
    """Remember the language of this browser and of whoever is signed in, and go back."""
    response = redirect(own_path(request.form.get("back")) or "/", 303)
    chosen = request.form.get("language", "")
    if chosen in LANGUAGES:
        door.remember_language(response, chosen)
        if door.staff() is not NOBODY:
            door.house().perform(change_own_language, door.staff(), language=chosen)
        if door.participant() is not NOBODY:
            door.house().perform(change_language, door.participant(), language=chosen)
    return response


@front.post("/leave")
def leave() -> Response:
    """End a participant's session in this browser; her team keeps all she has written."""
    response = door.go("front.landing")
    leave_team()
    door.drop_cookie(response, door.TEAM)
    return response
