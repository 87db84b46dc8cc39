"""All texts side by side in their languages, to be read and to be written there: one page, one version."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Response, jsonify, request

from scenarios.editing import EditError, edit_text
from scenarios.editing.operations import Operation, Remove, Set
from simulator.refusal import Refusal
from web import door
from web.editor.forms.choices import Choices
from web.editor.forms.sections import SECTIONS
from web.editor.languages import counts_of, texts_of
from web.editor.opened import Opened, conflict_of, open_scenario, open_version, save
from web.editor.pages import render
from web.editor.parts import described
from web.editor.room import editor
from web.editor.saving import refused_json
from web.editor.understanding import Understood, understand
from web.words import LANGUAGES
from web.words.refusals import words_of

# So many texts on one page: all of them are sent with each check of what is being typed.
MOST_TEXTS = 40


@editor.get("/scenarios/<scenario_id>/languages")
@door.for_staff
def languages(scenario_id: str) -> str:
    """Show every text in all languages, with what is missing or of another length."""
    return _show(open_scenario(scenario_id))


def _show(opened: Opened, **more: Any) -> str:
    language = door.language()
    told = texts_of(opened.known, language)
    lists = {"doubtful": [one for one in told if one.missing or one.findings], "all": told,
             "same": [one for one in told if one.for_all]}  # fmt: skip
    which = next((name for name in ("all", "same") if name in request.args), "doubtful")
    last = max(len(lists[which]) - 1, 0) // MOST_TEXTS
    written = request.args.get("page", "")
    page = min(int(written), last) if written.isdecimal() and len(written) < 6 else 0
    first = page * MOST_TEXTS
    codes = Choices(opened.known.plain, language).languages
    facts = {
        "counts_by": counts_of(told, codes), "codes": codes, "for_all": len(lists["same"]),
        "addable": [code for code in LANGUAGES if code not in codes], "names": LANGUAGES, "which": which, "told": told,
        "texts": lists[which][first : first + MOST_TEXTS], "doubtful": len(lists["doubtful"]), "sections": SECTIONS,
        "page": page, "last": last, "listed": len(lists[which]), "first": first, "typed": {},
        "say": lambda one: described(one, language),
    }  # fmt: skip
    return render("editor/languages.html", opened, **(facts | more))


@editor.post("/scenarios/<scenario_id>/languages")
@door.for_staff
def save_texts(scenario_id: str) -> Any:
    """Save the texts that were written side by side, beside whatever was saved meanwhile."""
    base = open_version(scenario_id, request.form.get("number"))
    operations = list(_written(base.known, request.form))
    try:
        upon = open_scenario(scenario_id) if request.form.get("mine") else base
        number = save(upon, operations, merge=True) if operations else base.number
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        if door.wants_json():
            return refused_json(refusal, base)
        facts = {"refused": words_of(refusal, door.language()), "conflict": conflict_of(refusal, base)}
        return _show(base, typed=request.form, **facts), 409
    if door.wants_json():
        return jsonify(number=number, anew=bool(request.form.get("mine")))
    every = 1 if "all" in request.args else None
    return door.go("editor.languages", scenario_id=scenario_id, all=every, saved=1)


@editor.post("/scenarios/<scenario_id>/languages/check")
@door.for_staff
def check_texts(scenario_id: str) -> Response:
    """Say what check finds in the texts that are being written; nothing is saved."""
    language = door.language()
    base = open_version(scenario_id, request.form.get("number"))
    operations = list(_written(base.known, request.form))
    try:
        text = door.house().run(lambda: edit_text(base.text, operations)[0]) if operations else base.text
    except EditError as error:
        refused = words_of(Refusal(error.code, **error.parameters), language)
        return jsonify(found={"": [{"severity": "error", "code": error.code, "words": refused}]})
    known = door.house().run(lambda: understand(text, base.files))
    found = {
        one.name: [described(finding, language) for finding in one.findings]
        for one in texts_of(known, language)
        if one.findings and any(name.startswith(f"{one.name}:") for name in request.form)
    }
    return jsonify(found=found)


def _written(known: Understood, typed: Mapping[str, str]) -> Iterator[Operation]:
    """Give the operations of what was typed; what nobody touched stays as its author wrote it."""
    for one in texts_of(known, door.language()):
        now = {code: _text(typed.get(f"{one.name}:{code}", words)) for code, words in one.texts.items()}
        if one.for_all or all(_text(words) == now[code] for code, words in one.texts.items()):
            continue
        if not any(now.values()):
            yield Remove(path=one.path)
            continue
        for code, words in one.texts.items():
            if now[code] == _text(words):
                continue
            if now[code]:
                yield Set(path=one.path if one.plain else (*one.path, code), value=now[code])
            else:
                yield Remove(path=(*one.path, code))


def _text(words: str) -> str:
    return words.replace("\r\n", "\n").strip("\n").rstrip()
