"""Whole-number equations solved exactly, so that neither order nor machine can change a digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Solution:
    """Hold the solution and the diagonal of the inverse, both as numerators over one *denominator*."""

    denominator: int
    numerators: tuple[int, ...]
    diagonal: tuple[int, ...]

    def inverse_at(self, place: int) -> Fraction:
        """Give one element of the inverse's diagonal."""
        return Fraction(self.diagonal[place], self.denominator)


def solve(matrix: Sequence[Sequence[int]], right: Sequence[int]) -> Solution:
    """Solve *matrix* · x = *right* for a symmetric positive definite matrix of whole numbers.

    Each division of the elimination leaves no remainder. Source: Bareiss 1968, *Sylvester's Identity and
    Multistep Integer-Preserving Gaussian Elimination*, in its Gauss–Jordan form.
    """
    size = len(matrix)
    rows = [[*row, right[i], *(int(i == j) for j in range(size))] for i, row in enumerate(matrix)]
    before = 1
    for k in range(size):
        pivot = rows[k][k]
        for i in range(size):
            if i != k:
                factor = rows[i][k]
                rows[i] = [(pivot * a - factor * b) // before for a, b in zip(rows[i], rows[k], strict=True)]
        before = pivot
    return Solution(
        denominator=before,
        numerators=tuple(row[size] for row in rows),
        diagonal=tuple(row[size + 1 + i] for i, row in enumerate(rows)),
    )
