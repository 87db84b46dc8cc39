"""Letting a member of staff in: with a new session, or first to the page that asks for her second step."""

from typing import Any

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from simulator.actions.sessions import close_session, open_account_session
from simulator.actor import NOBODY, PROGRAM
from web import door
from web.front.browser_name import browser_name
from web.front.form_session import renew_form_session
from web.front.half_open import begin
from web.front.known_browser import remember_browser


def admit(found: dict[str, Any], onward: str | None) -> Response:
    """Let in whoever has shown her password; an account with a second factor is asked for a code first."""
    if found["second_factor"]:
        begin(found, onward)
        return door.go("front.second_step")
    return enter_staff(found, onward)


def enter_staff(found: dict[str, Any], onward: str | None) -> Response:
    """Open a session of an account in this browser; the one before it ends, and all its forms with it."""
    response = redirect(onward or url_for("staff.home"), 303)
    end_staff_session()
    renew_form_session()
    browser = browser_name(request.user_agent.string)
    token = door.house().perform(open_account_session, PROGRAM, account_id=found["id"], browser=browser)
    door.set_cookie(response, door.STAFF, token)
    remember_browser(response, found)
    return response


def end_staff_session() -> None:
    """End the session of staff that this browser holds, if any."""
    token = door.token_of(door.STAFF)
    if token:
        door.house().perform(close_session, NOBODY, token=token)
