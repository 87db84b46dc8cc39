"""What a browser sends of an application's form, brought into the shape that the house keeps.

A field is ``f-<id>`` (a table's cell ``f-<id>-<row>-<column>``), a member's name ``m-<n>-name`` and so on, what is
said of a document ``d-<id>-role``, ``-name`` and ``-e``.
"""

from typing import Any

from werkzeug.datastructures import MultiDict

from injects.form_answer import is_blank
from injects.inject import FormField
from scenarios.calls.call import Call
from scenarios.calls.form import form_of

Form = MultiDict[str, str]


def content_of(call: Call, form: Form) -> dict[str, Any]:
    """Give the words of an application; members left blank at the end are none."""
    members = [_member(call, form, number) for number in range(most_cards(call))]
    while members and is_blank(members[-1]):
        members.pop()
    return {"fields": {one.id: _value(one, f"f-{one.id}", form) for one in form_of(call)}, "members": members}


def most_cards(call: Call) -> int:
    """Give how many members the form has place for."""
    return call.team.most


def _member(call: Call, form: Form, number: int) -> dict[str, Any]:
    place = f"m-{number}"
    return {
        "name": form.get(f"{place}-name", ""), "mail": form.get(f"{place}-mail", ""),
        "fields": {one.id: _value(one, f"{place}-f-{one.id}", form) for one in call.members.fields},
        "consents": form.getlist(f"{place}-c"),
    }  # fmt: skip


def _value(field: FormField, name: str, form: Form) -> Any:
    match field.kind:
        case "choices":
            return form.getlist(name)
        case "table":
            rows = range(field.rows)
            cells = [{one.id: form.get(f"{name}-{row}-{one.id}", "") for one in field.columns} for row in rows]
            return [cell for cell in cells if not is_blank(cell)]
        case _:
            return form.get(name, "")


def declared_of(document_id: str, form: Form) -> dict[str, Any] | None:
    """Give what is said of a document's file; None where the page did not ask."""
    if f"d-{document_id}-asked" not in form:
        return None
    return {
        "signer_role": form.get(f"d-{document_id}-role", ""), "signer_name": form.get(f"d-{document_id}-name", ""),
        "elements": form.getlist(f"d-{document_id}-e"),
    }  # fmt: skip
