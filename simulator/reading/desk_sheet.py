"""What lies on a desk beside a response or an application: what was asked, the rubric, what had been seen before."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.text import Text
from scenarios.calls.call import Call
from scenarios.calls.judged import MeritRubric
from scenarios.scenario import RubricDocument, Scenario
from simulator.application_scene import version_files
from simulator.playing import chosen_options
from simulator.reading.inject import Words, sender_view
from simulator.refusal import Refusal
from simulator.rows import ApplicationVersion, Delivery, Rating, Response

View = dict[str, Any]
Say = Callable[[Text | str | None], str | None]


def words_of_call(call: Call, language: str) -> Say:
    """Say the texts of a call in one language."""

    def say(text: Text | str | None) -> str | None:
        return text.say(language, call.languages) if isinstance(text, Text) else text

    return say


def response_asked(scenario: Scenario, inject_id: str, say: Words) -> View:
    """Give an inject and its question as an evaluator reads them: no values, no flags, what was expected."""
    inject = scenario.inject(inject_id)
    ask = inject.ask
    if ask is None:
        raise Refusal("nothing_asked")
    return {
        "id": inject.id, "title": say(inject.title), "body": say(inject.body), "channel": inject.channel,
        "from": sender_view(scenario, inject, say), "kind": ask.kind, "prompt": say(ask.prompt),
        "expected": [say(one) for one in inject.expected],
        "options": [{"id": one.id, "label": say(one.label)} for one in ask.options],
        "fields": [_field(one, say) for one in ask.fields],
        "benchmarks": [{"level": one.level, "text": say(one.text)} for one in ask.benchmarks],
    }  # fmt: skip


def _field(field: Any, say: Say) -> View:
    return {
        "id": field.id, "label": say(field.label), "kind": field.kind,
        "options": {entry.id: say(entry.label) for entry in field.options},
        "columns": [{"id": entry.id, "label": say(entry.label)} for entry in field.columns],
    }  # fmt: skip


def criteria_view(
    rubric: RubricDocument | MeritRubric | None, rated: Sequence[str], say: Say, ratings: Mapping[str, Rating]
) -> list[View]:
    """Give the criteria with their anchors, and the evaluator's own levels."""
    if rubric is None:
        return []
    return [
        {
            "id": name, "title": say(rubric.criteria[name].title),
            "anchors": {level: say(rubric.criteria[name].levels.get(level)) for level in rubric.levels},
            "level": ratings[name].level if name in ratings else None,
            "sentence": ratings[name].sentence if name in ratings else "",
            "given": name in ratings,
        }
        for name in rated
    ]  # fmt: skip


def seen_before(session: Session, scenario: Scenario, team_id: str, response: Response, say: Words) -> list[View]:
    """Give what had reached a team when it sent a response, in order, with what it had chosen itself by then.

    No times, no files, and nothing of what other teams had chosen; what was withdrawn is left out.
    """
    query = (
        select(Delivery, Response)
        .outerjoin(Response, (Response.delivery_id == Delivery.id) & Response.current)
        .where(Delivery.team_id == team_id, Delivery.id != response.delivery_id)
        .where(Delivery.delivered_at <= response.received_at, Delivery.state != "withdrawn")
        .order_by(Delivery.delivered_at, Delivery.position)
    )
    seen = []
    for delivery, own in session.execute(query):
        inject = scenario.inject(delivery.inject)
        earlier = own is not None and own.received_at <= response.received_at
        chosen = chosen_options(own.content) if earlier else ()
        options = inject.ask.options if inject.ask else ()
        seen.append(
            {
                "id": inject.id, "title": say(inject.title), "body": say(inject.body), "channel": inject.channel,
                "from": sender_view(scenario, inject, say),
                "chosen": [say(one.label) for one in options if one.id in chosen],
            }
        )  # fmt: skip
    return seen


def application_asked(session: Session, call: Call, version: ApplicationVersion, say: Say) -> View:
    """Give an application's form and answers without what tells who it is: attributes, members, files' names.

    Of each document it says who signed it by office, and what the lead says it contains.
    """
    told = {field.id for field in call.form if field.attribute}
    fields = [field for field in call.form if field.id not in told]
    return {
        "content": {"fields": {name: version.content["fields"].get(name) for name in (field.id for field in fields)}},
        "inject": {
            "id": "", "title": say(call.title), "body": None, "channel": None, "from": None, "kind": "form",
            "prompt": None, "expected": [], "options": [], "fields": [_field(one, say) for one in fields],
            "benchmarks": [],
        },
        "documents": _documents(session, call, version, say),
    }  # fmt: skip


def _documents(session: Session, call: Call, version: ApplicationVersion, say: Say) -> list[View]:
    files = version_files(session, version)
    shown = []
    for asked in call.documents:
        file = files.get(asked.id)
        role = call.roles.get(file.signer.get("role", "")) if file else None
        shown.append(
            {
                "title": say(asked.title), "there": file is not None, "role": say(role.title) if role else None,
                "elements": [
                    {"text": say(one.text), "there": file is not None and one.id in file.elements}
                    for one in asked.elements
                ],
            }
        )  # fmt: skip
    return shown
