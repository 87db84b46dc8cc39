"""How good a response is (rules.md 24)."""

from fractions import Fraction

import pytest

from scoring.quality import option_quality, qualities_by_criterion, rated_quality, with_rationale
from scoring.rubric import Criterion, Rubric

RUBRIC = Rubric(
    levels=("U", "M", "S", "P"),
    criteria={"C1": Criterion(25), "C2": Criterion(75), "C0": Criterion(0)},
)


@pytest.mark.parametrize(("value", "quality"), [(0, 0), (1, Fraction(1, 3)), (3, 1), (-2, 0), (7, 1)])
def test_an_option_gives_its_value_of_the_top_and_a_sum_is_clamped(value, quality):
    assert option_quality(value, 3) == quality


def test_criteria_weigh_by_their_weights():
    rated = qualities_by_criterion({"C1": (3,), "C2": (0, 2)}, RUBRIC.top)
    assert rated == {"C1": 1, "C2": Fraction(1, 3)}
    assert rated_quality(rated, RUBRIC) == Fraction(25 + 25, 100)


def test_a_criterion_nobody_observed_leaves_both_sides_of_the_mean():
    rated = qualities_by_criterion({"C1": (None, None), "C2": (3, None)}, RUBRIC.top)
    assert rated_quality(rated, RUBRIC) == 1


def test_without_an_observed_criterion_there_is_no_quality():
    assert rated_quality({}, RUBRIC) is None
    assert rated_quality({"C0": Fraction(1)}, RUBRIC) is None


def test_a_rationale_is_half_of_it():
    assert with_rationale(Fraction(1), Fraction(1, 3)) == Fraction(2, 3)


def test_a_rationale_nobody_observed_leaves_the_option_alone():
    assert with_rationale(Fraction(1, 3), None) == Fraction(1, 3)


def test_a_level_has_the_value_of_its_place():
    assert [RUBRIC.value(level) for level in RUBRIC.levels] == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="not in"):
        RUBRIC.value("X")
