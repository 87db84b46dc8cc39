"""What a team is still writing: the shape of an answer in which anything may be missing."""

from collections.abc import Mapping
from typing import Any

from injects.answer_error import AnswerError
from injects.inject import Ask

LONGEST_TEXT = 20_000
MOST_ENTRIES = 500


def check_draft(ask: Ask, content: Mapping[str, Any]) -> dict[str, Any]:
    """Give a draft in its stored shape; raise ``AnswerError`` for what no answer to this ask could hold."""
    if not isinstance(content, Mapping) or not _bounded(content, depth=0):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    kept: dict[str, Any] = {}
    if ask.kind == "text":
        kept["text"] = _words(ask, content.get("text", ""))
    elif ask.kind == "form":
        fields = content.get("fields", {})
        if not isinstance(fields, Mapping):
            raise AnswerError("answer_wrong_kind", kind=ask.kind)
        kept["fields"] = {field.id: fields[field.id] for field in ask.fields if field.id in fields}
    elif ask.kind in ("choice", "choices"):
        kept |= _chosen(ask, content)
    if ask.rationale and "rationale" in content:
        kept["rationale"] = _words(ask, content["rationale"])
    return kept


def _chosen(ask: Ask, content: Mapping[str, Any]) -> dict[str, Any]:
    known = [option.id for option in ask.options]
    if ask.kind == "choice":
        return {"option": content["option"]} if content.get("option") in known else {}
    options = content.get("options", [])
    if not isinstance(options, list | tuple):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    return {"options": [option for option in known if option in options]}


def _words(ask: Ask, text: Any) -> str:
    if not isinstance(text, str):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    return text


def _bounded(value: Any, depth: int) -> bool:
    match value:
        case str():
            return len(value) <= LONGEST_TEXT
        case None | bool() | int() | float():
            return True
        case list() | tuple() if depth < 4:
            return len(value) <= MOST_ENTRIES and all(_bounded(entry, depth + 1) for entry in value)
        case Mapping() if depth < 4:
            return len(value) <= MOST_ENTRIES and all(
                isinstance(key, str) and _bounded(entry, depth + 1) for key, entry in value.items()
            )
    return False
