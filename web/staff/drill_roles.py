"""The staff of one drill: who has which role in it, giving and taking one, and inviting somebody to it.

An organizer of this drill alone does here what the page of accounts does for the whole house.
"""

from typing import Any

from flask import render_template, request

from simulator.actions.accounts import invite_staff
from simulator.actions.granting import ROLES, grant_role, revoke_role
from simulator.actor import PROGRAM
from simulator.reading.drill_staff import drill_staff
from simulator.reading.people import find_account
from simulator.refusal import Refusal
from web import door
from web.staff.role_words import ROLE_WORDS
from web.staff.room import staff
from web.words import LANGUAGES
from web.words.refusals import words_of


@staff.get("/drills/<drill_id>/staff")
@door.for_staff
def drill_roles(drill_id: str) -> Any:
    """Show who has which role in a drill."""
    return show_drill_roles(drill_id)


@staff.post("/drills/<drill_id>/staff")
@door.for_staff
def add_to_drill(drill_id: str) -> Any:
    """Give somebody a role in this drill: who has no account yet gets one, and a link that is shown this once."""
    # Whoever may not see this page could not be shown the link either: nothing is made then.
    door.house().look(drill_staff, door.staff(), drill_id=drill_id)
    form = request.form
    role, email = form.get("role", ""), form.get("email", "")
    known = door.house().look(find_account, PROGRAM, email=email)
    try:
        if known is not None:
            door.house().perform(grant_role, door.staff(), account_id=known["id"], role=role, drill_id=drill_id)
            return door.go("staff.drill_roles", drill_id=drill_id)
        language = form.get("language", "")
        made = door.house().perform(
            invite_staff, door.staff(), email=email, name=form.get("name", ""), roles=[role], drill_id=drill_id,
            language=language if language in LANGUAGES else door.language(),
        )  # fmt: skip
    except Refusal as refusal:
        return show_drill_roles(drill_id, refusal)
    return show_drill_roles(drill_id, link=door.address("front.accept_invitation", token=made["token"]))


@staff.post("/drills/<drill_id>/staff/<account_id>/roles")
@door.for_staff
def give_role_here(drill_id: str, account_id: str) -> Any:
    """Give an account one more role in this drill."""
    return _carry_out(grant_role, drill_id, account_id)


@staff.post("/drills/<drill_id>/staff/<account_id>/roles/remove")
@door.for_staff
def take_role_here(drill_id: str, account_id: str) -> Any:
    """Take away a role that an account has in this drill alone."""
    return _carry_out(revoke_role, drill_id, account_id)


def _carry_out(action: Any, drill_id: str, account_id: str) -> Any:
    try:
        role = request.form.get("role", "")
        door.house().perform(action, door.staff(), account_id=account_id, role=role, drill_id=drill_id)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return show_drill_roles(drill_id, refusal)
    if account_id == door.staff().id:
        # With her own role she may have given this page away.
        return door.go("staff.home")
    return door.go("staff.drill_roles", drill_id=drill_id)


def show_drill_roles(drill_id: str, refusal: Refusal | None = None, *, link: str | None = None) -> tuple[str, int]:
    """Render the page, with the link of an invitation or the reason why something was refused."""
    page = door.house().look(drill_staff, door.staff(), drill_id=drill_id)
    shown = render_template(
        "staff/drill_roles.html", page=page, roles=ROLES, role_words=ROLE_WORDS, link=link,
        form=request.form if refusal else {}, name=request.form.get("name", ""),
        message=words_of(refusal, door.language()) if refusal else None, exercise=True,
        rehearsal=page["drill"]["rehearsal"],
    )  # fmt: skip
    return shown, 409 if refusal else 200
