"""What no rules of a score may say."""

from fractions import Fraction

import pytest

from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError

RUBRIC = Rubric(levels=("U", "M", "S", "P"), criteria={"C1": Criterion(1)})
TEXT = InjectRule(weight=1, criteria=("C1",), due=360)


def test_the_defaults_are_one_rating_no_time_and_shared_places():
    rules = Rules(RUBRIC, {"01": TEXT})
    assert (rules.ratings_needed, rules.time_weight, rules.ties, rules.penalties) == (1, 0, (), {})


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("too_few_levels", {"rubric": Rubric(("U",), RUBRIC.criteria)}),
        ("time_weight_outside", {"time_weight": Fraction("0.21")}),
        ("time_weight_outside", {"time_weight": Fraction(-1, 100)}),
        ("too_few_ratings_needed", {"ratings_needed": 0}),
        ("negative_number", {"injects": {"01": InjectRule(weight=-1)}}),
        ("negative_number", {"injects": {"01": InjectRule(weight=1, due=-1)}}),
        ("negative_number", {"injects": {"01": InjectRule(weight=1, due=1, target=-1)}}),
        ("negative_number", {"penalties": {"Azul": Fraction(-1)}}),
        ("negative_number", {"rubric": Rubric(RUBRIC.levels, {"C1": Criterion(-1)})}),
        ("unknown_criterion", {"injects": {"01": InjectRule(weight=1, criteria=("C9",))}}),
        ("unknown_criterion", {"ties": ("C9",)}),
        ("unknown_criterion", {"ties": (("C1", "C9"),)}),
    ],
)
def test_what_would_break_a_score_is_refused(code, changed):
    with pytest.raises(ScoringError) as refused:
        Rules(**({"rubric": RUBRIC, "injects": {"01": TEXT}} | changed))
    assert refused.value.code == code


def test_the_words_of_a_tie_order_are_no_criteria():
    assert Rules(RUBRIC, {}, ties=("quality", "C1", ("C1",), "lowest", "draw")).ties[0] == "quality"
