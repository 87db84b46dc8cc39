"""When a third evaluator is asked, and who she is (rules.md 25)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.assignment.panel import Evaluator, Unit
from scoring.assignment.third import choose_third, third_needed
from tests.scoring.assignment.panels import everybody

UNIT = Unit("Azul", "03", "es")


@pytest.mark.parametrize(
    ("levels", "asked", "near_the_cut"),
    [
        ((3, 3), False, False),
        ((3, 2), False, True),
        ((1, 3), True, True),
        ((3, 0), True, True),
        ((None, 3), False, True),
        ((None, None), False, False),
        ((0,), False, False),
        ((0, 3, 3), False, False),
        ((), False, False),
    ],
)
def test_a_third_is_asked_where_two_differ_by_two_levels_or_by_anything_near_the_cut(levels, asked, near_the_cut):
    assert third_needed({"C1": levels}) == (("C1",) if asked else ())
    assert third_needed({"C1": levels}, near_cut=True) == (("C1",) if near_the_cut else ())


def test_all_criteria_that_are_too_far_apart_are_named_and_a_call_may_set_the_distance():
    ratings = {"C2": (0, 2), "C1": (3, 0), "C3": (1, 1)}
    assert third_needed(ratings) == ("C1", "C2")
    assert third_needed(ratings, apart=3) == ("C1",)


@given(st.lists(st.integers(0, 5), min_size=2, max_size=2))
def test_who_is_first_does_not_matter(levels):
    assert third_needed({"C": tuple(levels)}) == third_needed({"C": tuple(reversed(levels))})


def test_the_third_is_the_least_loaded_of_those_cleared_who_have_not_rated_it():
    panel = [
        *everybody(5),
        Evaluator("ines", frozenset({"pt"})),
        Evaluator("juana", frozenset({"es"}), frozenset({"Azul"})),
        Evaluator("karla", frozenset({"es"}), most=0),
    ]
    load = {"e00": 0, "e01": 1, "e02": 5, "e03": 4, "e04": 6}
    assert choose_third(panel, UNIT, ["e00", "e01"], load, "2026") == "e03"
    assert choose_third(panel, UNIT, [f"e0{each}" for each in range(5)], load, "2026") is None


@given(st.permutations(everybody(6)))
def test_equals_are_parted_by_the_seed_alone(panel):
    assert choose_third(panel, UNIT, [], {}, "2026") == choose_third(everybody(6), UNIT, [], {}, "2026")


def test_different_responses_do_not_all_fall_to_one():
    chosen = {choose_third(everybody(4), Unit("Azul", f"{each}", "es"), [], {}, "2026") for each in range(40)}
    assert chosen == {"e00", "e01", "e02", "e03"}
