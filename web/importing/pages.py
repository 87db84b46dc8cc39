"""Importing a list in the browser: a file comes in, is looked at, corrected, and then becomes a scenario."""

from collections.abc import Callable
from typing import Any

from flask import Response, render_template, request

from scenarios.exchange.choices import Columns
from simulator.actions.mappings import forget_mapping, remember_mapping
from simulator.reading.mappings import own_mappings
from simulator.refusal import Refusal
from simulator.saving import create
from web import door
from web.importing.field_words import words_of_columns
from web.importing.room import importing, list_reader, refuse_strangers
from web.importing.showing import page_of
from web.importing.typed import Typed, typed
from web.staff.pages import day
from web.words.refusals import words_of

__all__ = ["importing"]


@importing.get("/scenarios/import")
@door.for_staff
def begin() -> Any:
    """Ask for a file; list what is remembered of earlier ones."""
    refuse_strangers()
    return show_beginning()


@importing.post("/scenarios/import")
@door.for_staff
def look() -> Any:
    """Show what would become of a file, with all that was chosen on the page before."""
    refuse_strangers()
    return _with_list(_typed, lambda given, told: show(given, told, given.trouble))


@importing.post("/scenarios/import/save")
@door.for_staff
def save() -> Any:
    """Make the scenario that was shown; where the choices are others by now, show first what they lead to."""
    refuse_strangers()
    return _with_list(_typed, _save)


def _save(given: Typed, told: dict[str, Any]) -> Any:
    if reason := given.trouble or _reason_to_wait(given, told):
        return show(given, told, reason)
    made = create(door.house(), door.staff(), content=told["text"].encode(), note=given.name)
    if request.form.get("remember") == "1" and (mapping := _worth_remembering(told)):
        door.house().perform(remember_mapping, door.staff(), signature=told["signature"], mapping=mapping)
    return Response(status=303, headers={"Location": f"/scenarios/{made['scenario_id']}"})


def _reason_to_wait(given: Typed, told: dict[str, Any]) -> Refusal | None:
    if request.form.get("stamp") != given.stamp:
        return Refusal("choices_changed")
    return Refusal("list_has_errors") if told["text"] is None else None


def _worth_remembering(told: dict[str, Any]) -> Columns:
    """Give what each column is, where a person has said so of one that was not recognised as that."""
    columns = {one["name"]: one["target"] for one in told["columns"]}
    corrected = any(one["chosen"] and one["target"] != one["found"] for one in told["columns"])
    return columns if corrected and not told["own"] else {}


@importing.post("/scenarios/import/forget")
@door.for_staff
def forget() -> Any:
    """Forget what the columns of one shape of list are; a list that is being looked at is recognised anew."""
    refuse_strangers()
    door.house().perform(forget_mapping, door.staff(), signature=request.form.get("signature", ""))
    if not request.form.get("kept"):
        return door.go("importing.begin")
    return _with_list(lambda: _typed().afresh(), show)


def _typed() -> Typed:
    return typed(request, _remembered())


def _with_list(choices: Callable[[], Typed], do: Callable[[Typed, dict[str, Any]], Any]) -> Any:
    """Read the list by what was chosen and go on with it; where it cannot be read, say why above a new beginning."""
    try:
        given = choices()
        told = list_reader()(given.asked(), given.data)
    except Refusal as refusal:
        return show_beginning(refusal)
    return do(given, told)


def _remembered() -> dict[str, Columns]:
    return {one["signature"]: one["mapping"] for one in door.house().look(own_mappings, door.staff())}


def show_beginning(refusal: Refusal | None = None) -> tuple[str, int]:
    """Render the page that asks for a file."""
    shown = render_template(
        "importing/begin.html", mappings=door.house().look(own_mappings, door.staff()), day=day,
        names=lambda mapping: words_of_columns(mapping, door.language()),
        message=words_of(refusal, door.language()) if refusal else None,
    )  # fmt: skip
    return shown, 409 if refusal else 200


def show(given: Typed, told: dict[str, Any], refusal: Refusal | None = None) -> tuple[str, int]:
    """Render what was seen in a file."""
    shown = render_template(
        "importing/preview.html", page=page_of(given, told, door.language()), exercise=True,
        message=words_of(refusal, door.language()) if refusal else None,
    )  # fmt: skip
    return shown, 409 if refusal else 200
