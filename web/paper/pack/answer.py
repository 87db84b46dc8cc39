"""An answer sheet: the question as a form to be filled in with a pen."""

import math
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from web.markdown import to_html
from web.paper.pack.kit import seat_title
from web.paper.pack.subject import Subject
from web.paper.pack.timing import length_words
from web.words import N_, known_language, say

View = dict[str, Any]
TEXT, CHOOSE, CHOOSE_ALL = N_("Your team's text"), N_("Choose one"), N_("Choose all that fit")
WHY, OPTIONAL = N_("Why? A few words are enough."), N_("(optional)")
AT_MOST = N_("at most %(n)s words")
# Handwriting, on the width of the paper.
WORDS_A_LINE, FEWEST, MOST = 8, 4, 24
LINES, LINES_OF_FIELD, LINES_WHY = 14, 4, 6


def sheet_of(subject: Subject, ask: Mapping[str, Any], language: str) -> View:
    """Give the sheet of a question, *ask* being what a team reads of it: its parts in the order they are filled in."""
    spoken = known_language(language)
    return {
        "kind": ask["kind"], "prompt": to_html(ask["prompt"] or ""), "weight": ask["weight"],
        "due": length_words(timedelta(milliseconds=ask["due"])) if ask["due"] else None,
        "approve": seat_title(subject, ask["approve"], language) if ask["approve"] else None,
        "parts": [*_parts(ask, spoken), *([_why(ask, spoken)] if ask["rationale"] else [])],
    }  # fmt: skip


def _parts(ask: Mapping[str, Any], language: str) -> list[View]:
    match ask["kind"]:
        case "text":
            return [_lines(say(language, TEXT), ask["max_words"], LINES, language)]
        case "choice" | "choices":
            words = CHOOSE if ask["kind"] == "choice" else CHOOSE_ALL
            return [{"shape": "options", "label": say(language, words), "hint": None, "options": _labels(ask)}]
        case "form":
            return [_field(one, language) for one in ask["fields"]]
    return []


def _why(ask: Mapping[str, Any], language: str) -> View:
    return _lines(say(language, WHY), ask["max_words"], LINES_WHY, language)


def _field(field: Mapping[str, Any], language: str) -> View:
    label = field["label"] if field["required"] else f"{field['label']} {say(language, OPTIONAL)}"
    match field["kind"]:
        case "choice" | "choices":
            hint = CHOOSE if field["kind"] == "choice" else CHOOSE_ALL
            return {"shape": "options", "label": label, "hint": say(language, hint), "options": _labels(field)}
        case "table":
            columns = [one["label"] for one in field["columns"]]
            return {"shape": "table", "label": label, "hint": None, "columns": columns, "rows": field["rows"]}
        case "number" | "date":
            return {"shape": field["kind"], "label": label, "hint": None}
    return _lines(label, field["max_words"], LINES_OF_FIELD, language)


def _labels(asked: Mapping[str, Any]) -> list[str]:
    return [one["label"] for one in asked["options"]]


def _lines(label: str, most: int | None, usual: int, language: str) -> View:
    count = usual if most is None else min(max(math.ceil(most / WORDS_A_LINE) + 2, FEWEST), MOST)
    return {"shape": "lines", "label": label, "hint": say(language, AT_MOST, n=most) if most else None, "count": count}
