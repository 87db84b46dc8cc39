"""Coming back to an application: by its personal link, which can be mailed anew."""

from typing import Any

from flask import render_template, request
from limits import RateLimitItemPerMinute
from werkzeug.wrappers import Response

from simulator.actions.applying import open_application, renew_application_link
from simulator.actor import NOBODY
from simulator.reading.application import call_page
from simulator.refusal import Refusal
from web import door
from web.applicant.beginning import enter, leave
from web.applicant.calls import telling
from web.applicant.room import applicant
from web.front.form_session import renew_form_session
from web.front.tries import WRONG_CODES, address, tries
from web.words.refusals import words_of

# What is asked for always counts: the answer does not say whether anybody was found.
ASKED, ASKED_BY_ALL = (
    RateLimitItemPerMinute(10, 10, namespace="lost links"),
    RateLimitItemPerMinute(300, 10, namespace="all lost links"),
)


@applicant.get("/apply/<token>")
def link(token: str) -> str:
    """Show a button: previews of links must not bring anybody in."""
    return render_template("applicant/link.html", token=token)


@applicant.post("/apply/<token>")
def link_now(token: str) -> Response:
    """Come in with the personal link."""
    # Nobody guesses 256 bits: the right link always opens, and only a wrong one counts.
    try:
        application_id = door.house().perform(open_application, NOBODY, token=token)
    except Refusal:
        tries().count(WRONG_CODES, address())
        raise
    return enter(door.go("applicant.form"), application_id)


@applicant.get("/calls/<programme_id>/link")
def lost(programme_id: str) -> Any:
    """Ask for the address to which a new link is to be mailed."""
    return _show(programme_id)


@applicant.post("/calls/<programme_id>/link")
def lost_now(programme_id: str) -> Any:
    """Mail a new link to whoever has an application here; the answer is the same for everybody."""
    try:
        tries().count(ASKED, address())
        tries().count(ASKED_BY_ALL, "everybody")
        door.house().perform(
            renew_application_link, NOBODY, call=programme_id, mail=request.form.get("mail", "")[:254]
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.code != "too_many_tries":
            raise
        return _show(programme_id, words_of(refusal, door.language()))
    return _show(programme_id, asked=True)


@applicant.post("/application/leave")
def leave_now() -> Response:
    """End an applicant's session in this browser; all she has written is kept."""
    response = door.go("applicant.calls")
    leave()
    renew_form_session()
    door.drop_cookie(response, door.APPLICATION)
    return response


def _show(programme_id: str, message: str | None = None, *, asked: bool = False) -> tuple[str, int]:
    page = door.house().look(call_page, NOBODY, call=programme_id)
    shown = render_template("applicant/lost.html", page=page, message=message, asked=asked, **telling(page["call"]))
    return shown, 429 if message else 200
