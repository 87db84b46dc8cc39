"""The cut, and the one effect of being statistically tied at it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.band import cut_of, order_with_band
from scoring.places import Contender
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError

RUBRIC = Rubric(("0", "1", "2"), {"need": Criterion(1), "plan": Criterion(1)})


def rules(*ties, randomness=None):
    return Rules(RUBRIC, {"application": InjectRule(1, ("need", "plan"))}, ties=ties, randomness=randomness)


def contender(team, score, need=0, plan=0):
    halves = {"need": Fraction(need, 2), "plan": Fraction(plan, 2)}
    return Contender(team, Decimal(score), Decimal(score), halves)


@pytest.mark.parametrize(
    ("seats", "cut"), [(20, None), (12, None), (11, "80.00"), (10, "80.00"), (7, "80.00"), (6, "90.00"), (3, None)]
)
def test_the_cut_is_the_score_of_the_last_whom_the_seats_reach_whole(seats, cut):
    called = [(Decimal("90.00"), 4), (Decimal("80.00"), 3), (Decimal("70.00"), 5)]

    assert cut_of(called, seats) == (None if cut is None else Decimal(cut))


def test_without_a_band_the_score_orders_and_the_tie_order_parts_equals():
    three = [contender("a", "70.00", need=1), contender("b", "70.00", need=2), contender("c", "80.00")]

    assert order_with_band(rules("need"), three, ()) == {"c": 1, "b": 2, "a": 3}


def test_inside_the_band_the_tie_order_decides_and_nobody_outside_moves():
    five = [
        contender("a", "90.00"), contender("b", "80.00", need=0), contender("c", "79.00", need=2),
        contender("d", "78.00", need=1), contender("e", "77.00", need=2),
    ]  # fmt: skip

    order = order_with_band(rules("need"), five, {"b", "c"})

    assert order == {"a": 1, "c": 2, "b": 3, "d": 4, "e": 5}


def test_who_is_tied_without_being_neighbours_keeps_the_places_held_among_them():
    four = [
        contender("a", "80.00", need=0), contender("b", "79.00", need=2), contender("c", "78.00", need=2),
        contender("d", "70.00"),
    ]  # fmt: skip

    assert order_with_band(rules("need"), four, ("a", "c")) == {"c": 1, "b": 2, "a": 3, "d": 4}


def test_equals_to_the_last_are_drawn_also_where_no_draw_was_announced():
    both = [contender("a", "80.00"), contender("b", "80.00")]

    drawn = order_with_band(rules(randomness="9.18.26./"), both, ())

    assert drawn == order_with_band(rules("draw", randomness="9.18.26./"), both, ())
    assert sorted(drawn.values()) == [1, 2]
    with pytest.raises(ScoringError) as caught:
        order_with_band(rules("need"), both, ())
    assert caught.value.code == "missing_randomness"
