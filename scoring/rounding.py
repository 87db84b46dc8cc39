"""The one rounding of a score: exact fractions become percent with two decimals, half up (rules.md 26)."""

from decimal import Decimal
from fractions import Fraction
from math import floor


def two_decimals(exact: Fraction) -> Decimal:
    """Round half up to two decimals; what lies below zero goes up at the half as well."""
    return Decimal(floor(exact * 100 + Fraction(1, 2))).scaleb(-2)
