"""Signing staff in and out."""

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from simulator.actions.sessions import close_session, open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.passwords import LONGEST, password_fits
from simulator.reading.people import find_account
from simulator.refusal import Refusal
from web import door
from web.front.paths import own_path
from web.front.room import front
from web.front.tries import FAILED_AT_ACCOUNT, FAILED_AT_ADDRESS, address, tries
from web.words.refusals import words_of


@front.get("/sign-in")
def sign_in() -> Any:
    """Ask staff for address and password; who is signed in already goes on."""
    onward = own_path(request.args.get("next"))
    if door.staff() is not NOBODY:
        return redirect(onward or url_for("staff.home"), 303)
    return _show(onward)


@front.post("/sign-in")
def sign_in_now() -> Any:
    """Open a session where address and password belong together."""
    onward = own_path(request.form.get("next"))
    try:
        account_id = _verified(request.form.get("email", ""), request.form.get("password", ""))
    except Refusal as refusal:
        return _show(onward, refusal)
    return enter_staff(redirect(onward or url_for("staff.home"), 303), account_id)


@front.post("/sign-out")
def sign_out() -> Response:
    """End the session of this browser's staff."""
    response = door.go("front.landing")
    _end_session()
    door.drop_cookie(response, door.STAFF)
    return response


def enter_staff(response: Response, account_id: str) -> Response:
    """Open a session of an account in this browser; the one before it ends."""
    _end_session()
    token = door.house().perform(open_account_session, PROGRAM, account_id=account_id)
    door.set_cookie(response, door.STAFF, token)
    return response


def _end_session() -> None:
    token = door.token_of(door.STAFF)
    if token:
        door.house().perform(close_session, NOBODY, token=token)


def _verified(email: str, password: str) -> str:
    known = email.strip().lower()[:254]
    tries().refuse_more(FAILED_AT_ADDRESS, address())
    # Counted before the slow check, so that a hundred guesses sent at once are a hundred guesses.
    tries().count(FAILED_AT_ACCOUNT, known)
    found = door.house().look(find_account, PROGRAM, email=known)
    stored = found["password_hash"] if found else None
    if not door.house().run(lambda: password_fits(stored, password[: LONGEST + 1])) or found is None:
        tries().count(FAILED_AT_ADDRESS, address())
        raise Refusal("sign_in_failed")
    tries().forget(FAILED_AT_ACCOUNT, known)
    return str(found["id"])


def _show(onward: str | None, refusal: Refusal | None = None) -> tuple[str, int]:
    status = 200 if refusal is None else 429 if refusal.code == "too_many_tries" else 409
    message = words_of(refusal, door.language()) if refusal else None
    return render_template("front/sign_in.html", onward=onward, message=message, form=request.form), status
