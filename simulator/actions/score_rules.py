"""The rules of score of one drill: set until the first rating is given, and published in the log (rules.md 25, 26)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from scenarios.rules_file import rules_of
from scoring.rules import DRAW, MOST_TIME_WEIGHT, TIE_WORDS
from simulator.actor import Actor
from simulator.reading.score_rules import has_ratings
from simulator.refusal import Refusal
from simulator.scene import Scene, open_scene
from simulator.score_rules import APPEAL_DAYS, APPLIED, NEVER, rules_digest, tie_of

MOST_RATINGS, MOST_APPEAL_DAYS, LONGEST_RANDOMNESS = 5, 60, 400
# Two are compared with a third; with four levels three are the most they can be apart.
MOST_APART = 10


def set_score_rules(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, ratings: int = 1, adjust: str = NEVER,
    time_weight: str = "0", ties: Sequence[str | Mapping[str, Sequence[str]]] = (), randomness: str | None = None,
    two_people: bool = False, appeal_days: int = APPEAL_DAYS, third: int = 2,
    calibration: Mapping[str, Any] | None = None,
) -> str:  # fmt: skip
    """Say what a drill's scenario leaves open about its score; gives the digest that the log now holds.

    In a stage of a programme its call has said it. *ties* are words, criteria, or ``{criteria: […]}``; *third* is how
    many levels apart two ratings ask for a third.
    """
    scene = open_scene(session, now, actor, drill_id)
    if scene.drill.stage is not None:
        raise Refusal("score_rules_by_call")
    if not rules_of(scene.scenario).injects:
        raise Refusal("drill_not_rated")
    told: dict[str, Any] = {
        "ratings": _within(ratings, 1, MOST_RATINGS, "ratings_outside"), "adjust": _adjust(adjust),
        "time_weight": _time_weight(time_weight), "ties": _ties(scene, ties), "two_people": two_people,
        "appeal_days": _within(appeal_days, 1, MOST_APPEAL_DAYS, "appeal_days_outside"),
        "third": {"levels": _within(third, 1, MOST_APART, "third_outside")},
    }  # fmt: skip
    if words := _randomness(told["ties"], randomness):
        told["randomness"] = words
    if calibration is not None:
        told["calibration"] = _calibration(calibration)
    return fix_score_rules(scene, told)


def fix_score_rules(scene: Scene, told: Mapping[str, Any]) -> str:
    """Keep rules of score with a drill and publish their digest; refused once a rating has been given."""
    if has_ratings(scene.session, scene.drill):
        raise Refusal("ratings_have_begun")
    scene.drill.score_rules = dict(told)
    digest = rules_digest(scene.drill)
    scene.tell("rules_published", digest=digest, rules=scene.drill.score_rules)
    return digest


def _within(number: int, least: int, most: int, code: str) -> int:
    if not least <= number <= most:
        raise Refusal(code, least=least, most=most)
    return number


def _adjust(told: str) -> str:
    if told not in (NEVER, APPLIED):
        raise Refusal("adjust_unknown", choices=f"{NEVER}, {APPLIED}")
    return told


def _time_weight(told: str) -> str:
    try:
        weight = Decimal(told)
    except InvalidOperation:
        raise Refusal("time_weight_outside", most=float(MOST_TIME_WEIGHT)) from None
    if not weight.is_finite() or not 0 <= Fraction(weight) <= MOST_TIME_WEIGHT:
        raise Refusal("time_weight_outside", most=float(MOST_TIME_WEIGHT))
    return str(weight)


def _ties(scene: Scene, told: Sequence[str | Mapping[str, Sequence[str]]]) -> list[Any]:
    rubric = scene.scenario.rubric
    criteria = set(rubric.criteria) if rubric else set()
    for step in told:
        tie = tie_of(step)
        named = set() if tie in TIE_WORDS else {tie} if isinstance(tie, str) else set(tie)
        if named - criteria or (not isinstance(tie, str) and not tie):
            raise Refusal("tie_unknown", tie=", ".join(sorted(named - criteria)), choices=", ".join(TIE_WORDS))
    if len({repr(step) for step in told}) < len(told):
        raise Refusal("tie_twice")
    return [step if isinstance(step, str) else {"criteria": list(step["criteria"])} for step in told]


def _randomness(ties: Sequence[Any], told: str | None) -> str | None:
    words = " ".join((told or "").split())
    if DRAW in ties and not words:
        raise Refusal("draw_needs_randomness")
    if len(words) > LONGEST_RANDOMNESS or not (not words or words.isprintable()):
        raise Refusal("randomness_too_long", longest=LONGEST_RANDOMNESS)
    return words or None


def _calibration(told: Mapping[str, Any]) -> dict[str, Any]:
    exact, least, off = told.get("exact", 60), told.get("least", 10), told.get("two_off", 0)
    if not all(isinstance(one, int) and not isinstance(one, bool) for one in (exact, least, off)):
        raise Refusal("calibration_outside")
    if not (0 <= exact <= 100 and 1 <= least <= 100 and 0 <= off <= least):
        raise Refusal("calibration_outside")
    return {"exact": exact, "least": least, "two_off": off}
