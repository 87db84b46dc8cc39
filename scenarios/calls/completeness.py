"""What an application still lacks, found by machine: nobody's judgement, and the same list for team and staff."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from injects.form_answer import is_blank
from injects.inject import FormField
from scenarios.calls.asked import AskedDocument
from scenarios.calls.call import Call
from scenarios.calls.form import form_of


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, as a code; parameters are ids of the call and numbers, never words of a team."""

    code: str
    parameters: Mapping[str, str | int]


@dataclass(frozen=True)
class FiledMember:
    """What one member has given: her answers by field, and the consents she gave, by id."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    consents: AbstractSet[str] = frozenset()


@dataclass(frozen=True)
class FiledDocument:
    """What the lead says of an uploaded file: whose role signed it, and which elements it has, by id."""

    signed_by: str | None = None
    elements: AbstractSet[str] = frozenset()


@dataclass(frozen=True)
class Filed:
    """An application as it stands: answers by field, members in order, files by the id of what was asked for."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    members: Sequence[FiledMember] = ()
    documents: Mapping[str, FiledDocument] = field(default_factory=dict)


def find_gaps(call: Call, filed: Filed) -> tuple[Gap, ...]:
    """Give everything that is missing, in the order of the call; nothing where an application is complete.

    Codes: ``field_missing {field}``, ``too_few_members {members, least}``, ``too_many_members {members, most}``,
    ``member_field_missing {member, field}`` and ``consent_missing {member, consent}`` with members counted from 1,
    ``document_missing {document}``, ``signer_missing {document, role}``, ``wrong_signer {document, role, signed_by}``
    and ``element_missing {document, element}``.
    """
    return (*_in_form(call, filed), *_in_team(call, filed), *_in_documents(call, filed))


def _in_form(call: Call, filed: Filed) -> Iterator[Gap]:
    return (Gap("field_missing", {"field": name}) for name in _blank(form_of(call), filed.answers))


def _blank(fields: Sequence[FormField], answers: Mapping[str, Any]) -> Iterator[str]:
    return (one.id for one in fields if one.required and is_blank(answers.get(one.id)))


def _in_team(call: Call, filed: Filed) -> Iterator[Gap]:
    count = len(filed.members)
    if count < call.team.least:
        yield Gap("too_few_members", {"members": count, "least": call.team.least})
    if count > call.team.most:
        yield Gap("too_many_members", {"members": count, "most": call.team.most})
    for number, member in enumerate(filed.members, 1):
        for name in _blank(call.members.fields, member.answers):
            yield Gap("member_field_missing", {"member": number, "field": name})
        for consent in call.members.consents:
            if consent.required and consent.id not in member.consents:
                yield Gap("consent_missing", {"member": number, "consent": consent.id})


def _in_documents(call: Call, filed: Filed) -> Iterator[Gap]:
    for asked in call.documents:
        given = filed.documents.get(asked.id)
        if given is not None:
            yield from _in_document(asked, given)
        elif asked.required:
            yield Gap("document_missing", {"document": asked.id})


def _in_document(asked: AskedDocument, given: FiledDocument) -> Iterator[Gap]:
    role = asked.signed_by
    if role is not None and given.signed_by is None:
        yield Gap("signer_missing", {"document": asked.id, "role": role})
    elif role is not None and given.signed_by != role:
        yield Gap("wrong_signer", {"document": asked.id, "role": role, "signed_by": str(given.signed_by)})
    for element in asked.elements:
        if element.id not in given.elements:
            yield Gap("element_missing", {"document": asked.id, "element": element.id})
