"""The privacy notice as the organizers keep it: who is named in it, and how it reads in each language."""

from typing import Any

from flask import render_template, request

from simulator.actions.notice import name_controller
from simulator.notice import NOTICE
from simulator.permission import can
from simulator.reading.own_data import named_controller
from simulator.refusal import Refusal
from web import door
from web.notice import privacy, rules
from web.staff.room import staff
from web.words.refusals import words_of


@staff.get("/staff/notice")
@door.for_staff
def notice() -> Any:
    """Show who answers for the data, and the notice as participants read it."""
    if not any(can(role, "name_controller") for role in door.staff().roles_in(None)):
        raise Refusal("not_found")
    return _show()


@staff.post("/staff/notice")
@door.for_staff
def keep_controller() -> Any:
    """Name who answers for the data."""
    facts = {name: request.form.get(name, "") for name in ("name", "contact")}
    try:
        door.house().perform(name_controller, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(facts, words_of(refusal, door.language()))
    return door.go("staff.notice")


def _show(typed: dict[str, str] | None = None, message: str | None = None) -> tuple[str, int]:
    kept, language = door.house().look(named_controller, door.staff()), door.language()
    shown = render_template(
        "staff/notice.html", controller=typed or kept, message=message, named=bool(kept["name"]), version=NOTICE,
        rules=rules(language, ai_allowed=False), privacy=privacy(language, kept), page={"drill": {}}, asks=False,
    )  # fmt: skip
    return shown, 409 if message else 200
