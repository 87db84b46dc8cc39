"""What is wrong with who rates what, and why a figure is missing, in words."""

from collections.abc import Mapping
from typing import Any

from web.words import N_, say

LET_IN_WORDS: Mapping[str, str] = {
    "experienced": N_("She has rated with this rubric before"),
    "trained_here": N_("She was trained in person"),
    "too_few_anchors": N_("The scenario has too few model answers"),
    "no_time": N_("There is no time left for another round"),
}
PROBLEMS: Mapping[str, str] = {
    "language_short": N_(
        "%(language)s: cleared evaluators who read it: %(count)s; there should be at least %(least)s."
    ),
    "team_short": N_("%(team)s: evaluators who may rate it: %(count)s; needed: %(needed)s."),
    "unit_short": N_("%(team)s, inject %(inject)s: evaluators assigned: %(count)s of %(needed)s."),
    "in_pieces": N_("Evaluators fall into groups that share no response: %(pieces)s. Severity cannot be compared."),
    "without_units": N_("%(evaluator)s has nothing to rate."),
    "overload": N_("%(evaluator)s has %(units)s responses, more than her %(most)s."),
    "heavy_load": N_("%(evaluator)s has %(units)s responses, more than twice the mean."),
    "few_partners": N_("%(evaluator)s shares responses with only %(partners)s."),
    "pair_repeated": N_("%(evaluators)s rate %(units)s of %(of)s responses together."),
}
# Why there is no figure.
REASONS: Mapping[str, str] = {
    "no_ratings": N_("nothing has been rated yet"),
    "one_rater": N_("only one evaluator has rated"),
    "one_unit": N_("only one response was rated by all"),
    "no_unit_twice": N_("no response was rated by two"),
    "no_variance": N_("all levels are the same"),
    "no_variance_of_units": N_("the responses do not differ"),
    "negative_variance": N_("there are too few ratings to estimate it"),
    "negative_value": N_("a value is below zero"),
    "not_numbers": N_("values are no numbers"),
    "incomplete_block": N_("no two responses were rated by every evaluator"),
    "not_two_raters": N_("it is for exactly two evaluators"),
    "nominal_scale": N_("the scale has no order"),
    "not_reliable": N_("the ratings agree no more than chance"),
}


def problem_words(problem: Mapping[str, Any], language: str, languages: Mapping[str, str]) -> str:
    """Say one problem of an assignment."""
    told = dict(problem["parameters"])
    if "language" in told:
        told["language"] = languages.get(told["language"], told["language"])
    if "pieces" in told:
        told["pieces"] = " | ".join(", ".join(piece) for piece in told["pieces"])
    for name in ("partners", "evaluators"):
        if isinstance(told.get(name), list):
            told[name] = ", ".join(told[name])
    words = PROBLEMS[problem["code"]]
    return say(language, words, **told)


def reason_words(reason: str) -> str:
    """Say why a figure is missing."""
    return REASONS[reason]
