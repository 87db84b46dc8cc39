"""A value of the document as a form shows it: what stands in which input, and at which path of the document it lies."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from scenarios.node import Path
from web.editor.forms.choices import Choices
from web.editor.forms.spec import Field

NEW = "new"


@dataclass
class Row:
    """One entry of a list; *at* begins the names of its inputs."""

    at: str
    key: str = ""
    parts: list["Shown"] = dataclasses.field(default_factory=list)
    is_new: bool = False


@dataclass
class Shown:
    """A field with what stands in it: *value* as it is typed, *texts* by language, *parts* or *rows* inside it."""

    field: Field
    at: str
    path: Path
    value: Any = ""
    texts: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    choices: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    parts: list["Shown"] = dataclasses.field(default_factory=list)
    rows: list[Row] = dataclasses.field(default_factory=list)


def show(one: Field, value: Any, choices: Choices, at: str, path: Path) -> Shown:
    """Show a value, None where there is none; what has another shape than the field is shown as its words."""
    shown = Shown(one, at, path)
    match one.kind:
        case "tick":
            shown.value = one.default if not isinstance(value, bool) else value
        case "one":
            shown.value = str(one.default or "") if value is None else _written(value)
            shown.choices = _with([shown.value], choices.of(one.choices))
        case "many":
            shown.value = [_written(entry) for entry in _listed(value)]
            shown.choices = _with(shown.value, choices.of(one.choices))
        case "sender":
            _show_sender(shown, value, choices)
        case "words" | "paragraph":
            shown.texts = _texts(value, choices)
        case "ids":
            shown.value = ", ".join(_written(entry) for entry in _listed(value))
        case "lines":
            shown.value = "\n".join(_written(entry) for entry in _listed(value))
        case "group":
            shown.parts = show_all(one.fields, value, choices, at, path)
        case "anchors":
            levels = tuple(Field(level, "paragraph", level) for level in choices.levels)
            shown.parts = show_all(levels, value, choices, at, path)
        case "says" | "rows" | "named":
            shown.rows = _rows(one, value, choices, at, path)
        case _:
            shown.value = "" if value is None else _written(value)
    return shown


def show_all(fields: tuple[Field, ...], value: Any, choices: Choices, at: str, path: Path) -> list[Shown]:
    """Show the fields of a mapping."""
    held = value if isinstance(value, Mapping) else {}
    dot = f"{at}." if at else ""
    return [show(one, held.get(one.key), choices, dot + one.key, (*path, one.key)) for one in fields]


def _show_sender(shown: Shown, value: Any, choices: Choices) -> None:
    known = choices.of("characters")
    is_id = isinstance(value, str) and (value in dict(known) or " " not in value)
    shown.value = "" if value is None else value if is_id else "*"
    shown.choices = _with([shown.value] if is_id else [], known)
    shown.texts = _texts(None if is_id else value, choices)


def _rows(one: Field, value: Any, choices: Choices, at: str, path: Path) -> list[Row]:
    if one.kind == "named":
        held = list(value.items()) if isinstance(value, Mapping) else []
    else:
        held = list(enumerate(_listed(value)))
    rows = [_row(one, entry, choices, f"{at}.{place}", (*path, key)) for place, (key, entry) in enumerate(held)]
    for row, (key, entry) in zip(rows, held, strict=True):
        own = entry.get("id") if isinstance(entry, Mapping) else None
        row.key = str(key) if one.kind == "named" else _written(own)
    return [*rows, replace(_row(one, None, choices, f"{at}.{NEW}", (*path, NEW)), is_new=True)]


def _row(one: Field, entry: Any, choices: Choices, at: str, path: Path) -> Row:
    if one.kind == "says":
        return Row(at, parts=[show(replace(one, kind="paragraph", label=""), entry, choices, at, path)])
    if one.fields and one.fields[0].key == "":
        return Row(at, parts=[show(one.fields[0], entry, choices, at, path)])
    labelled = {"label": entry} if isinstance(entry, str) else entry
    return Row(at, parts=show_all(one.fields, labelled, choices, at, path))


def _texts(value: Any, choices: Choices) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        others = [code for code in value if code not in choices.languages]
        return [(code, _written(value.get(code, ""))) for code in (*choices.languages, *others)]
    plain = [("", _written(value))] if value is not None else []
    # In a scenario of one language one string is all that there is to say.
    codes = choices.languages if not plain or len(choices.languages) > 1 else ()
    return [*plain, *((code, "") for code in codes)]


def _with(values: list[str], known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Add what the document has and nothing declares, so that it can be seen and taken away."""
    named = dict(known)
    return [*known, *((value, value) for value in values if value and value not in named)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
