"""What was typed into a form whose session has ended: it is shown, and can be sent again by who is in once more."""

import re
from collections.abc import Iterator
from typing import Any

from flask import current_app, g, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from scenarios.node import Path
from simulator.actor import NOBODY
from web import door
from web.editor.room import editor
from web.editor.said_values import field_at, where_of
from web.words import N_, known_language, say

TEXT = N_("Text")
# Each is saved at the address of its page, which is there for whoever only reads it too.
_FORMS = frozenset({"editor.save_inject", "editor.save_section", "editor.save_text", "editor.save_texts"})
# Not hers: what the page itself says with the form.
_OURS = frozenset({"csrf_token", "number", "of", "line", "section", "when"})
_NOT_TYPED = frozenset({"tick", "one", "many"})
_PLACE = re.compile(r"[0-9]+")


@editor.errorhandler(door.SignInNeeded)
def signed_out(error: door.SignInNeeded) -> Any:
    """Show what was typed in a form that is ours, beside the way in; elsewhere as all rooms do."""
    return _as_elsewhere(error) if door.wants_json() or request.endpoint not in _FORMS else _kept(401)


@editor.errorhandler(CSRFError)
def form_ended(error: CSRFError) -> Any:
    """Show it too where the session of the form has ended, if the browser says that the form was one of ours."""
    # Another site could else put its own words on a page of ours, with a button that saves them.
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if not ours or door.wants_json() or request.endpoint not in _FORMS:
        return _as_elsewhere(error)
    return _kept(401 if door.staff() is NOBODY else 400)


def _as_elsewhere(error: HTTPException) -> Any:
    return current_app.error_handler_spec[None][error.code][type(error)](error)


def _kept(status: int) -> tuple[str, int]:
    if door.staff() is not NOBODY:
        g.language = known_language(door.staff().language)
    told = [(name, words) for name, words in request.form.items(multi=True) if name != "csrf_token"]
    return render_template("editor/kept.html", fields=told, typed=list(_typed(told)), exercise=True), status


def _typed(told: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Give the words of a form with where they stood and their language."""
    begin: Path = ("injects", line) if (line := (request.view_args or {}).get("line")) else ()
    for name, words in told:
        at, _colon, code = name.partition(":")
        # On the page of all texts an inject is named by its id, which may look like a number.
        steps = at.split("/") if "/" in at else at.split(".")
        ids = 2 if "/" in at else 0
        path: Path = (*begin, *(
            int(step) if place >= ids and _PLACE.fullmatch(step) else step for place, step in enumerate(steps)
        ))  # fmt: skip
        if at not in _OURS and words.strip() and not at.endswith((".was", ".#")) and _is_typed(path):
            where = say(door.language(), TEXT) if at == "text" else where_of(path, door.language())
            yield where, code, words


def _is_typed(path: Path) -> bool:
    return field_at(path).kind not in _NOT_TYPED
