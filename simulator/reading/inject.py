"""An inject as a team may see it: in one language, and never an option's value, a flag or a note (rules.md 23)."""

from functools import lru_cache
from typing import Any

from injects.inject import Ask, FormField, Inject
from injects.option_order import shown_order
from injects.text import Text
from scenarios.scenario import Scenario
from simulator.frozen import FrozenScenario
from simulator.reading.clock import milliseconds
from simulator.reading.shapes import INJECT, Shaped, shaped
from simulator.reading.story import story_time_of


class Words:
    """Say the texts of one scenario in one language."""

    def __init__(self, scenario: Scenario, language: str) -> None:
        self.scenario, self.language = scenario, language

    def __call__(self, text: Text | str | None) -> str | None:
        """Give the words, or None where there are none."""
        if text is None or isinstance(text, str):
            return text
        return text.say(self.language, self.scenario.languages)


def inject_view(scenario: Scenario, inject: Inject, language: str, team_id: str) -> dict[str, Any]:
    """Give what a team's members read of an inject; bodies are Markdown."""
    say = Words(scenario, language)
    return {
        "id": inject.id,
        "channel": inject.channel,
        "priority": inject.priority,
        "from": sender_view(scenario, inject, say),
        "to": list(inject.to),
        "title": say(inject.title),
        "body": say(inject.body),
        "plain": say(inject.plain),
        "story_time": story_time_of(scenario, inject.id),
        "phase": say(scenario.phases[inject.phase].title) if inject.phase else None,
        "optional": inject.optional,
        "files": [
            {"name": say(one.file), "alt": say(one.alt), "transcript": say(one.transcript)} for one in inject.files
        ],
        "ask": ask_view(inject, say, team_id) if inject.ask else None,
    }


def shown_inject(frozen: FrozenScenario, inject_id: str, language: str, team_id: str) -> Shaped:
    """Give what `inject_view` gives: once per language for all teams, but for the order of options where it differs."""
    view, ask = _shown_to_all(frozen, inject_id, language), frozen.msel.by_id[inject_id].ask
    if ask is None or not ask.shuffle or not ask.options:
        return view
    by_id = {option["id"]: option for option in view["ask"]["options"]}
    options = [by_id[option.id] for option in shown_order(ask, inject_id, team_id)]
    return Shaped(INJECT, view | {"ask": view["ask"] | {"options": options}})


@lru_cache(maxsize=2048)
def _shown_to_all(frozen: FrozenScenario, inject_id: str, language: str) -> Shaped:
    view = inject_view(frozen.scenario, frozen.msel.by_id[inject_id], language, "")
    return Shaped(INJECT, shaped(INJECT, view, "inject"))


def sender_view(scenario: Scenario, inject: Inject, say: Words) -> dict[str, Any] | None:
    """Give who writes: a character's name and role, or the words that stand there."""
    if inject.from_ is None:
        return None
    if isinstance(inject.from_, str) and inject.from_ in scenario.characters:
        character = scenario.characters[inject.from_]
        return {"name": say(character.name), "role": say(character.role)}
    return {"name": say(inject.from_), "role": None}


def ask_view(inject: Inject, say: Words, team_id: str) -> dict[str, Any]:
    """Give the question: its options in the team's own order, its limits, its weight."""
    ask = inject.ask
    assert ask is not None  # noqa: S101 - callers ask only where there is one
    return {
        "kind": ask.kind,
        "prompt": say(ask.prompt),
        "due": milliseconds(ask.due),
        "weight": inject.weight,
        "rationale": ask.rationale,
        "max_words": ask.max_words,
        "approve": ask.approve,
        "autosubmit": ask.autosubmit,
        "options": [{"id": one.id, "label": say(one.label)} for one in _shown(ask, inject.id, team_id)],
        "fields": [_field_view(one, say) for one in ask.fields],
    }


def _shown(ask: Ask, inject_id: str, team_id: str) -> tuple[Any, ...]:
    return shown_order(ask, inject_id, team_id)


def _field_view(field: FormField, say: Words) -> dict[str, Any]:
    return {
        "id": field.id,
        "label": say(field.label),
        "kind": field.kind,
        "required": field.required,
        "max_words": field.max_words,
        "options": [{"id": one.id, "label": say(one.label)} for one in field.options],
        "columns": [{"id": one.id, "label": say(one.label)} for one in field.columns],
        "rows": field.rows,
    }
