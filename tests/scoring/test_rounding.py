"""The one rounding of a score (rules.md 26)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.rounding import two_decimals


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("75.1", "75.10"),
        ("74.005", "74.01"),
        ("74.0049999", "74.00"),
        ("2/3", "0.67"),
        ("100", "100.00"),
        ("0", "0.00"),
    ],
)
def test_half_goes_up_and_two_decimals_are_written(exact, rounded):
    assert str(two_decimals(Fraction(exact))) == rounded


def test_a_half_is_exact_where_binary_floats_would_lose_it():
    assert two_decimals(Fraction("1.005")) == Decimal("1.01")
