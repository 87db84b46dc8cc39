"""What several evaluators' levels come to (rules.md 25)."""

from fractions import Fraction

import pytest

from scoring.agreement_of_levels import agreed_level


@pytest.mark.parametrize(
    ("levels", "agreed"),
    [
        ((2,), Fraction(2)),
        ((1, 2), Fraction(3, 2)),
        ((0, 3, 2), Fraction(2)),
        ((3, 0, 1, 2), Fraction(3, 2)),
        ((0, 0, 3, 3, 1), Fraction(1)),
    ],
)
def test_one_counts_two_meet_halfway_and_from_three_on_the_middle_one_does(levels, agreed):
    assert agreed_level(levels) == agreed


def test_who_did_not_observe_has_no_say():
    assert agreed_level((None, 3)) == 3
    assert agreed_level((1, None, 2)) == Fraction(3, 2)


def test_nobody_observed_means_no_level_rather_than_the_lowest():
    assert agreed_level((None, None)) is None
    assert agreed_level(()) is None


def test_the_published_example_of_three_takes_the_median_not_the_closest_two():
    assert agreed_level((60, 80, 76)) == 76
