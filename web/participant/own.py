"""What is a participant's own: the notice she reads, what she agrees to, what is held about her, her way back."""

import json
from typing import Any

from flask import Response, render_template, request, session

from simulator.actions.consents import give_consent, withdraw_consent
from simulator.actions.joining import renew_return_link
from simulator.actions.notice import read_notice
from simulator.notice import NOTICE
from simulator.reading.held import own_held
from simulator.reading.own_data import own_page
from simulator.refusal import Refusal
from web import door
from web.notice import privacy, purposes, rules
from web.participant.pages import participant
from web.words import LANGUAGES, N_, say
from web.words.refusals import words_of

NEW_LINK = "new_link"
NOTICE_UNREAD = N_("Tick both boxes once you have read them; then you can go on.")


@participant.get("/play/notice")
@door.for_participants
def notice() -> Any:
    """Show the rules and the privacy notice; where the words are new to her, with the ticks that let her go on."""
    return _show_notice()


@participant.post("/play/notice")
@door.for_participants
def notice_read() -> Any:
    """Note that she has read them, and let her go on where she was."""
    form = request.form
    if not (form.get("privacy") and form.get("rules")):
        return _show_notice(say(door.language(), NOTICE_UNREAD))
    try:
        door.house().perform(read_notice, door.participant(), notice=form.get("notice", ""))
    except Refusal as refusal:
        if refusal.code != "notice_unread":
            raise
        return _show_notice(words_of(refusal, door.language()))
    return door.go("participant.play")


def _show_notice(message: str | None = None) -> tuple[str, int]:
    page, language = _page(), door.language()
    shown = render_template(
        "participant/notice.html", page=page, message=message, notice=NOTICE, asks=page["notice"]["due"],
        rules=rules(language, ai_allowed=page["drill"]["ai_allowed"]), privacy=privacy(language, page["controller"]),
        exercise=True, rehearsal=page["drill"]["rehearsal"],
    )  # fmt: skip
    return shown, 409 if message else 200


@participant.get("/play/me")
@door.for_participants
def me() -> Any:
    """Show what is hers: who she is here, her way back, what she allows, what is held about her."""
    page = _page()
    if page["notice"]["due"]:
        return door.go("participant.notice")
    token = session.pop(NEW_LINK, None)
    return render_template(
        "participant/me.html", page=page, purposes=purposes(door.language()), spoken=LANGUAGES,
        link=door.address("front.return_link", token=token) if token else None,
        exercise=True, rehearsal=page["drill"]["rehearsal"],
    )  # fmt: skip


@participant.post("/play/me/link")
@door.for_participants
def new_link() -> Response:
    """Make a new return link, to be shown once; the old one ends."""
    session[NEW_LINK] = door.house().perform(renew_return_link, door.participant())
    return door.go("participant.me", _anchor="back-title")


@participant.post("/play/me/consents")
@door.for_participants
def choose_consent() -> Response:
    """Give or take back one consent."""
    action = give_consent if request.form.get("given") == "1" else withdraw_consent
    door.house().perform(action, door.participant(), purpose=request.form.get("purpose", ""))
    return door.go("participant.me", _anchor="allow-title")


@participant.get("/play/me/data.json")
@door.for_participants
def data() -> Response:
    """Hand out all that is held about her, as a file."""
    held = door.house().look(own_held, door.participant())
    response = Response(json.dumps(held, ensure_ascii=False, indent=2), content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="prontas.json"'
    return response


def _page() -> dict[str, Any]:
    return door.house().look(own_page, door.participant())
