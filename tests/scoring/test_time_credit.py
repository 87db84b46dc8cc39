"""What answering in time is worth (rules.md 26)."""

from fractions import Fraction

import pytest

from scoring.time_credit import reaches_credit, time_credit

MINUTE = 60


@pytest.mark.parametrize(
    ("minutes", "credit"),
    [
        ("0", "1"),
        ("4", "1"),
        ("5", "1"),
        ("10", ".75"),
        ("12.5", ".625"),
        ("15", ".5"),
        ("16", ".5"),
        ("16.1", "0"),
    ],
)
def test_the_published_points_of_the_curve(minutes, credit):
    assert time_credit(Fraction(minutes) * MINUTE, 15 * MINUTE, 5 * MINUTE) == Fraction(credit)


def test_without_a_target_it_is_a_third_of_the_deadline():
    assert time_credit(300, 900) == 1
    assert time_credit(301, 900) < 1


def test_a_target_at_or_past_the_deadline_gives_full_credit_until_the_deadline():
    for target in (900, 1000):
        assert time_credit(900, 900, target) == 1
        assert time_credit(901, 900, target) == Fraction(1, 2)


def test_an_ask_due_at_once_has_only_its_grace():
    assert [time_credit(seconds, 0) for seconds in (0, 1, 60, 61)] == [1, Fraction(1, 2), Fraction(1, 2), 0]


def test_speed_counts_from_the_second_lowest_level_on():
    assert reaches_credit(Fraction(1, 3), 3)
    assert not reaches_credit(Fraction(1, 3) - Fraction(1, 10**9), 3)
