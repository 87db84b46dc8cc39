"""Changing one's own password."""

from typing import Any

from flask import request

from simulator.actions.accounts import change_own_password
from simulator.refusal import Refusal
from web import door
from web.account.pages import show
from web.account.room import account
from web.front.form_session import renew_form_session
from web.front.known_browser import remember_browser
from web.front.verifying import account_of, own_account_proved
from web.new_password import hash_new


@account.post("/account/password")
@door.for_staff
def change_password() -> Any:
    """Save a new password where the old one is right; this session goes on with a new token, all others end."""
    form = request.form
    try:
        found = own_account_proved(form.get("password", ""))
        hashed = hash_new(form.get("new_password", ""), name=found["name"], email=found["email"])
        facts = {"known_hash": found["password_hash"], "password_hash": hashed}
        token = door.house().perform(change_own_password, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return show(refusal, at="password")
    response = door.go("account.done", what="password")
    renew_form_session()
    door.set_cookie(response, door.STAFF, token)
    remember_browser(response, account_of(found["id"]))
    return response
