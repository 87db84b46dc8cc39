"""An inject on paper as staff read it: the facilitator all of it, the evaluator what was asked and expected."""

from typing import Any

from injects.inject import Ask, FormField, Inject, Option
from injects.text import Text
from simulator.reading.inject import inject_view
from web.facilitator.showing import ASKS, CHANNELS, PRIORITIES
from web.markdown import to_html
from web.paper.pack.attachments import files_view
from web.paper.pack.card import story_words
from web.paper.pack.kit import seat_title
from web.paper.pack.subject import Subject, answer_seat
from web.paper.pack.timing import clock_words, condition_of, drill_time, is_fixed, length_words, wait_words
from web.words import known_language, say

View = dict[str, Any]


def line_of(subject: Subject, inject: Inject, language: str) -> View:
    """Give a line of the list: when it comes, what it is, for whom, what it asks, and only if what."""
    spoken, planned = known_language(language), subject.when[inject.id]
    everybody, ask = not inject.to, inject.ask
    view = inject_view(subject.scenario, inject, language, "")
    return {
        "id": inject.id, "title": view["title"], "channel": say(spoken, CHANNELS[inject.channel]),
        "priority": say(spoken, PRIORITIES[inject.priority]), "from": view["from"], "phase": view["phase"],
        "story": story_words(view["story_time"], spoken), "by_hand": planned.by_hand,
        "at": "" if planned.by_hand else drill_time(planned.at), "certain": planned.certain,
        "clock": "" if planned.by_hand else clock_words(subject.start, planned.at), "fixed": is_fixed(subject, inject),
        "waits": wait_words(subject, inject, spoken), "condition": condition_of(subject, inject, language),
        "to": [] if everybody else [seat_title(subject, seat, language) for seat in inject.to],
        "ask": say(spoken, ASKS[ask.kind]) if ask else None, "weight": inject.weight, "optional": inject.optional,
        "due": length_words(ask.due) if ask and ask.due else None,
        "sheet_at": seat_title(subject, answer_seat(subject.scenario, inject), language) if ask else None,
    }  # fmt: skip


def whole_inject(subject: Subject, inject: Inject, language: str) -> View:
    """Give all of an inject that its facilitator works with, its branches and notes included."""
    order = subject.scenario.languages

    def told(text: Any) -> str:
        return text.say(language, order) if text is not None else ""

    view = inject_view(subject.scenario, inject, language, "")
    return line_of(subject, inject, language) | asked_view(subject, inject, language) | {
        "body": to_html(told(inject.body)), "plain": to_html(told(inject.plain)),
        "script": to_html(told(inject.script)), "note": to_html(told(inject.note)), "owner": told(inject.owner),
        "files": files_view(subject, view["files"], language), "sets": _flags(subject, inject.sets, language),
        "options": [_option(subject, one, language) for one in (inject.ask.options if inject.ask else ())],
        "approve": seat_title(subject, inject.ask.approve, language) if inject.ask and inject.ask.approve else None,
        "max_words": inject.ask.max_words if inject.ask else None,
    }  # fmt: skip


def asked_view(subject: Subject, inject: Inject, language: str) -> View:
    """Give what was asked and what was expected, as an evaluator reads it: no value, no flag, no note."""
    order, ask = subject.scenario.languages, inject.ask
    return {
        "prompt": to_html(ask.prompt.say(language, order)) if ask and ask.prompt else "",
        "rationale": bool(ask and ask.rationale), "expected": [one.say(language, order) for one in inject.expected],
        "labels": [one.label.say(language, order) for one in (ask.options if ask else ())],
        "fields": _fields(ask, language, order),
    }  # fmt: skip


def _fields(ask: Ask | None, language: str, order: tuple[str, ...]) -> list[View]:
    return [
        {"label": one.label.say(language, order), "choices": [label.say(language, order) for label in _entries(one)]}
        for one in (ask.fields if ask else ())
    ]


def _entries(field: FormField) -> list[Text]:
    return [one.label for one in field.options] + [one.label for one in field.columns]


def _option(subject: Subject, option: Option, language: str) -> View:
    order = subject.scenario.languages
    return {
        "id": option.id, "label": option.label.say(language, order), "value": option.value,
        "sets": _flags(subject, option.sets, language),
        "feedback": option.feedback.say(language, order) if option.feedback else "",
    }  # fmt: skip


def _flags(subject: Subject, flags: tuple[str, ...], language: str) -> list[str]:
    known = subject.scenario.flags
    return [known[one].say(language, subject.scenario.languages) if one in known else one for one in flags]
