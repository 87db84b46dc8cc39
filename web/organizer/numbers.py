"""Numbers as the reader's language writes them."""

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from scoring.rounding import two_decimals
from web.words import LOCALES


def number(value: int | Decimal | Fraction, language: str) -> str:
    """Write a whole number as it is, any other with two decimals."""
    if isinstance(value, Fraction):
        value = int(value) if value.denominator == 1 else two_decimals(value)
    pattern = "#,##0.00" if isinstance(value, Decimal) else "#,##0"
    return str(format_decimal(value, pattern, locale=LOCALES[language]))


def coefficient(value: float, language: str) -> str:
    """Write a coefficient such as alpha with the three decimals that its thresholds have."""
    return str(format_decimal(value, "0.000", locale=LOCALES[language]))


def percent(share: Fraction, language: str) -> str:
    """Write 0…1 in percent with two decimals, without the sign."""
    return number(two_decimals(100 * share), language)
