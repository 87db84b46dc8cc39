"""One cell of the list of injects: what it writes, and why it may not stand there."""

from collections.abc import Sequence

from flask import request

from scenarios.editing import edit_text
from scenarios.editing.operations import Operation, Remove, Set
from scenarios.editing.places import exact_so_far
from scenarios.node import Path
from simulator.refusal import Refusal
from web import door
from web.editor.opened import Opened
from web.editor.understanding import Understood, understand
from web.words.findings import words_of_finding


def cell(id: str, base: Opened) -> list[Operation]:
    """Write one cell of the list: the time, the title in the language shown, the time to answer or the weight."""
    form = request.form
    found = base.known.inject(id)
    raw, value = found[1] if found else {}, form.get("value", "").strip()
    match form.get("cell", ""):
        case "title" if isinstance(raw.get("title"), dict):
            return [Set(path=("injects", id, "title", form.get("language", "")), value=value)]
        case "title":
            return [Set(path=("injects", id, "title"), value=value)]
        case "at":
            others = [Remove(path=("injects", id, key)) for key in ("after", "manual") if key in raw]
            return [*others, Set(path=("injects", id, "at"), value=0 if value == "0" else value)]
        case "due" | "weight" as key if isinstance(raw.get("ask"), dict):
            if not value:
                return [Remove(path=("injects", id, "ask", key))] if key in raw["ask"] else []
            number = int(value) if key == "weight" and value.isdecimal() and len(value) < 10 else value
            return [Set(path=("injects", id, "ask", key), value=number)]
    raise Refusal("request_malformed")


def refuse_new_error(base: Opened, operations: Sequence[Operation]) -> None:
    """Refuse what `check` finds an error in the cell that was none before: a list has no room for a draft."""
    text, _written_out = door.house().run(lambda: edit_text(base.text, operations))
    after = door.house().run(lambda: understand(text, base.files))
    named = operations[-1].path if operations and isinstance(operations[-1], Set | Remove) else ()
    before = _errors(base.known, named)
    for code, words in _errors(after, named).items():
        if code not in before:
            raise Refusal("cell_wrong", finding=words)


def _errors(known: Understood, named: Path) -> dict[str, str]:
    """Give the errors at a place, each code once."""
    found, rest = exact_so_far(known.plain, named)
    path = (*found, *rest)
    errors = [
        one for one in known.findings if one.severity == "error" and known.places.path_of(one)[: len(path)] == path
    ]
    return {one.code: words_of_finding(one, door.language()) for one in errors}
