"""Numbers as each language writes them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from web.organizer.numbers import coefficient, number, percent


@pytest.mark.parametrize(
    ("language", "alpha", "score", "thousand"),
    [
        ("es", "0.667", "86.75", "1,234"),
        ("pt", "0,667", "86,75", "1.234"),
        ("en", "0.667", "86.75", "1,234"),
        ("fr", "0,667", "86,75", "1\u202f234"),
    ],
)
def test_each_language_has_its_own_signs(language, alpha, score, thousand):
    assert coefficient(2 / 3, language) == alpha
    assert number(Decimal("86.75"), language) == score
    assert number(1234, language) == thousand
    assert percent(Fraction(3470, 4000), language) == score
