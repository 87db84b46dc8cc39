"""Whether a document has the shape of its model: keys and types; and a mended copy to check the rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import ValidationError

from injects.inject import FLAG_PATTERN, ID_PATTERN, Document, FormColumn, FormOption
from injects.text import Text
from scenarios.annotations import annotation_at, choices_of, keys_of, stand_in
from scenarios.codes import CODES
from scenarios.finding import Parameter
from scenarios.language_codes import meant_code
from scenarios.node import Path, Step
from scenarios.quote import nearest, quote, quote_text
from scenarios.scenario import LANGUAGE_PATTERN
from scenarios.shortened import MOST_NAMED, is_wrong_from_the_start, shorten
from scenarios.synonyms import synonym

_NOT = {
    "string_type": "not_text",
    "int_type": "not_integer",
    "bool_type": "not_boolean",
    "tuple_type": "not_list",
    "dict_type": "not_mapping",
    "model_type": "not_mapping",
}
_UNQUOTED = frozenset({"not_integer", "not_boolean"})
_PATTERNS = {ID_PATTERN: "bad_id", FLAG_PATTERN: "bad_flag_name", LANGUAGE_PATTERN: "bad_language"}
_KEY = "[key]"
# What YAML 1.1 puts keys of another mapping in place with.
MERGE = "<<"
_LABELS = (FormOption, FormColumn)
# Whoever has more mends these first.
_MOST_FAULTS = 1000
_Details = Any
_D = TypeVar("_D", bound=Document)


@dataclass(frozen=True)
class Fault:
    """One place where the shape is wrong; *path* ends in the key that is missing, unknown or badly named.

    What only *follows* from mending another is no finding: no author wrote it.
    """

    path: Path
    code: str
    parameters: Mapping[str, Parameter]
    at_key: bool
    follows: bool = False


def read_shape(model: type[_D], plain: Any, rounds: int = 4) -> tuple[_D | None, list[Fault]]:
    """Give the document of a *model* and what is wrong with its shape; *plain* is changed.

    Where something is wrong a valid stand-in takes its place, so that everything else can still be checked.
    One round may uncover another fault, as when the only seat has a bad name; after *rounds* we give up, and
    at once where there are more than a thousand faults.
    """
    faults: list[Fault] = []
    if is_wrong_from_the_start(model, plain, _MOST_FAULTS):
        return None, _some_faults(model, plain)
    for turn in range(rounds):
        try:
            return model.model_validate(plain, by_alias=True, by_name=False), faults
        except ValidationError as error:
            if error.error_count() > MOST_NAMED:
                return None, _some_faults(model, plain)
            wrong = [details for details in error.errors(include_url=False) if not _is_consequence(details)]
        # Values before names: a value is no longer found under a name that was taken out.
        wrong.sort(key=_is_name)
        found = [_fault(model, plain, details) for details in wrong[:_MOST_FAULTS]]
        faults += found if turn == 0 else [replace(fault, follows=True) for fault in found]
        if len(wrong) > _MOST_FAULTS:
            return None, [*faults, Fault((), "too_many_findings", {"most": _MOST_FAULTS}, False)]
        for details in wrong:
            _mend(model, plain, details)
    return None, faults


def _some_faults(model: type[Document], plain: Any) -> list[Fault]:
    cut, error = shorten(model, plain)
    wrong = [details for details in error.errors(include_url=False) if not _is_consequence(details)] if error else []
    more = Fault((), "too_many_findings", {"most": _MOST_FAULTS}, False)
    return [*(_fault(model, cut, details) for details in wrong[: _MOST_FAULTS - 1]), more]


def _is_consequence(details: _Details) -> bool:
    # Entries that are wrong themselves are missing when pydantic counts what is left.
    return bool(details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"])


def _is_name(details: _Details) -> bool:
    # A stranger's document may hold a key that is spelt like the mark: then what is wrong is no name.
    return details["loc"][-1] == _KEY and details["type"] in {"string_pattern_mismatch", "value_error"}


def _fault(model: type[Document], plain: Any, details: _Details) -> Fault:
    code, parameters = _describe(model, details)
    at_key = _is_name(details) or code in ("unknown_key", "merge_key")
    return Fault(_path(plain, details), code, parameters, at_key)


def _describe(model: type[Document], details: _Details) -> tuple[str, dict[str, Parameter]]:
    loc, kind, context = details["loc"], details["type"], details.get("ctx", {})
    value = quote(details["input"])
    if details["input"] is None and kind != "missing":
        return "no_value", {}
    match kind:
        case "missing":
            return "missing_key", {"key": loc[-1]}
        case "extra_forbidden" if loc[-1] == MERGE:
            return "merge_key", {}
        case "extra_forbidden":
            known = keys_of(annotation_at(model, loc[:-1]))
            meant = synonym(loc[-1], known) or nearest(loc[-1], known)
            return "unknown_key", {"key": quote(loc[-1]), "nearest": meant}
        case "literal_error":
            # A number in quotes is no number, and without them nobody would see why.
            shown = quote_text(details["input"]) if loc[-1] == "format" else value
            return _unknown_value(str(loc[-1]), shown, choices_of(annotation_at(model, loc)))
        case "string_pattern_mismatch":
            return _bad_word(_PATTERNS[context["pattern"]], value)
        case "value_error":
            return str(context["error"]), {"value": value}
        case "greater_than_equal":
            return "too_small", {"value": value, "least": context["ge"]}
        case "less_than_equal":
            return "too_large", {"value": value, "most": context["le"]}
        case "too_short":
            return "too_few", {"key": str(loc[-1]), "least": context["min_length"]}
    due = annotation_at(model, loc)
    # Of an option or a column that is only its label, the words are due.
    is_text = due in (str, Text) or (due in _LABELS and not isinstance(details["input"], list | dict))
    code = "not_text" if is_text else _NOT[kind]
    return code, {"value": quote_text(details["input"]) if code in _UNQUOTED else value}


def _bad_word(code: str, value: str) -> tuple[str, dict[str, Parameter]]:
    return code, {"value": value, "nearest": meant_code(value)} if code == "bad_language" else {"value": value}


def _unknown_value(key: str, value: str, known: tuple[Any, ...]) -> tuple[str, dict[str, Parameter]]:
    near = nearest(value, known)
    if (own := f"unknown_{key}") in CODES:
        return own, {"value": value, "nearest": near}
    return "unknown_choice", {"key": key, "value": value, "choices": ", ".join(map(str, known)), "nearest": near}


def _path(plain: Any, details: _Details) -> Path:
    loc = details["loc"][:-1] if _is_name(details) else details["loc"]
    path: list[Step] = []
    for step in loc:
        if isinstance(plain, list | dict) and _holds(plain, step):
            plain = plain[step]
            path.append(step)
    return (*path, loc[-1]) if details["type"] == "missing" else tuple(path)


def _holds(plain: Any, step: Step) -> bool:
    return step in plain if isinstance(plain, dict) else isinstance(step, int) and step < len(plain)


def _mend(model: type[Document], plain: Any, details: _Details) -> None:
    path = _path(plain, details)
    for step in path[:-1]:
        plain = plain[step]
    if _is_name(details) or details["type"] == "extra_forbidden":
        del plain[path[-1]]
    else:
        plain[path[-1]] = stand_in(annotation_at(model, details["loc"]))
