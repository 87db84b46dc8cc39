"""What a bot answers: the model answer of its level, the options that are worth as much, a form filled in."""

from collections.abc import Sequence
from random import Random
from typing import Any

from injects.inject import Ask, Inject, Option
from injects.text import Text
from scenarios.scenario import Scenario
from simulator.bots.form_filling import fill_form


def answer(
    scenario: Scenario, inject: Inject, level: int, language: str, chance: Random, chosen: Sequence[str] = ()
) -> dict[str, Any]:
    """Give an answer worth *level* in a language; what is *chosen* stands, whatever it is worth."""
    ask = inject.ask
    if ask is None or ask.kind == "acknowledge":
        return {}
    top = len(scenario.levels) - 1
    prose = prose_of(scenario, inject, level, language)
    if ask.kind == "text":
        return {"text": shorten(prose, ask.max_words)}
    if ask.kind == "form":
        return {"fields": fill_form(scenario, ask.fields, level / top, language, prose, chance)}
    if ask.kind == "choice":
        content: dict[str, Any] = {"option": chosen[0] if chosen else _choice(ask.options, level, chance).id}
    else:
        content = {"options": list(chosen) or _choices(ask.options, level / top, top, chance)}
    if ask.rationale:
        content["rationale"] = shorten(prose, ask.max_words)
    return content


def draft_of(ask: Ask, content: dict[str, Any]) -> dict[str, Any]:
    """Give what stands there half-way: the first half of the words, nothing decided."""
    if ask.kind == "text":
        words = content["text"].split()
        return {"text": " ".join(words[: max(1, len(words) // 2)])}
    return {"fields": content["fields"]} if ask.kind == "form" else {}


def prose_of(scenario: Scenario, inject: Inject, level: int, language: str) -> str:
    """Give words worth *level*: the nearest model answer, else as much of what is expected, else the title."""
    ask = inject.ask
    if ask is not None and ask.benchmarks:
        return _say(min(ask.benchmarks, key=lambda one: abs(scenario.levels.index(one.level) - level)).text, language)
    share = round(len(inject.expected) * level / (len(scenario.levels) - 1))
    said = " ".join(_say(one, language) for one in inject.expected[:share])
    return said or _say(inject.title, language)


def _say(text: Text, language: str) -> str:
    return text.say(language, tuple(text.root))


def shorten(words: str, most: int | None) -> str:
    """Give as many words as the ask takes."""
    return words if most is None else " ".join(words.split()[:most])


def _choice(options: Sequence[Option], level: int, chance: Random) -> Option:
    nearest = min(abs(option.value - level) for option in options)
    return chance.choice([option for option in options if abs(option.value - level) == nearest])


def _choices(options: Sequence[Option], quality: float, top: int, chance: Random) -> list[str]:
    good = [option for option in options if option.value > 0]
    target = quality * min(top, sum(option.value for option in good))
    chosen: list[Option] = []
    for option in chance.sample(good, len(good)):
        if quality < 1 and sum(one.value for one in chosen) >= target:
            break
        chosen.append(option)
    if not chosen or not target:
        chosen = [min(options, key=lambda option: option.value)]
    return [option.id for option in options if option in chosen]
