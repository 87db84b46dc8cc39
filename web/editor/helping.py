"""Help with conditions: what they mean in plain words, and all that one can be made of."""

from collections.abc import Mapping
from typing import Any

from web.editor.forms.choices import Choices
from web.editor.listing import words_of_condition
from web.facilitator.conditions import CALLS
from web.words import N_, say

FLAGS, ANSWERS = N_("Flags"), N_("What became of an inject")
NAMED = N_("%(id)s “%(title)s”")
# A list that nobody can look through helps nobody.
MOST = 400


def condition_help(raw: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    """Give the meaning of an inject's condition, and the pieces of new ones by group."""
    flags = [(name, f"{words} ({name})") for name, words in choices.of("flags")]
    answers: list[tuple[str, str]] = []
    for id, one in choices.injects():
        if id != raw.get("id") and len(answers) < MOST:
            answers += _of_inject(id, one, choices)
    groups = [(say(choices.language, FLAGS), flags), (say(choices.language, ANSWERS), answers)]
    return {"means": words_of_condition(raw.get("if"), choices), "atoms": [group for group in groups if group[1]]}


def _of_inject(id: str, one: Mapping[str, Any], choices: Choices) -> list[tuple[str, str]]:
    title, ask = choices.words(one.get("title")), one.get("ask")
    told = [("delivered", [id])]
    if isinstance(ask, dict):
        told += [("answered", [id]), ("lapsed", [id])]
        options = ask.get("options")
        listed = options if isinstance(options, list) else []
        told += [("chose", [id, str(option.get("id", ""))]) for option in listed if isinstance(option, dict)]
    found = []
    for function, arguments in told:
        quoted = ", ".join(f'"{one}"' for one in arguments)
        written = f"{function}({quoted})"
        inject = say(choices.language, NAMED, id=id, title=title)
        words = say(choices.language, CALLS[function], inject=inject, option=arguments[-1])
        found.append((written, words))
    return found
