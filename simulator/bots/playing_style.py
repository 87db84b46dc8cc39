"""How well a bot team plays: the level it aims at with each inject, by its style and its dice."""

from typing import Literal, get_args

from simulator.bots.dice import dice

Style = Literal["best", "worst", "random", "silent", "cover", "mixed"]
STYLES: tuple[Style, ...] = get_args(Style)
# In a mixed team, how often a draft is left lying until the deadline takes it over.
FORGETFUL = 0.05


def level_of(style: Style, seed: str, team: int, inject: str, top: int) -> int:
    """Give the level, 0…*top*, of the answer that the team at a place gives to an inject."""
    match style:
        case "best":
            return top
        case "worst" | "silent":
            return 0
        case "mixed":
            skill = dice(seed, team, "skill").uniform(0.45, 0.85)
            return round(top * min(1.0, max(0.0, dice(seed, team, inject, "level").gauss(skill, 0.25))))
    return dice(seed, team, inject, "level").randint(0, top)


def forgets(style: Style, seed: str, team: int, inject: str) -> bool:
    """Say whether the team writes its answer and does not send it."""
    return style == "mixed" and dice(seed, team, inject, "forgets").random() < FORGETFUL
