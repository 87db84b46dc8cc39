"""Whole-number equations, solved to the last digit."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.severity.exact_system import solve
from tests.scoring.drills import unhurried


def positive_definite(rows):
    """Give a symmetric positive definite matrix: rows times themselves, and one more on the diagonal."""
    return [[sum(a * b for a, b in zip(x, y, strict=True)) + (x is y) for y in rows] for x in rows]


systems = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.lists(st.integers(-9, 9), min_size=size, max_size=size), min_size=size, max_size=size).map(
            positive_definite
        ),
        st.lists(st.integers(-99, 99), min_size=size, max_size=size),
    )
)


@unhurried
@given(systems)
def test_a_solution_put_in_gives_the_right_side(system):
    matrix, right = system
    solved = solve(matrix, right)
    for row, wanted in zip(matrix, right, strict=True):
        assert sum(a * x for a, x in zip(row, solved.numerators, strict=True)) == wanted * solved.denominator


@unhurried
@given(systems)
def test_the_inverse_is_that_of_solving_for_each_unit_vector(system):
    matrix, _ = system
    size = len(matrix)
    for place in range(size):
        one = solve(matrix, [int(place == i) for i in range(size)])
        assert one.inverse_at(place) == Fraction(one.numerators[place], one.denominator)
