"""The accounts of the staff: who has which role, inviting somebody, a new link for a lost password."""

from typing import Any

from flask import render_template, request

from simulator.actions.accounts import invite_staff
from simulator.actions.granting import ROLES, grant_role
from simulator.actions.links import renew_link
from simulator.reading.drills import drill_list
from simulator.reading.people import staff_list
from simulator.refusal import Refusal
from web import door
from web.staff.room import staff
from web.words import LANGUAGES, N_
from web.words.refusals import words_of

ROLE_WORDS = {
    "facilitator": N_("facilitator"),
    "evaluator": N_("evaluator"),
    "organizer": N_("organizer"),
    "observer": N_("observer"),
}


@staff.get("/staff")
@door.for_staff
def accounts() -> Any:
    """Show the accounts."""
    return _show()


@staff.post("/staff")
@door.for_staff
def invite() -> Any:
    """Make an account and show the link that its owner is handed."""
    form = request.form
    language = form.get("language", "")
    facts: dict[str, Any] = {
        "name": form.get("name", ""), "email": form.get("email", ""), "roles": form.getlist("role"),
        "language": language if language in LANGUAGES else door.language(), "drill_id": form.get("drill") or None,
    }  # fmt: skip
    try:
        made = door.house().perform(invite_staff, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(refusal=refusal)
    return _show(token=made["token"], invited=facts["name"])


@staff.post("/staff/<account_id>/roles")
@door.for_staff
def give_role(account_id: str) -> Any:
    """Give an account one more role."""
    role, drill_id = request.form.get("role", ""), request.form.get("drill") or None
    door.house().perform(grant_role, door.staff(), account_id=account_id, role=role, drill_id=drill_id)
    return door.go("staff.accounts")


@staff.post("/staff/<account_id>/link")
@door.for_staff
def make_link(account_id: str) -> Any:
    """Make a new link for somebody whose link has expired or whose password is lost."""
    token = door.house().perform(renew_link, door.staff(), account_id=account_id)["token"]
    return _show(token=token, invited=request.form.get("name", ""))


def _show(refusal: Refusal | None = None, token: str | None = None, invited: str = "") -> tuple[str, int]:
    people = door.house().look(staff_list, door.staff())
    shown = render_template(
        "staff/accounts.html", people=people, drills=door.house().look(drill_list, door.staff()), roles=ROLES,
        role_words=ROLE_WORDS, form=request.form if refusal else {}, chosen=request.form.getlist("role"),
        message=words_of(refusal, door.language()) if refusal else None, invited=invited,
        link=door.address("front.accept_invitation", token=token) if token else None,
    )  # fmt: skip
    return shown, 409 if refusal else 200
