"""Signing staff in and out."""

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from simulator.actor import NOBODY
from simulator.refusal import Refusal
from web import door
from web.front.admitting import admit, end_staff_session
from web.front.form_session import renew_form_session
from web.front.paths import own_path
from web.front.room import front
from web.front.verifying import verified
from web.words.refusals import words_of

STATUS = {"too_many_tries": 429, "too_busy": 503}


@front.get("/sign-in")
def sign_in() -> Any:
    """Ask staff for address and password; who is signed in already goes on."""
    onward = own_path(request.args.get("next"))
    if door.staff() is not NOBODY:
        return redirect(onward or url_for("staff.home"), 303)
    return _show(onward)


@front.post("/sign-in")
def sign_in_now() -> Any:
    """Go on where address and password belong together."""
    onward = own_path(request.form.get("next"))
    try:
        found = verified(request.form.get("email", ""), request.form.get("password", ""))
    except Refusal as refusal:
        return _show(onward, Refusal("sign_in_failed") if refusal.code == "not_found" else refusal)
    return admit(found, onward)


@front.post("/sign-out")
def sign_out() -> Response:
    """End the session of this browser's staff."""
    response = door.go("front.landing")
    end_staff_session()
    renew_form_session()
    door.drop_cookie(response, door.STAFF)
    return response


@front.get("/signed-out")
def signed_out() -> str:
    """Say calmly why a page that stood open has closed, with the way in; whoever still is in finds her drills."""
    onward = own_path(request.args.get("next"))
    # It takes the place of a page of a drill, and goes on saying that it is an exercise.
    exercise = onward is not None and onward.startswith("/drills/")
    return render_template("front/signed_out.html", onward=onward, exercise=exercise)


def _show(onward: str | None, refusal: Refusal | None = None) -> tuple[str, int]:
    status = STATUS.get(refusal.code, 409) if refusal else 200
    message = words_of(refusal, door.language()) if refusal else None
    facts = {"onward": onward, "unsaved": "unsaved" in request.args, "form": request.form}
    return render_template("front/sign_in.html", message=message, **facts), status
