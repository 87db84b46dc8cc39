"""The accounts of the staff: what is held about one, taking it along, and erasing it."""

from typing import Any

from flask import Response, render_template

from simulator.actions.erasing import erase_account
from simulator.reading.erasures import account_erasure_preview
from simulator.reading.held_account import account_held, own_account_held
from simulator.refusal import Refusal
from web import door
from web.audit.people import document, require_same_name
from web.audit.room import audit
from web.words.refusals import words_of


@audit.get("/account/data.json")
@door.for_staff
def own_data() -> Response:
    """Give a member of staff all that is held about her."""
    return _file(door.house().look(own_account_held, door.staff()))


@audit.get("/staff/<account_id>/data.json")
@door.for_staff
def account_data(account_id: str) -> Response:
    """Give what is held about a member of staff, as a file to hand to her."""
    return _file(door.house().look(account_held, door.staff(), account_id=account_id))


@audit.get("/staff/<account_id>/erase")
@door.for_staff
def erase_account_form(account_id: str) -> Any:
    """Show what erasing an account takes away, before it is done."""
    return _form(account_id)


@audit.post("/staff/<account_id>/erase")
@door.for_staff
def erase_account_now(account_id: str) -> Any:
    """Erase a closed account, once its owner's name was typed."""
    try:
        preview = door.house().look(account_erasure_preview, door.staff(), account_id=account_id)
        require_same_name(preview["person"]["name"])
        door.house().perform(erase_account, door.staff(), account_id=account_id)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _form(account_id, words_of(refusal, door.language()))
    return door.go("staff.accounts")


def _form(account_id: str, message: str | None = None) -> tuple[str, int]:
    page = door.house().look(account_erasure_preview, door.staff(), account_id=account_id)
    return render_template("audit/erase_account.html", page=page, message=message), 409 if message else 200


def _file(found: dict[str, Any]) -> Response:
    # No EXERCISE mark: an account is of the house, not of a drill (rules.md 38).
    response = Response(document(found), content_type="application/json; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename="prontas-data.json")
    return response
