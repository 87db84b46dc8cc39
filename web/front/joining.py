"""Joining a team: the code, what she reads first, who she is, and what brings her back."""

import re
from contextlib import nullcontext
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

from flask import render_template, request, session, url_for
from werkzeug.wrappers import Response

from simulator.actions.joining import join_team
from simulator.actions.sessions import close_session, open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import NOTICE
from simulator.reading.drills import join_page
from simulator.reading.own_data import named_controller
from simulator.refusal import Refusal
from web import door
from web.front.guessing import is_signed, note_crowd, one_try, signature
from web.front.room import front
from web.notice import privacy, purposes, rules
from web.words import LANGUAGES, N_, say
from web.words.refusals import words_of

KEEP = "keep"
PRIVACY_UNREAD = N_("Tick both boxes once you have read them; then you can go on.")


@front.get("/join")
def join() -> Any:
    """Ask for the team's code; one that was typed leads on."""
    typed = request.args.get("code", "")
    code = clean_code(typed)
    if code:
        return door.go("front.join_code", code=code, k=_key_in(typed))
    return render_template("front/join.html", code="", message=None)


@front.route("/join/<code>", methods=["GET", "POST"])
def join_code(code: str) -> Any:
    """Show what to read first, then ask who she is, then let her in."""
    try:
        page = _page_of(clean_code(code), request.args.get("k"))
    except Refusal as refusal:
        if refusal.code not in ("code_unknown", "too_many_tries"):
            raise
        return _ask_again(code, refusal)
    code, form = clean_code(code), request.form
    if request.method == "GET":
        return _show("read", code, page)
    if not (form.get("privacy") and form.get("rules")):
        return _show("read", code, page, message=say(door.language(), PRIVACY_UNREAD))
    if _read() != NOTICE:
        # The words have changed since this page was opened.
        return _show("read", code, page, message=words_of(Refusal("notice_unread"), door.language()))
    if "name" not in form:
        return _show("you", code, page)
    try:
        return _let_in(code, page, continue_as=bool(form.get("continue_as")))
    except Refusal as refusal:
        if refusal.code == "too_many_joins":
            note_crowd(code)
        known = refusal.parameters["name"] if refusal.code == "name_is_there" else None
        return _show("you", code, page, message=words_of(refusal, door.language()), known=known)


@front.get("/keep")
def keep() -> Any:
    """Show her what brings her back, right after she has joined."""
    kept = session.get(KEEP)
    if kept is None or door.participant() is NOBODY:
        return door.go("front.landing")
    link = door.address("front.return_link", token=kept["token"])
    return render_template("front/keep.html", **kept, link=link, exercise=True)


def clean_code(typed: str) -> str:
    """Give the code inside what somebody typed or pasted: in groups, in capitals, or as the whole link."""
    last = re.split(r"[?#]", typed.strip())[0].rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"[\W_]", "", last).lower()


def _key_in(typed: str) -> str | None:
    return parse_qs(typed.strip().partition("?")[2]).get("k", [None])[0]


def enter(response: Response, participant_id: str, language: str | None = None) -> Response:
    """Open a participant's session in this browser; the one before it ends."""
    leave_team()
    token = door.house().perform(open_participant_session, PROGRAM, participant_id=participant_id)
    door.set_cookie(response, door.TEAM, token)
    if language is not None and language in LANGUAGES:
        door.remember_language(response, language)
    return response


def leave_team() -> None:
    """End the participant's session that this browser holds, if any."""
    session.pop(KEEP, None)
    token = door.token_of(door.TEAM)
    if token:
        door.house().perform(close_session, NOBODY, token=token)


def _page_of(code: str, key: str | None) -> dict[str, Any]:
    # A guesser has no signed link: who has one is not held up by guessers, not even behind the same address.
    with nullcontext() if is_signed(code, key) else one_try():
        return door.house().look(join_page, replace(NOBODY, language=door.language()), code=code)


def _let_in(code: str, page: dict[str, Any], *, continue_as: bool) -> Response:
    form = request.form
    facts = {
        "name": form["name"], "language": form.get("language", ""), "seats": form.getlist("seat"),
        "notice": _read(), "consents": form.getlist("consent"),
    }  # fmt: skip
    made = door.house().perform(join_team, NOBODY, code=code, continue_as=continue_as, **facts)
    response = enter(door.go("front.keep"), made["participant_id"], form.get("language"))
    session[KEEP] = {
        "token": made["return_token"], "short_code": made["short_code"], "code": code,
        "rehearsal": page["drill"]["rehearsal"],
    }  # fmt: skip
    return response


def _read() -> str:
    return request.form.get("notice", NOTICE)


def _show(step: str, code: str, page: dict[str, Any], message: str | None = None, known: str | None = None) -> Any:
    spoken = [language for language in page["drill"]["languages"] if language in LANGUAGES]
    # Who has had the right code once is not held up by guessers on her way through the form.
    chosen, key = request.form.get("language") or door.language(), signature(code)
    shown = render_template(
        f"front/join_{step}.html", code=code, page=page, message=message, known=known, form=request.form,
        seats=request.form.getlist("seat"), spoken=spoken or page["drill"]["languages"],
        chosen=chosen if chosen in page["drill"]["languages"] else page["team"]["language"],
        exercise=True, rehearsal=page["drill"]["rehearsal"], back=url_for("front.join_code", code=code, k=key), key=key,
        notice=NOTICE, **_words_of(step, page),
    )  # fmt: skip
    return shown, 409 if message else 200


def _words_of(step: str, page: dict[str, Any]) -> dict[str, Any]:
    language = door.language()
    if step == "you":
        return {"purposes": purposes(language), "consents": request.form.getlist("consent")}
    controller = door.house().look(named_controller, NOBODY)
    return {
        "rules": rules(language, ai_allowed=page["drill"]["ai_allowed"]), "privacy": privacy(language, controller),
    }  # fmt: skip


def _ask_again(code: str, refusal: Refusal) -> tuple[str, int]:
    status = 429 if refusal.code == "too_many_tries" else 404
    message = words_of(refusal, door.language())
    return render_template("front/join.html", code=code, message=message, held_up=status == 429), status
