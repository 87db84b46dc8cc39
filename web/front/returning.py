"""Coming back as the same person: by the personal link, or by team code and short code."""

from typing import Any

from flask import render_template, request
from werkzeug.wrappers import Response

from simulator.actions.joining import return_by_code, return_to_team
from simulator.actor import NOBODY
from simulator.refusal import Refusal
from web import door
from web.front.guessing import one_try
from web.front.joining import clean_code, enter
from web.front.room import front
from web.front.tries import WRONG_CODES, address, tries
from web.words.refusals import words_of


@front.get("/return/<token>")
def return_link(token: str) -> str:
    """Show a button: previews of links must not bring anybody back."""
    return render_template("front/return_link.html", token=token, exercise=True)


@front.post("/return/<token>")
def return_now(token: str) -> Response:
    """Come back with the personal link."""
    # Nobody guesses 256 bits: the right link always opens, and only a wrong one counts.
    try:
        found = door.house().perform(return_to_team, NOBODY, token=token)
    except Refusal:
        tries().count(WRONG_CODES, address())
        raise
    return enter(door.go("participant.play"), found["participant_id"])


@front.get("/return")
def return_form() -> str:
    """Ask for the team's code and her own short code."""
    return render_template("front/return.html", form=request.args, message=None)


@front.post("/return")
def return_by_codes() -> Any:
    """Come back with the two codes."""
    code, short_code = request.form.get("code", ""), request.form.get("short_code", "")
    try:
        found = _found_by(clean_code(code), clean_code(short_code))
    except Refusal as refusal:
        status = 429 if refusal.code == "too_many_tries" else 404
        message = words_of(refusal, door.language())
        shown = render_template("front/return.html", form=request.form, message=message, held_up=status == 429)
        return shown, status
    return enter(door.go("participant.play"), found["participant_id"])


def _found_by(code: str, short_code: str) -> dict[str, Any]:
    with one_try(short_of=code):
        try:
            return door.house().perform(return_by_code, NOBODY, code=code, short_code=short_code)
        except Refusal:
            raise Refusal("return_codes_unknown") from None
