"""The accounts of the staff: who has which role, inviting somebody, a new link, taking a role or an account away."""

from collections.abc import Callable
from typing import Any

from flask import render_template, request

from simulator.actions.accounts import disable_account, enable_account, invite_staff
from simulator.actions.granting import ROLES, grant_role, revoke_role
from simulator.actions.links import renew_link
from simulator.actions.second_factor import reset_second_factor
from simulator.actions.tokens import revoke_staff_token
from simulator.links import RESET
from simulator.reading.drills import drill_list
from simulator.reading.own_account import house_rules, programme_list
from simulator.reading.people import staff_list
from simulator.reading.tokens import staff_tokens
from simulator.refusal import Refusal
from web import door
from web.staff.drill_roles import show_drill_roles
from web.staff.pages import day, may_everywhere
from web.staff.role_words import ROLE_WORDS
from web.staff.room import staff
from web.words import LANGUAGES
from web.words.refusals import words_of


@staff.get("/staff")
@door.for_staff
def accounts() -> Any:
    """Show the accounts."""
    return show_staff()


@staff.post("/staff")
@door.for_staff
def invite() -> Any:
    """Make an account and show the link that its owner is handed."""
    # Whoever may not see this page could not be shown the link either: nothing is made then.
    door.house().look(staff_list, door.staff())
    form = request.form
    language = form.get("language", "")
    facts: dict[str, Any] = {
        "name": form.get("name", ""), "email": form.get("email", ""), "roles": form.getlist("role"),
        "language": language if language in LANGUAGES else door.language(), **place_of(form.get("where")),
    }  # fmt: skip
    try:
        made = door.house().perform(invite_staff, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return show_staff(refusal)
    link = {"token": made["token"], "purpose": "invite"}
    return show_staff(link=link, invited=facts["name"])


@staff.post("/staff/<account_id>/roles")
@door.for_staff
def give_role(account_id: str) -> Any:
    """Give an account one more role."""
    role, where = request.form.get("role", ""), place_of(request.form.get("where"))
    return carry_out(grant_role, account_id=account_id, role=role, **where)


@staff.post("/staff/<account_id>/roles/remove")
@door.for_staff
def take_role(account_id: str) -> Any:
    """Take one role of an account away."""
    role, where = request.form.get("role", ""), place_of(request.form.get("where"))
    return carry_out(revoke_role, account_id=account_id, role=role, **where)


@staff.post("/staff/<account_id>/disable")
@door.for_staff
def disable(account_id: str) -> Any:
    """Let nobody in with an account any more."""
    return carry_out(disable_account, account_id=account_id)


@staff.post("/staff/<account_id>/enable")
@door.for_staff
def enable(account_id: str) -> Any:
    """Let an account in again."""
    return carry_out(enable_account, account_id=account_id)


@staff.post("/staff/<account_id>/second-factor/reset")
@door.for_staff
def take_second_factor(account_id: str) -> Any:
    """Take a lost second step away."""
    return carry_out(reset_second_factor, account_id=account_id)


@staff.post("/staff/<account_id>/tokens/<token_id>/revoke")
@door.for_staff
def revoke_token(account_id: str, token_id: str) -> Any:
    """End a token of somebody's script at once."""
    return carry_out(revoke_staff_token, account_id=account_id, token_id=token_id)


@staff.post("/staff/<account_id>/link")
@door.for_staff
def make_link(account_id: str) -> Any:
    """Make a new link for somebody whose link has expired or whose password is lost."""
    link = door.house().perform(renew_link, door.staff(), account_id=account_id)
    return show_staff(link=link, invited=request.form.get("name", ""))


def place_of(typed: str | None) -> dict[str, str]:
    """Give the facts of a place that a form names: ``drill:<id>``, ``programme:<id>``; everywhere without one."""
    kind, _sign, found = (typed or "all").partition(":")
    if kind == "all" and not found:
        return {}
    if kind not in ("drill", "programme") or not found:
        raise Refusal("not_found")
    return {f"{kind}_id": found}


def carry_out(action: Callable[..., Any], **facts: Any) -> Any:
    """Carry an action of this page out and show the page again, with the reason where it was refused.

    Who organizes only one drill is led to the page of its staff, and who organizes a programme to her drills.
    """
    drill_id = None if may_everywhere("staff_list") else facts.get("drill_id")
    try:
        door.house().perform(action, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return show_staff(refusal) if drill_id is None else show_drill_roles(drill_id, refusal)
    if drill_id is not None and facts.get("account_id") != door.staff().id:
        return door.go("staff.drill_roles", drill_id=drill_id)
    return door.go("staff.accounts" if may_everywhere("staff_list") else "staff.home")


def show_staff(
    refusal: Refusal | None = None, *, link: dict[str, str] | None = None, invited: str = ""
) -> tuple[str, int]:
    """Show the accounts, with a link that is handed over or the reason why something was refused."""
    look, who = door.house().look, door.staff()
    page = "front.reset_password" if link and link["purpose"] == RESET else "front.accept_invitation"
    shown = render_template(
        "staff/accounts.html", people=look(staff_list, who), drills=look(drill_list, who), roles=ROLES,
        programmes=look(programme_list, who), rules=look(house_rules, who), role_words=ROLE_WORDS, me=who,
        tokens=look(staff_tokens, who), day=day,
        form=request.form if refusal else {}, chosen=request.form.getlist("role"), invited=invited,
        message=words_of(refusal, door.language()) if refusal else None, purpose=link["purpose"] if link else None,
        link=door.address(page, token=link["token"]) if link else None,
    )  # fmt: skip
    return shown, 409 if refusal else 200
