"""Setting up one's second step with a code of an app, new recovery codes, and turning it off."""

from typing import Any

import segno
from flask import make_response, render_template, request

from simulator.actions.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    drop_second_factor,
    renew_recovery_codes,
)
from simulator.reading.own_account import own_second_factor
from simulator.refusal import Refusal
from web import door
from web.account.enrolling import begin_here, end_here, has_begun_here
from web.account.pages import show
from web.account.room import account
from web.front.second_step import LONGEST_CODE, count_code, forget_codes
from web.front.verifying import account_of, own_account_proved
from web.wall_clock import wall_clock
from web.words.refusals import words_of


@account.post("/account/second-factor")
@door.for_staff
def begin() -> Any:
    """Make a secret, and show it; who signed in a while ago types her password first."""
    typed = request.form.get("password", "")
    try:
        known_hash = own_account_proved(typed)["password_hash"] if typed else None
        door.house().perform(begin_second_factor, door.staff(), known_hash=known_hash)
    except Refusal as refusal:
        return show(refusal, at="second")
    begin_here()
    return door.go("account.enrol")


@account.get("/account/second-factor")
@door.for_staff
def enrol() -> Any:
    """Show the secret as a QR code and in letters, until a code of it was typed."""
    return _enrolling() or door.go("account.page")


@account.post("/account/second-factor/confirm")
@door.for_staff
def confirm() -> Any:
    """Turn it on with a first code, and show the recovery codes this once."""
    if not has_begun_here():
        return show(Refusal("set_up_anew"), at="second")
    try:
        codes, token = door.house().perform(confirm_second_factor, door.staff(), code=_code(), at=wall_clock())
    except Refusal as refusal:
        return _enrolling(refusal) or show(refusal, at="second")
    end_here()
    return _recovery(codes, token)


@account.post("/account/second-factor/codes")
@door.for_staff
def renew_codes() -> Any:
    """Make new recovery codes in the place of the old ones, and show them this once."""
    try:
        found = _counted()
        codes = door.house().perform(renew_recovery_codes, door.staff(), code=_code(), at=wall_clock())
    except Refusal as refusal:
        return show(refusal, at="second")
    forget_codes(found)
    return _recovery(codes)


@account.post("/account/second-factor/off")
@door.for_staff
def turn_off() -> Any:
    """Turn it off, with her password and a code."""
    try:
        found = own_account_proved(request.form.get("password", ""))
        count_code(found)
        facts = {"known_hash": found["password_hash"], "code": _code(), "at": wall_clock()}
        token = door.house().perform(drop_second_factor, door.staff(), **facts)
    except Refusal as refusal:
        return show(refusal, at="second")
    forget_codes(found)
    response = door.go("account.done", what="off")
    door.set_cookie(response, door.STAFF, token)
    return response


def _code() -> str:
    return request.form.get("code", "")[:LONGEST_CODE]


def _counted() -> dict[str, Any]:
    found = account_of(door.staff().id)
    count_code(found)
    return found


def _enrolling(refusal: Refusal | None = None) -> Any:
    waiting = door.house().look(own_second_factor, door.staff())
    # A secret that she left on the screen must not serve whoever finds it there later.
    if waiting is None or not has_begun_here():
        return None
    picture = segno.make(waiting["address"], error="m").svg_data_uri(scale=5, border=2)
    message = words_of(refusal, door.language()) if refusal else None
    groups = [waiting["secret"][start : start + 4] for start in range(0, len(waiting["secret"]), 4)]
    shown = render_template(
        "account/second_factor.html", picture=picture, secret=" ".join(groups), message=message,
        owes=door.staff().only is not None,
    )  # fmt: skip
    return shown, 409 if refusal else 200


def _recovery(codes: list[str], token: str | None = None) -> Any:
    response = make_response(render_template("account/recovery_codes.html", codes=codes))
    if token is not None:
        door.set_cookie(response, door.STAFF, token)
    return response
