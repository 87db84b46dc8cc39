"""A score on one drill's scale, said on another's."""

from decimal import Decimal, getcontext, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.linking.equating import Scale, equate, scale_of
from scoring.scoring_error import ScoringError

A, B = Scale(Fraction(62), Fraction(10)), Scale(Fraction(70), Fraction(8))


def test_the_published_example():
    assert equate(78, B, A) == Decimal("72.00")


def test_the_mean_becomes_the_mean():
    assert equate(Decimal("70.00"), B, A) == Decimal("62.00")


def test_a_scale_is_mean_and_sample_standard_deviation():
    scale = scale_of([52, 58, 61, 64, 70, 75])
    assert scale.mean == Fraction(380, 6)
    # The T scores of the notes: 50 + 10·z within a session.
    standard = Scale(Fraction(50), Fraction(10))
    scores = [equate(score, scale, standard) for score in (52, 58, 61, 64, 70, 75)]
    assert scores == [Decimal(text) for text in ("36.32", "43.56", "47.18", "50.80", "58.05", "64.08")]


def test_the_digits_do_not_hang_on_who_calls():
    expected = scale_of([1, 2, 4])
    with localcontext() as context:
        context.prec = 3
        assert scale_of([1, 2, 4]) == expected
    assert getcontext().prec == 28


@pytest.mark.parametrize("scores", [[], [50]])
def test_fewer_than_two_scores_make_no_scale(scores):
    with pytest.raises(ScoringError) as refused:
        scale_of(scores)
    assert (refused.value.code, refused.value.parameters) == ("too_few_scores", {"count": len(scores)})


@pytest.mark.parametrize(("source", "target"), [(scale_of([50, 50]), A), (A, Scale(Fraction(50), Fraction(-1)))])
def test_scores_that_are_all_the_same_cannot_be_equated(source, target):
    with pytest.raises(ScoringError) as refused:
        equate(50, source, target)
    assert refused.value.code == "no_spread"


@given(st.integers(0, 100), st.integers(0, 100))
def test_order_stays(one, other):
    if one < other:
        assert equate(one, B, A) < equate(other, B, A)
    assert abs(equate(equate(one, B, A), A, B) - one) <= Decimal("0.01")
