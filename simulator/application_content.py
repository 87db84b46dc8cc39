"""What a lead writes into an application: brought into shape, and looked through for all that is missing or wrong.

The content is ``{"fields": {id: value}, "members": [{"name", "mail", "fields", "consents"}]}``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from injects.answer_error import AnswerError
from injects.form_answer import check_fields
from injects.inject import FormField
from injects.words import MOST_CHARACTERS
from scenarios.calls.call import Call
from scenarios.calls.completeness import Filed, FiledDocument, FiledMember, Gap, find_gaps
from scenarios.calls.form import form_of
from simulator.refusal import Refusal
from simulator.rows import ApplicationFile

LONGEST_NAME, LONGEST_MAIL = 120, 254
# More than a team may have can be written down while it is sorted out who comes.
MORE_MEMBERS, MOST_ENTRIES = 10, 60
EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,189}")
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Lack:
    """One thing that is missing or wrong in one part: ``field:<id>``, ``members`` or ``document:<id>``.

    What is *wrong* can always be mended on the spot and is refused; what is missing follows the call.
    """

    part: str
    code: str
    parameters: Mapping[str, Any]
    wrong: bool = False


def empty_content() -> dict[str, Any]:
    """Give what an application holds before anything has been written."""
    return {"fields": {}, "members": []}


def clean_content(call: Call, written: Any) -> dict[str, Any]:
    """Give what was written in its stored shape; refuse what the form does not ask for, or what nobody has typed."""
    if not isinstance(written, Mapping) or written.keys() - {"fields", "members"}:
        raise Refusal("request_malformed")
    members = written.get("members") or []
    if not isinstance(members, list | tuple) or len(members) > call.team.most + MORE_MEMBERS:
        raise Refusal("too_many_members", most=call.team.most)
    return {
        "fields": _fields(form_of(call), written.get("fields") or {}),
        "members": [_member(call, one) for one in members],
    }


def _fields(asked: Sequence[FormField], written: Any) -> dict[str, Any]:
    known = {field.id for field in asked}
    if not isinstance(written, Mapping) or written.keys() - known:
        raise Refusal("request_malformed")
    return {name: _value(value) for name, value in written.items()}


def _value(written: Any, depth: int = 2) -> Any:
    match written:
        case str():
            return _words(written, MOST_CHARACTERS)
        case int() | float() if not isinstance(written, bool):
            return _words(f"{written:.15g}" if abs(written) < 10**15 else "", 64)
        case list() | tuple() if depth and len(written) <= MOST_ENTRIES:
            return [_value(entry, depth - 1) for entry in written]
        case Mapping() if depth and len(written) <= MOST_ENTRIES:
            return {_words(str(name), 64): _value(value, depth - 1) for name, value in written.items()}
    raise Refusal("request_malformed")


def _member(call: Call, written: Any) -> dict[str, Any]:
    if not isinstance(written, Mapping) or written.keys() - {"name", "mail", "fields", "consents"}:
        raise Refusal("request_malformed")
    name, mail, consents = written.get("name", ""), written.get("mail", ""), written.get("consents") or []
    known = {consent.id for consent in call.members.consents}
    if not isinstance(name, str) or not isinstance(mail, str) or not isinstance(consents, list | tuple):
        raise Refusal("request_malformed")
    if any(not isinstance(one, str) or one not in known for one in consents):
        raise Refusal("request_malformed")
    return {
        "name": " ".join(_words(name, LONGEST_NAME).split()), "mail": _words(mail, LONGEST_MAIL).strip(),
        "fields": _fields(call.members.fields, written.get("fields") or {}),
        "consents": [one.id for one in call.members.consents if one.id in consents],
    }  # fmt: skip


def _words(written: str, longest: int) -> str:
    if len(written) > longest:
        raise Refusal("text_too_long", longest=longest)
    return _UNSHOWN.sub("", written.replace("\r\n", "\n"))


def lacks_of(call: Call, content: Mapping[str, Any], files: Mapping[str, ApplicationFile]) -> tuple[Lack, ...]:
    """Give all that is missing or wrong in an application, in the order of the call; nothing where it is whole."""
    gaps = (Lack(_part(gap), gap.code, gap.parameters) for gap in find_gaps(call, filed_of(content, files)))
    return (*gaps, *_wrong_fields(call, content), *_wrong_members(call, content["members"]))


def filed_of(content: Mapping[str, Any], files: Mapping[str, ApplicationFile]) -> Filed:
    """Give an application as the search for gaps reads it."""
    members = [FiledMember(one["fields"], frozenset(one["consents"])) for one in content["members"]]
    documents = {
        name: FiledDocument(one.signer.get("role") or None, frozenset(one.elements)) for name, one in files.items()
    }
    return Filed(content["fields"], members, documents)


def _part(gap: Gap) -> str:
    for kind in ("field", "document"):
        # A member's field is a part of the members.
        if kind in gap.parameters and "member" not in gap.parameters:
            return f"{kind}:{gap.parameters[kind]}"
    return "members"


def _wrong_fields(call: Call, content: Mapping[str, Any]) -> Iterator[Lack]:
    yield from (Lack(f"field:{name}", *error, wrong=True) for name, error in _errors(form_of(call), content["fields"]))
    for number, member in enumerate(content["members"], 1):
        for _name, (code, told) in _errors(call.members.fields, member["fields"]):
            yield Lack("members", code, {**told, "member": number}, wrong=True)


def _errors(asked: Sequence[FormField], values: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, Any]]]:
    for field in asked:
        lenient = field.model_copy(update={"required": False})
        try:
            check_fields([lenient], {field.id: values.get(field.id)})
        except AnswerError as error:
            yield field.id, (error.code, error.parameters)


def _wrong_members(call: Call, members: Sequence[Mapping[str, Any]]) -> Iterator[Lack]:
    seen: set[str] = set()
    for number, member in enumerate(members, 1):
        mail = member["mail"].casefold()
        if not member["name"]:
            yield Lack("members", "member_name_missing", {"member": number})
        if not EMAIL.fullmatch(mail):
            yield Lack("members", "member_mail_missing", {"member": number})
        elif mail in seen:
            yield Lack("members", "member_twice", {"member": number}, wrong=True)
        seen.add(mail)


def filled_attributes(call: Call, content: Mapping[str, Any]) -> dict[str, str]:
    """Give all attributes of a team that its application tells, with those that follow from them."""
    filled = {field.attribute: content["fields"].get(field.id) for field in call.form if field.attribute}
    return call.attributes_of({name: value for name, value in filled.items() if isinstance(value, str) and value})
