"""A form as a bot fills it in: the prose in the main text, a choice by its place, a number, rows that make sense."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from math import floor
from random import Random
from typing import Any

from injects.inject import FormField
from scenarios.scenario import Scenario

ROWS = 3


def fill_form(
    scenario: Scenario, fields: Sequence[FormField], quality: float, language: str, prose: str, chance: Random
) -> dict[str, Any]:
    """Give a value for every field; *quality* is 0…1, options of a choice stand in order from best to worst."""
    sentences = [part.strip() for part in re.split(r"(?<=[.!?…])\s+", prose) if part.strip()] or [prose]
    main = _main_text(fields)
    filled: dict[str, Any] = {}
    for field in fields:
        match field.kind:
            case "text":
                said = prose if field is main else chance.choice(sentences)
                filled[field.id] = said if field.max_words is None else " ".join(said.split()[: field.max_words])
            case "number":
                filled[field.id] = _number(prose, chance)
            case "date":
                filled[field.id] = _day(scenario).isoformat()
            case "choice":
                filled[field.id] = field.options[floor((1 - quality) * (len(field.options) - 1))].id
            case "choices":
                share = max(1, round(quality * len(field.options)))
                filled[field.id] = [option.id for option in field.options[:share]]
            case "table":
                filled[field.id] = _rows(scenario, field, language, sentences, chance)
    return filled


def _main_text(fields: Sequence[FormField]) -> FormField | None:
    texts = [field for field in fields if field.kind == "text"]
    return max(texts, key=lambda field: (field.required, field.max_words or 1000), default=None)


def _number(prose: str, chance: Random) -> str:
    written = re.findall(r"\b\d{3,6}\b", prose)
    return written[0] if written else str(chance.randrange(500, 20_000, 50))


def _day(scenario: Scenario) -> date:
    return datetime.fromisoformat(scenario.story_start).date() if scenario.story_start else date(2026, 3, 2)


def _rows(
    scenario: Scenario, field: FormField, language: str, sentences: Sequence[str], chance: Random
) -> list[dict[str, str]]:
    seats = list(scenario.seats.values())
    count = min(ROWS, field.rows)
    owners = [chance.choice(seats).title for _ in range(count)] if len(seats) < count else None
    titles = owners or [seat.title for seat in chance.sample(seats, count)]
    rows = []
    for place, title in enumerate(titles):
        row = {}
        for number, column in enumerate(field.columns):
            if number == 0:
                row[column.id] = title.say(language, scenario.languages)
            elif re.search(r"time|hour|when|date|hora|heure", column.id):
                row[column.id] = f"{9 + 2 * place:02}:{chance.choice((0, 15, 30)):02}"
            else:
                row[column.id] = sentences[(place + number) % len(sentences)]
        rows.append(row)
    return rows
