"""Beginning an application: the notice first, then who leads the team; the personal link is shown once."""

from typing import Any

from flask import render_template, request, session
from limits import RateLimitItemPerMinute
from werkzeug.wrappers import Response

from simulator.actions.applying import begin_application
from simulator.actions.sessions import close_session, open_applicant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import APPLICATION_NOTICE
from simulator.reading.application import call_page
from simulator.refusal import Refusal
from web import door
from web.applicant.calls import telling
from web.applicant.room import applicant
from web.front.browser_name import browser_name
from web.front.form_session import renew_form_session
from web.front.tries import address, tries
from web.notice import application_privacy
from web.words import N_, say
from web.words.refusals import words_of

KEPT = "application_link"
# An office may share one address; more than this is a script.
BEGUN = RateLimitItemPerMinute(30, 10, namespace="applications")
UNREAD = N_("Tick the box once you have read the notice; then you can go on.")


@applicant.get("/calls/<programme_id>/apply")
def begin(programme_id: str) -> Any:
    """Show the notice, and ask who leads the team."""
    return _show(programme_id)


@applicant.post("/calls/<programme_id>/apply")
def begin_now(programme_id: str) -> Any:
    """Begin, and show the personal link."""
    form = request.form
    if not form.get("privacy"):
        return _show(programme_id, say(door.language(), UNREAD))
    try:
        made = _begin(programme_id)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        status = 429 if refusal.code in ("too_many_tries", "too_many_begin") else 409
        return _show(programme_id, words_of(refusal, door.language()), status)
    response = enter(door.go("applicant.link_kept"), made["application_id"])
    session[KEPT] = made["token"]
    return response


def _begin(programme_id: str) -> dict[str, str]:
    form = request.form
    tries().refuse_more(BEGUN, address())
    made = door.house().perform(
        begin_application, NOBODY, call=programme_id, name=form.get("name", ""), mail=form.get("mail", ""),
        language=form.get("language", door.language()), notice=form.get("notice", ""),
    )  # fmt: skip
    tries().is_first(BEGUN, address())
    return made


@applicant.get("/application/link")
@door.for_applicants
def link_kept() -> Any:
    """Show her the personal link, once, right after she has begun."""
    token = session.pop(KEPT, None)
    if token is None:
        return door.go("applicant.form")
    return render_template("applicant/keep.html", link=door.address("applicant.link", token=token))


def enter(response: Response, application_id: str) -> Response:
    """Open an applicant's session in this browser; the one before it ends."""
    leave()
    renew_form_session()
    browser = browser_name(request.user_agent.string)
    token = door.house().perform(
        open_applicant_session, PROGRAM, application_id=application_id, browser=browser
    )  # fmt: skip
    door.set_cookie(response, door.APPLICATION, token)
    return response


def leave() -> None:
    """End the applicant's session that this browser holds, if any."""
    token = door.token_of(door.APPLICATION)
    if token:
        door.house().perform(close_session, NOBODY, token=token)


def _show(programme_id: str, message: str | None = None, status: int = 409) -> tuple[str, int]:
    page = door.house().look(call_page, NOBODY, call=programme_id)
    document = page["call"]
    controller = {"name": document.organisation.say(door.language(), document.languages), "contact": document.contact}
    chosen = request.form.get("language") or door.language()
    shown = render_template(
        "applicant/begin.html", page=page, message=message, form=request.form, notice=APPLICATION_NOTICE,
        privacy=application_privacy(door.language(), controller),
        chosen=chosen if chosen in document.languages else document.languages[0], **telling(document),
    )  # fmt: skip
    return shown, status if message else 200
