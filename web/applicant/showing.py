"""An application as its page shows it: each part with its words, what it lacks, and whether it may still change."""

from collections.abc import Mapping
from typing import Any

from flask import render_template

from injects.inject import FormField
from scenarios.calls.call import Call
from scenarios.calls.form import form_of
from simulator.actions.application_files import OTHER
from simulator.reading.application import own_application
from web import door
from web.applicant.calls import telling
from web.applicant.lacking import words_of_lack
from web.applicant.typed import most_cards
from web.words import LANGUAGES

ONE_LINE = 25
EMPTY = {"name": "", "mail": "", "fields": {}, "consents": []}


def own() -> dict[str, Any]:
    """Give the application of the lead who asks."""
    return door.house().look(own_application, door.applicant())


def page_of(
    told: dict[str, Any], *, content: Mapping[str, Any] | None = None, message: str | None = None,
    of_files: Mapping[str, str] | None = None, conflict: bool = False, status: int = 200,
) -> tuple[str, int]:  # fmt: skip
    """Show the form with *content* where she has just typed it, else with what is kept."""
    call, shown = told["call"], content or told["content"]
    template = "applicant/form.html" if told["phase"] in ("open", "grace", "cure") else "applicant/closed.html"
    page = render_template(
        template, own=told, call=call, fields=_fields(told, form_of(call), "f-", shown["fields"]),
        members=_members(told, call, shown["members"]), documents=_documents(told, of_files or {}), message=message,
        conflict=conflict, lacks=lacks_said(told), by_part=by_part(told), ends=ends_of(told), all_languages=LANGUAGES,
        is_open=lambda part: is_open(told, part), **telling(call),
    )  # fmt: skip
    return page, status


def lacks_said(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give all that is missing or wrong, in words."""
    return [
        {"part": one.part, "words": words_of_lack(told["call"], one, door.language()), "wrong": one.wrong}
        for one in told["lacks"]
    ]


def by_part(told: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give the same, beside each part."""
    found: dict[str, list[str]] = {}
    for one in lacks_said(told):
        found.setdefault(one["part"], []).append(one["words"])
    return found


def is_open(told: Mapping[str, Any], part: str) -> bool:
    """Say whether a part may change: all of them in the window, and in a cure window what was named."""
    return told["phase"] != "cure" or part in told["cure_parts"]


def ends_of(told: Mapping[str, Any]) -> Any:
    """Give the instant that she is told to keep: the closing, or the end of a cure window."""
    return told["cure_until"] if told["phase"] == "cure" else told["call"].windows.applications.closes


def _fields(told: Mapping[str, Any], asked: Any, prefix: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_field(told["call"], one, f"{prefix}{one.id}", values.get(one.id)) for one in asked]


def _field(call: Call, field: FormField, name: str, value: Any) -> dict[str, Any]:
    def say(text: Any) -> str:
        return "" if text is None else str(text.say(door.language(), call.languages))

    chosen = value if isinstance(value, list) else [value]
    return {
        "id": field.id, "name": name, "kind": field.kind, "label": say(field.label),
        "help": say(getattr(field, "help", None)), "needed": field.required, "max_words": field.max_words,
        "value": value if isinstance(value, str) else "",
        "options": [
            {"id": one.id, "label": say(one.label), "chosen": one.id in chosen} for one in field.options
        ],
        "columns": [{"id": one.id, "label": say(one.label)} for one in field.columns],
        "rows": _rows(field, value),
        # A line where one line is enough.
        "short": field.kind == "text" and (field.max_words or 0) <= ONE_LINE,
    }  # fmt: skip


def _rows(field: FormField, value: Any) -> list[Mapping[str, Any]]:
    given = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
    return [*given, *({} for _ in range(field.rows - len(given)))][: field.rows]


def _members(told: Mapping[str, Any], call: Call, given: Any) -> list[dict[str, Any]]:
    cards = [*given, *(EMPTY for _ in range(most_cards(call) - len(given)))]
    return [
        {
            "number": number, "name": one["name"], "mail": one["mail"], "consents": one["consents"],
            "fields": _fields(told, call.members.fields, f"m-{number - 1}-f-", one["fields"]),
            "blank": number > max(len(given), call.team.least),
        }
        for number, one in enumerate(cards, 1)
    ]  # fmt: skip


def _documents(told: Mapping[str, Any], messages: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "asked": one, "file": told["files"].get(one.id), "message": messages.get(one.id), "other": OTHER,
            "role": told["call"].roles.get(one.signed_by or ""),
        }
        for one in told["call"].documents
    ]  # fmt: skip
