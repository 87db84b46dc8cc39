"""The greatest total merit × seats, exact for merits of any number of decimals.

An optimiser's numbers have some fifteen digits. A total that needs more is written in digits of base 10,000 with
carries between them, and made greatest digit by digit from the top: then every number the optimiser meets is small.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from scoring.scoring_error import ScoringError
from scoring.selection.limits import Grants
from scoring.selection.model import Model
from scoring.selection.optimiser import Row, value_of

BASE = 10_000
# Up to here a sum of whole numbers is far from where floating point, or a tolerance of a millionth, could mistake it.
MOST_AT_ONCE = 100_000_000


@dataclass(frozen=True)
class Weights:
    """Hold merits as whole numbers, merit times *scale*, and how many *seats* there are to multiply them with."""

    of: tuple[int, ...]
    scale: int
    seats: int

    @property
    def fit_at_once(self) -> bool:
        """Say whether no total is too long to be made greatest in one piece."""
        return _bound(self.of, self.seats) <= MOST_AT_ONCE

    def total(self, grants: Grants) -> int:
        """Give Σ weight × seats."""
        return sum(weight * seats for weight, seats in zip(self.of, grants, strict=True))


def weights_of(merits: Sequence[int | Fraction], seats: int) -> Weights:
    """Give merits as whole numbers on the smallest scale that holds all of them."""
    exact = [Fraction(merit) for merit in merits]
    scale = lcm(*(merit.denominator for merit in exact))
    return Weights(tuple(int(merit * scale) for merit in exact), scale, seats)


def greatest_total(model: Model, weights: Weights) -> tuple[int, tuple[int, ...]] | None:
    """Give the greatest total a model allows, and a choice that has it; ``None`` where the model allows none."""
    total, values = 0, None
    for head in _add_digits(model, weights):
        values = model.best(head)
        if values is None:
            return None
        digit = value_of(head, values)
        model.rows.append(Row(head, digit, None))
        total = total * BASE + digit
    return None if values is None else (total, model.grants(values))


def surely_greatest_total(model: Model, weights: Weights) -> tuple[int, tuple[int, ...]]:
    """Give the same where the caller knows that there is a choice; raise ``ScoringError`` where none is found."""
    found = greatest_total(model, weights)
    if found is None:
        raise ScoringError("optimiser_failed", reason="contradictory")
    return found


def hold_total(model: Model, weights: Weights, total: int) -> None:
    """Hold a model to choices that have at least a total, which must be the greatest that there is."""
    heads = _add_digits(model, weights)
    for head in reversed(heads[1:]):
        total, digit = divmod(total, BASE)
        model.rows.append(Row(head, digit, None))
    model.rows.append(Row(heads[0], total, None))


def _add_digits(model: Model, weights: Weights) -> list[Mapping[int, int]]:
    """Give the digits of the total as sums of columns, the highest first; it alone may pass the base."""
    digits = [list(weights.of)]
    while _bound(digits[-1], weights.seats) > MOST_AT_ONCE:
        digits[-1:] = [[weight % BASE for weight in digits[-1]], [weight // BASE for weight in digits[-1]]]
    heads: list[Mapping[int, int]] = []
    carry: dict[int, int] = {}
    carried = 0
    for each in digits[:-1]:
        carried = (_bound(each, weights.seats) + carried) // BASE
        digit, over = model.add_column(0, BASE - 1), model.add_column(0, carried)
        summed = {**model.terms("seats", dict(enumerate(each))), **carry}
        model.rows.append(Row({**summed, digit: -1, over: -BASE}, 0, 0))
        heads.append({digit: 1})
        carry = {over: 1}
    heads.append({**model.terms("seats", dict(enumerate(digits[-1]))), **carry})
    return heads[::-1]


def _bound(weights: Sequence[int], seats: int) -> int:
    return max(weights, default=0) * seats
