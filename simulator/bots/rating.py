"""How a bot evaluator rates: the level that the team aimed at, now and then one beside it, and words that quote."""

from typing import Any

from injects.inject import Inject
from scenarios.scenario import Scenario
from simulator.bots.dice import dice
from simulator.desk.quoting import texts_of

OFTEN = 0.2
QUOTED_WORDS = 12


def level_given(aimed: int, top: int, seed: str, evaluator: int, team: int, inject: str, criterion: str) -> int:
    """Give a level, 0…*top*: as aimed at, or one beside it in one case of five."""
    chance = dice(seed, "evaluator", evaluator, team, inject, criterion)
    off = chance.choice((-1, 1)) if chance.random() < OFTEN else 0
    return min(top, max(0, aimed + off))


def sentence_given(
    scenario: Scenario, inject: Inject, criterion: str, level: int, content: dict[str, Any], language: str
) -> str:
    """Give the sentence that the lowest and the highest level need: words of the response beside the anchor's."""
    if scenario.rubric is None or 0 < level < len(scenario.levels) - 1:
        return ""
    anchor = scenario.rubric.criteria[criterion].levels[scenario.levels[level]].say(language, scenario.languages)
    words = max(texts_of(content), key=lambda text: len(text.split()), default="").split()
    quote = " ".join(words[:QUOTED_WORDS]) + (" …" if len(words) > QUOTED_WORDS else "")
    return f"“{quote}”: {anchor}"[:1000] if quote else anchor[:1000]
