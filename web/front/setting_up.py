"""One-use links: the first organizer sets the installation up, others of the staff choose their passwords."""

from typing import Any

from flask import render_template, request

from simulator.actions.links import use_link
from simulator.actor import NOBODY
from simulator.links import INVITE, RESET, SETUP
from simulator.passwords import ADVISED, LONGEST, SHORTEST
from simulator.reading.people import find_link
from simulator.refusal import Refusal
from web import door
from web.front.admitting import admit
from web.front.room import front
from web.front.verifying import account_of
from web.new_password import hash_new
from web.words import LANGUAGES
from web.words.refusals import words_of


@front.route("/setup/<token>", methods=["GET", "POST"])
def set_up(token: str) -> Any:
    """Make the first organizer's account."""
    return _redeem(SETUP, token)


@front.route("/invite/<token>", methods=["GET", "POST"])
def accept_invitation(token: str) -> Any:
    """Let somebody who was invited choose a password."""
    return _redeem(INVITE, token)


@front.route("/reset/<token>", methods=["GET", "POST"])
def reset_password(token: str) -> Any:
    """Let somebody who has lost her password choose another one; her second step is asked as ever."""
    return _redeem(RESET, token)


def _redeem(purpose: str, token: str) -> Any:
    # Looking consumes nothing: mail programs open links to preview them.
    link = door.house().look(find_link, NOBODY, token=token)
    if link is None or link["purpose"] != purpose:
        raise Refusal("link_used_or_expired")
    if request.method != "POST":
        return _show(purpose, link, None)
    try:
        account_id = _use(token, link)
    except Refusal as refusal:
        if refusal.code == "link_used_or_expired":
            raise
        return _show(purpose, link, refusal)
    response = admit(account_of(account_id), None)
    if purpose == SETUP and request.form.get("language") in LANGUAGES:
        door.remember_language(response, request.form["language"])
    return response


def _use(token: str, link: dict[str, Any]) -> str:
    form = request.form
    name, email = link["name"] or form.get("name", ""), link["email"] or form.get("email", "")
    hashed = hash_new(form.get("password", ""), name=name, email=email)
    language = form.get("language", door.language())
    return door.house().perform(
        use_link, NOBODY, token=token, password_hash=hashed, email=email, name=name,
        language=language if language in LANGUAGES else door.language(),
    )  # fmt: skip


def _show(purpose: str, link: dict[str, Any], refusal: Refusal | None) -> tuple[str, int]:
    message = words_of(refusal, door.language()) if refusal else None
    known = {"email": link["email"] or "", "name": link["name"] or ""}
    shown = render_template(
        "front/set_up.html", purpose=purpose, form=known | request.form.to_dict(), message=message,
        shortest=SHORTEST, longest=LONGEST, advised=ADVISED,
    )  # fmt: skip
    return shown, 409 if refusal else 200
