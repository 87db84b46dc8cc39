"""What stands in a scenario, said to a person: each key as the forms call it, each choice as they offer it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from scenarios.node import Path
from scenarios.node import Step as PathStep
from web.editor.forms.choices import Choices
from web.editor.forms.inject import INJECT
from web.editor.forms.sections import SECTIONS
from web.editor.forms.spec import Field
from web.editor.listing import words_of_condition
from web.words import N_, say

INJECT_WORDS, INJECTS = N_("Inject %(id)s"), N_("Injects")
_FIELDS = tuple(field for section in SECTIONS.values() for field in section.fields)
# The whole document, as one group of fields.
_ROOT = Field("", "group", "", fields=(*_FIELDS, Field("injects", "rows", INJECTS, fields=INJECT)))
_PLAIN = Field("", "line", "")
_BELOW = "  "


def where_of(path: Path, language: str) -> str:
    """Say where a path leads, as the forms call it."""
    return " · ".join(words for words, _field in _steps(path, language) if words)


def field_at(path: Path) -> Field:
    """Give the field of the forms at a path; a plain one where they have none."""
    return [_ROOT, *(field for _words, field in _steps(path, "en"))][-1]


def value_at(path: Path, value: Any, choices: Choices) -> str:
    """Say a value that stands at a path; of more than one line where it holds several things."""
    field = field_at(path)
    if len(path) == 2 and path[0] == "injects" and isinstance(value, Mapping):
        # Where it stands says which one it is.
        value = {key: inner for key, inner in value.items() if key != "id"}
    return "\n".join(_lines(field, value, choices))


def _steps(path: Path, language: str) -> Iterator[tuple[str, Field]]:
    field = _ROOT
    for place, step in enumerate(path):
        words, field = _inside(field, step, language)
        if path[0] == "injects" and len(path) > 1 and place < 2:
            words = say(language, INJECT_WORDS, id=step) if place else ""
        yield words, field


def _inside(field: Field, step: PathStep, language: str) -> tuple[str, Field]:
    """Give what one step further in is called, and the field that is there."""
    own = str(step + 1) if isinstance(step, int) else step
    if field.kind in ("rows", "named"):
        whole = field.fields[0] if field.fields[0].key == "" else replace(field, kind="group", label="")
        return own, whole
    inner = next((one for one in field.fields if one.key == own), None) if field.kind == "group" else None
    if inner is None:
        return own, Field(own, "paragraph", own) if field.kind in ("says", "anchors") else _PLAIN
    return (say(language, inner.label) if inner.label else own), inner


def _lines(field: Field, value: Any, choices: Choices) -> list[str]:
    """Say a value in lines; what has another shape than its field is said as it is."""
    match field.kind, value:
        case _, bool():
            return [say(choices.language, N_("yes") if value else N_("no"))]
        case _, None:
            return []
        case "condition", str():
            return [words_of_condition(value, choices)]
        case (("one" | "sender"), str() | int()):
            return _words_of(dict(choices.of(field.choices)).get(str(value), value))
        case "many", list():
            known = dict(choices.of(field.choices))
            return [", ".join(str(known.get(str(one), one)) for one in value)]
        case (("group" | "anchors"), dict()):
            return _entries(_in_order(field, value), field, choices)
        case (("rows" | "says"), list()):
            return [line for one in value for line in _bullet(_lines(_inside(field, 0, "")[1], one, choices))]
        case _, dict():
            return _entries(value, field, choices)
        case _, list():
            return [", ".join(" ".join(_lines(_PLAIN, one, choices)) for one in value)]
    return _words_of(value)


def _words_of(value: Any) -> list[str]:
    return str(value).strip("\n").split("\n")


def _in_order(field: Field, value: Mapping[str, Any]) -> dict[str, Any]:
    """Give the keys in the order of the form; those that it does not know last."""
    known = [one.key for one in field.fields if one.key in value]
    return {key: value[key] for key in (*known, *(key for key in value if key not in known))}


def _entries(value: Mapping[str, Any], field: Field, choices: Choices) -> list[str]:
    found: list[str] = []
    for key, inner in value.items():
        words, inner_field = _inside(field, str(key), choices.language)
        lines = _lines(inner_field, inner, choices)
        if len(lines) == 1 and not isinstance(inner, dict | list):
            found.append(f"{words}: {lines[0]}")
        elif lines:
            short = len(lines) == 1 and isinstance(inner, list) and inner_field.kind not in ("rows", "says")
            found += [f"{words}: {lines[0]}"] if short else [f"{words}:", *_indented(lines)]
    return found


def _bullet(lines: list[str]) -> list[str]:
    return [f"– {lines[0]}", *_indented(lines[1:])] if lines else []


def _indented(lines: Iterable[str]) -> list[str]:
    return [_BELOW + line for line in lines]
