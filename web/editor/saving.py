"""What the editor writes: a form, a cell, an order of injects; each time a new version, or a reason and nothing."""

from typing import Any

from flask import jsonify, request

from injects.duration import parse_duration
from scenarios.editing.operations import AddLanguage, Duplicate, Move, Operation, Remove, Shift
from simulator.refusal import Refusal
from web import door
from web.editor.changing import Changed, changed
from web.editor.new_inject import new_inject
from web.editor.opened import CONFLICTS, Opened, conflict_of, open_scenario, open_version, save
from web.editor.pages import form_facts, render, show_section
from web.editor.parts import part_of
from web.editor.room import editor
from web.editor.writing_cell import cell, refuse_new_error
from web.words import LANGUAGES, say, say_count
from web.words.refusals import words_of

MOST_SECONDS = 10**8


@editor.post("/scenarios/<scenario_id>/injects/<line>")
@door.for_staff
def save_inject(scenario_id: str, line: str) -> Any:
    """Save an inject's form."""
    return _save_form(scenario_id, "inject", line)


@editor.post("/scenarios/<scenario_id>/sections/<section>")
@door.for_staff
def save_section(scenario_id: str, section: str) -> Any:
    """Save the form of another part."""
    return _save_form(scenario_id, "section", section)


def _save_form(scenario_id: str, of: str, name: str) -> Any:
    form = request.form
    base = open_version(scenario_id, form.get("number"))
    part = part_of(base.known, of, name)
    made = changed(part, base.known, form, door.language())
    try:
        # Of what both have changed hers stays where she says so; the rest of the newest version stays in any case.
        upon = open_scenario(scenario_id) if form.get("mine") else base
        saved = save(upon, made.operations, merge=bool(form.get("merge"))) if made.operations else upon.number
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        if door.wants_json():
            return refused_json(refusal, base)
        return _typed_again(base, made, refusal)
    now_called = form.get("id", "").strip() or name if of == "inject" else name
    if door.wants_json():
        # What was put together holds more than what her form shows.
        together = bool(form.get("merge") or form.get("mine"))
        return jsonify(number=saved, line=now_called if of == "inject" else "", anew=together)
    if of == "inject":
        return door.go("editor.overview", scenario_id=scenario_id, line=now_called, saved=1)
    return door.go("editor.section", scenario_id=scenario_id, section=name, saved=1)


def _typed_again(base: Opened, made: Changed, refusal: Refusal) -> tuple[str, int]:
    """Show a form with what was typed, and why it was not saved."""
    facts = {"refused": words_of(refusal, door.language()), "conflict": conflict_of(refusal, base)}
    facts |= form_facts(base, made.part)
    if made.part.line:
        return render("editor/inject.html", base, **facts), 409
    return show_section(base, made.part.section, **facts), 409


def refused_json(refusal: Refusal, base: Opened) -> tuple[Any, int]:
    """Tell a script why nothing was saved; who was not the first also what she can do."""
    conflict = conflict_of(refusal, base) or {}
    told = (
        {"number": conflict["newest"], **{key: conflict[key] for key in ("mergeable", "both", "gone")}}
        if conflict
        else {}
    )
    return jsonify(error={"code": refusal.code, "message": words_of(refusal, door.language()), **told}), 409


@editor.post("/scenarios/<scenario_id>/arrange")
@door.for_staff
def arrange(scenario_id: str) -> Any:
    """Shift, duplicate, reorder, add or remove injects, or write one cell."""
    form = request.form
    base = open_version(scenario_id, form.get("number"))
    chosen = [one for one in form.getlist("line") if base.known.inject(one)]
    operations, said, opens = _arranged(form.get("do", ""), chosen, base)
    if form.get("do") == "cell":
        refuse_new_error(base, operations)
    # What she typed in a cell stands beside whatever was saved meanwhile; orders are for the list that she saw.
    together = form.get("do") == "cell"
    try:
        number = save(base, operations, merge=together) if operations else base.number
    except Refusal as refusal:
        if refusal.code in CONFLICTS and door.wants_json():
            return refused_json(refusal, base)
        raise
    if door.wants_json():
        return jsonify(number=number, said=said, opens=opens)
    return door.go("editor.overview", scenario_id=scenario_id, saved=1, **({"line": opens} if opens else {}))


@editor.post("/scenarios/<scenario_id>/languages/add")
@door.for_staff
def add_language(scenario_id: str) -> Any:
    """Declare one more of the languages that everything here is in; its words are asked for from then on."""
    base, code = open_version(scenario_id, request.form.get("number")), request.form.get("language", "")
    if code not in LANGUAGES:
        raise Refusal("request_malformed")
    save(base, [AddLanguage(language=code)], merge=True)
    return door.go("editor.languages", scenario_id=scenario_id)


def _arranged(do: str, chosen: list[str], base: Opened) -> tuple[list[Operation], str, str]:
    """Give the operations of an order, what to say when they are done, and which inject to open."""
    language, n = door.language(), len(chosen)
    if do == "add":
        added = new_inject(base.known, chosen, language)
        return [added], say(language, "The new inject is in the list."), added.value["id"]
    if not chosen:
        raise Refusal("no_inject_chosen")
    match do:
        case "earlier" | "later":
            seconds = _seconds(request.form.get("by", "")) * (1 if do == "later" else -1)
            said = say_count(
                language, "%(n)s inject shifted by %(by)s.", "%(n)s injects shifted by %(by)s.", n, by=_by(seconds)
            )
            return [Shift(injects=tuple(chosen), seconds=seconds)], said, ""
        case "duplicate":
            said = say_count(language, "%(n)s inject duplicated.", "%(n)s injects duplicated.", n)
            return [Duplicate(inject=one) for one in chosen], said, ""
        case "remove":
            said = say_count(language, "%(n)s inject removed.", "%(n)s injects removed.", n)
            return [Remove(path=("injects", one)) for one in chosen], said, ""
        case "up" | "down":
            said = say_count(language, "%(n)s inject moved.", "%(n)s injects moved.", n)
            return _moves(chosen, base, up=do == "up"), said, ""
        case "cell":
            return cell(chosen[0], base), say(language, "Saved."), ""
    raise Refusal("request_malformed")


def _by(seconds: int) -> str:
    minutes, rest = divmod(abs(seconds), 60)
    sign = "−" if seconds < 0 else "+"
    return f"{sign}{minutes} min" + (f" {rest} s" if rest else "") if minutes else f"{sign}{rest} s"


def _seconds(written: str) -> int:
    try:
        seconds = int(parse_duration(written.strip()).total_seconds())
    except ValueError:
        raise Refusal("shift_not_a_length", written=written[:40]) from None
    return min(seconds, MOST_SECONDS)


def _moves(chosen: list[str], base: Opened, *, up: bool) -> list[Operation]:
    """Move each of the chosen past the one beside it that is not chosen."""
    ids = [str(one.get("id", "")) for _place, one in base.known.injects]
    order = list(ids)
    for id in chosen if up else reversed(chosen):
        here = order.index(id)
        there = here - 1 if up else here + 1
        if 0 <= there < len(order) and order[there] not in chosen:
            order[here], order[there] = order[there], order[here]
    if order == ids:
        raise Refusal("inject_at_the_end")
    moved: list[Operation] = []
    for id in reversed([id for id in order if id in chosen]):
        here = order.index(id)
        moved.append(Move(path=("injects", id), before=order[here + 1] if here + 1 < len(order) else None))
    return moved
