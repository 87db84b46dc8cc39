"""One-use links: the first organizer sets the installation up, invited staff choose their passwords."""

from typing import Any

from flask import render_template, request

from simulator.actions.links import use_link
from simulator.actor import NOBODY
from simulator.passwords import ADVISED, LONGEST, SHORTEST, hash_password
from simulator.reading.people import find_link
from simulator.refusal import Refusal
from web import door
from web.front.room import front
from web.front.signing import enter_staff
from web.words import LANGUAGES
from web.words.refusals import words_of


@front.route("/setup/<token>", methods=["GET", "POST"])
def set_up(token: str) -> Any:
    """Make the first organizer's account."""
    return _redeem("setup", token)


@front.route("/invite/<token>", methods=["GET", "POST"])
def accept_invitation(token: str) -> Any:
    """Let somebody who was invited choose a password."""
    return _redeem("invite", token)


def _redeem(purpose: str, token: str) -> Any:
    # Looking consumes nothing: mail programs open links to preview them.
    link = door.house().look(find_link, NOBODY, token=token)
    if link is None or link["purpose"] != purpose:
        raise Refusal("link_used_or_expired")
    if request.method == "GET":
        return _show(purpose, link, None)
    try:
        account_id = _use(token)
    except Refusal as refusal:
        if refusal.code == "link_used_or_expired":
            raise
        return _show(purpose, link, refusal)
    response = enter_staff(door.go("staff.home"), account_id)
    if purpose == "setup" and request.form.get("language") in LANGUAGES:
        door.remember_language(response, request.form["language"])
    return response


def _use(token: str) -> str:
    form = request.form
    password = form.get("password", "")
    if len(password) < SHORTEST:
        raise Refusal("password_too_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Refusal("password_too_long", longest=LONGEST)
    hashed = door.house().run(lambda: hash_password(password))
    language = form.get("language", door.language())
    return door.house().perform(
        use_link, NOBODY, token=token, password_hash=hashed, email=form.get("email", ""), name=form.get("name", ""),
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
