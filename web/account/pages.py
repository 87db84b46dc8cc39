"""A person's own page, and where those are led who must set up a second step first."""

from typing import Any

from flask import render_template

from simulator.passwords import ADVISED, LONGEST, SHORTEST
from simulator.reading.own_account import own_account
from simulator.refusal import Refusal
from web import door
from web.account.room import account
from web.words import N_, say
from web.words.refusals import words_of

# What is said after something was done, by the word in the address; nothing else of the address is shown.
DONE = {
    "password": N_("Your new password is saved. All your other sessions have ended."),
    "on": N_("The second step is on."),
    "off": N_("The second step is off."),
    "ended": N_("The session has ended."),
    "others": N_("All your other sessions have ended."),
}


@account.get("/account")
@door.for_staff
def page() -> Any:
    """Show her own page."""
    return show()


@account.get("/account/done/<what>")
@door.for_staff
def done(what: str) -> Any:
    """Show her own page with what has just been done."""
    return show(done=say(door.language(), DONE[what])) if what in DONE else door.go("account.page")


@account.app_errorhandler(door.SecondFactorNeeded)
def lead_to_second_step(_needed: door.SecondFactorNeeded) -> Any:
    """Lead whoever owes a second step to where she sets it up; a script is told in one word."""
    if door.wants_json():
        message = words_of(Refusal("second_factor_missing"), door.language())
        return {"error": {"code": "second_factor_missing", "message": message}}, 403
    return door.go("account.page")


def show(refusal: Refusal | None = None, *, at: str = "", done: str | None = None) -> tuple[str, int]:
    """Show her own page; what was refused stands *at* the part it belongs to."""
    status = 200 if refusal is None else 429 if refusal.code in ("too_many_tries", "too_many_codes") else 409
    shown = render_template(
        "account/account.html", me=door.house().look(own_account, door.staff()), done=done, at=at,
        message=words_of(refusal, door.language()) if refusal else None, owes=door.staff().only is not None,
        shortest=SHORTEST, longest=LONGEST, advised=ADVISED,
    )  # fmt: skip
    return shown, status
