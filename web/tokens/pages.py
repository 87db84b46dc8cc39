"""API tokens: making one, which is shown once; the list; revoking."""

from datetime import datetime
from typing import Any

from babel.dates import format_date
from flask import Blueprint, render_template, request

from simulator.actions.tokens import LONGEST_NAME, MOST_DAYS, USUAL_DAYS, create_token, revoke_token
from simulator.reading.drills import drill_list
from simulator.reading.tokens import own_tokens
from simulator.refusal import Refusal
from simulator.token_scopes import scopes_for
from web import door
from web.words import LOCALES, N_
from web.words.refusals import words_of

tokens = Blueprint("tokens", __name__, template_folder="templates", url_prefix="/tokens")

SCOPE_WORDS = {
    "read": N_("see drills, teams, injects and responses"),
    "run": N_("run a drill: start, pause, deliver, hold, end"),
    "make": N_("make drills and teams, see join codes, correct people"),
    "scenarios": N_("see, write and save scenarios of the store"),
    "rate": N_("rate responses"),
    "results": N_("see and publish standings"),
}
STATES = {"open": ("check", N_("works")), "revoked": ("cross", N_("revoked")), "expired": ("clock", N_("expired"))}
NO_NUMBER = -1


@tokens.get("")
@door.for_staff
def mine() -> Any:
    """Show her tokens, and the form for a new one."""
    return _show()


@tokens.post("")
@door.for_staff
def make() -> Any:
    """Make a token and show it, this once."""
    form = request.form
    typed = form.get("days", "").strip()
    facts: dict[str, Any] = {
        "name": form.get("name", ""), "scopes": form.getlist("scope"), "bound_to": form.get("drill") or None,
        "days": int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else NO_NUMBER,
    }  # fmt: skip
    try:
        made = door.house().perform(create_token, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(refusal=refusal)
    return _show(made=made)


@tokens.post("/<token_id>/revoke")
@door.for_staff
def revoke(token_id: str) -> Any:
    """End a token at once."""
    door.house().perform(revoke_token, door.staff(), token_id=token_id)
    return door.go("tokens.mine")


def _show(refusal: Refusal | None = None, made: dict[str, Any] | None = None) -> tuple[str, int]:
    actor = door.staff()
    shown = render_template(
        "tokens/tokens.html", mine=door.house().look(own_tokens, actor), drills=door.house().look(drill_list, actor),
        scopes=scopes_for(actor), scope_words=SCOPE_WORDS, states=STATES, day=_day, made=made,
        form=request.form if refusal else {}, chosen=request.form.getlist("scope"), usual=USUAL_DAYS, most=MOST_DAYS,
        longest=LONGEST_NAME, message=words_of(refusal, door.language()) if refusal else None,
        base=door.address("api.list_drills"),
    )  # fmt: skip
    return shown, 409 if refusal else 200


def _day(instant: datetime) -> str:
    return format_date(instant, "long", locale=LOCALES[door.language()])
