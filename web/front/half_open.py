"""The state between password and second step: whose password was right, for ten minutes; it gives no rights."""

from datetime import timedelta
from typing import Any

from flask import session

from simulator.actor import PROGRAM
from simulator.columns import EPOCH, MILLISECOND
from simulator.reading.people import find_account
from web import door
from web.front.form_session import renew_form_session
from web.front.known_browser import proof_of

KEY = "half_open"
LIFE = timedelta(minutes=10)


def begin(found: dict[str, Any], onward: str | None) -> None:
    """Note in this browser's signed cookie whose password was right, and which password that was."""
    renew_form_session()
    at = (door.house().clock() - EPOCH) // MILLISECOND
    session[KEY] = {"account": found["id"], "proof": proof_of(found), "at": at, "onward": onward}


def pending() -> tuple[dict[str, Any], str | None] | None:
    """Give the account that still owes its second step, and where she was going; None once it is too late.

    A password that was changed meanwhile, or an account that was disabled, makes it worthless.
    """
    kept = session.get(KEY)
    if not kept or door.house().clock() >= EPOCH + kept["at"] * MILLISECOND + LIFE:
        return None
    found = door.house().look(find_account, PROGRAM, account_id=kept["account"])
    if found is None or not found["second_factor"] or proof_of(found) != kept["proof"]:
        return None
    return found, kept["onward"]
