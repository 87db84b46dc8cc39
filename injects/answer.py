"""What a team sends: whether it answers the ask, in one tidy shape; and what goes in at the deadline.

The content of an answer, by the ask's kind (keys marked ? may be left out, others are refused):

- ``text``: ``{"text": str}``
- ``choice``: ``{"option": id, "rationale"?: str}``
- ``choices``: ``{"options": [id, …], "rationale"?: str}``
- ``acknowledge``: ``{}``
- ``form``: ``{"fields": {field id: value}}``, see ``injects/form_answer.py``

The rationale is due exactly where the ask wants one. A draft has the same shape but may lack anything.
"""

from collections.abc import Callable, Mapping
from typing import Any

from injects.answer_error import AnswerError
from injects.form_answer import check_fields, is_blank
from injects.inject import Ask, AskKind
from injects.words import check_words

__all__ = ["AnswerError", "check_answer", "is_empty", "may_autosubmit"]

Content = Mapping[str, Any]


def check_answer(ask: Ask, content: Content) -> dict[str, Any]:
    """Give the answer in its stored shape; raise ``AnswerError`` for the first thing that is wrong."""
    if not isinstance(content, Mapping):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    _refuse_unknown_keys(content, _KEYS[ask.kind] | ({"rationale"} if ask.rationale else set()))
    answer = _CHECKS[ask.kind](ask, content)
    if ask.rationale and ask.kind in {"choice", "choices"}:
        answer["rationale"] = _rationale(ask, content)
    return answer


def is_empty(ask: Ask, content: Content) -> bool:
    """Say whether a draft holds nothing that could be rated (rules.md 20)."""
    match ask.kind:
        case "text":
            return is_blank(content.get("text"))
        case "choice":
            return not content.get("option")
        case "choices":
            return not content.get("options")
        case "form":
            fields = content.get("fields")
            return not isinstance(fields, Mapping) or all(map(is_blank, fields.values()))
    return True


def may_autosubmit(ask: Ask, content: Content) -> bool:
    """Say whether a draft goes in at the deadline: an answer that sets a flag never does unconfirmed."""
    if not ask.autosubmit or is_empty(ask, content):
        return False
    chosen = content.get("options", ()) if ask.kind == "choices" else [content.get("option")]
    return not ask.sets_flag(tuple(map(str, chosen)))


def _refuse_unknown_keys(content: Content, known: set[str]) -> None:
    for key in content:
        if key not in known:
            raise AnswerError("answer_unknown_key", key=str(key)[:64])


def _text(ask: Ask, content: Content) -> dict[str, Any]:
    text = content.get("text", "")
    if not isinstance(text, str):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    if is_blank(text):
        raise AnswerError("answer_empty")
    check_words(text, ask.max_words)
    return {"text": text.strip()}


def _choice(ask: Ask, content: Content) -> dict[str, Any]:
    option = content.get("option")
    if option in (None, ""):
        raise AnswerError("answer_empty")
    _check_option(ask, option)
    return {"option": option}


def _choices(ask: Ask, content: Content) -> dict[str, Any]:
    options = content.get("options", [])
    if not isinstance(options, list | tuple):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    if not options:
        raise AnswerError("answer_empty")
    for option in options:
        _check_option(ask, option)
    # As in the file and each once: the order of taps on a screen means nothing.
    return {"options": [option.id for option in ask.options if option.id in options]}


def _acknowledge(ask: Ask, content: Content) -> dict[str, Any]:
    return {}


def _form(ask: Ask, content: Content) -> dict[str, Any]:
    fields = content.get("fields", {})
    if not isinstance(fields, Mapping):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    if all(map(is_blank, fields.values())):
        raise AnswerError("answer_empty")
    return {"fields": check_fields(ask.fields, fields)}


def _check_option(ask: Ask, option: Any) -> None:
    if not isinstance(option, str):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    if all(option != known.id for known in ask.options):
        raise AnswerError("option_unknown", option=option[:64])


def _rationale(ask: Ask, content: Content) -> str:
    rationale = content.get("rationale", "")
    if not isinstance(rationale, str):
        raise AnswerError("answer_wrong_kind", kind=ask.kind)
    if is_blank(rationale):
        raise AnswerError("rationale_missing")
    check_words(rationale, ask.max_words)
    return rationale.strip()


_KEYS: dict[AskKind, set[str]] = {
    "text": {"text"},
    "choice": {"option"},
    "choices": {"options"},
    "acknowledge": set(),
    "form": {"fields"},
}
_CHECKS: dict[AskKind, Callable[[Ask, Content], dict[str, Any]]] = {
    "text": _text,
    "choice": _choice,
    "choices": _choices,
    "acknowledge": _acknowledge,
    "form": _form,
}
