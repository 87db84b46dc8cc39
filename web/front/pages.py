"""The way in: the start page, joining a team, signing in, choosing a language."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from web import door
from web.words import LANGUAGES

front = Blueprint("front", __name__, template_folder="templates")


@front.get("/")
def landing() -> str:
    """Show the way in: a code for participants, a door for staff."""
    return render_template("front/landing.html")


@front.post("/language")
def choose_language() -> Response:
    """Remember the language of this browser and go back."""
    back = request.form.get("back", "/")
    response = redirect(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)
    chosen = request.form.get("language", "")
    if chosen in LANGUAGES:
        response.set_cookie(door.LANGUAGE, chosen, max_age=31536000, samesite="Lax", secure=door.settings().secure)
    return response


@front.get("/sign-in")
def sign_in() -> str:
    """Ask staff for address and password."""
    return render_template("front/sign_in.html")


@front.post("/sign-out")
def sign_out() -> Response:
    """End the session of this browser's staff."""
    response = redirect("/", 303)
    door.drop_cookie(response, door.STAFF)
    return response
