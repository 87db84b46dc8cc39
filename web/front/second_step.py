"""The second step of signing in: a code of her app, or one of the codes she kept for the day it is lost."""

from typing import Any

from flask import render_template, request
from limits import RateLimitItemPerMinute

from simulator.actions.second_factor import use_second_factor
from simulator.actor import PROGRAM
from simulator.refusal import Refusal
from web import door
from web.front.admitting import enter_staff
from web.front.half_open import pending
from web.front.known_browser import proof_of
from web.front.room import front
from web.front.tries import tries
from web.wall_clock import wall_clock
from web.words.refusals import words_of

CODES = RateLimitItemPerMinute(5, 15, namespace="second-step")
LONGEST_CODE = 40


@front.get("/sign-in/code")
def second_step() -> Any:
    """Ask for a code, once the password was right."""
    return _show() if pending() else door.go("front.sign_in")


@front.post("/sign-in/code")
def take_second_step() -> Any:
    """Open a session where the code is right; each works once."""
    owing = pending()
    if owing is None:
        return door.go("front.sign_in")
    found, onward = owing
    code = request.form.get("code", "")[:LONGEST_CODE]
    try:
        count_code(found)
        door.house().perform(use_second_factor, PROGRAM, account_id=found["id"], code=code, at=wall_clock())
    except Refusal as refusal:
        if refusal.code == "not_found":
            refusal = Refusal("code_wrong")
        return _show(refusal)
    forget_codes(found)
    return enter_staff(found, onward)


def count_code(found: dict[str, Any]) -> None:
    """Count a code typed for an account, before it is looked at; five in fifteen minutes, whoever types them.

    A new password begins anew: whoever knew the old one, and locked her out here, is out herself.
    """
    try:
        tries().count(CODES, f"{found['id']} {proof_of(found)}")
    except Refusal:
        raise Refusal("too_many_codes") from None


def forget_codes(found: dict[str, Any]) -> None:
    """Forget the wrong codes of somebody who has found the right one."""
    tries().forget(CODES, f"{found['id']} {proof_of(found)}")


def _show(refusal: Refusal | None = None) -> tuple[str, int]:
    status = 200 if refusal is None else 429 if refusal.code == "too_many_codes" else 409
    message = words_of(refusal, door.language()) if refusal else None
    return render_template("front/second_step.html", message=message), status
