"""How much of a severity is taken off, and what a person must look at."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import (
    SHRINKAGE_UNKNOWN,
    Caution,
    Shrinkage,
    adjust_severity,
    estimate_shrinkage,
)
from scoring.severity.fit import fit_severity
from tests.scoring.drills import unhurried
from tests.scoring.severity.test_fit import confident, connected
from tests.scoring.vectors import SHROUT_FLEISS, blocks, by_rater, by_unit, factors

STRICT = by_rater([[4, 5, 6, 7, 8, 9], [0, 1, 2, 3, 4, 5]])  # 4 apart, so 2 to each side


def severities(adjusted):
    return {one.rater: one.severity for one in adjusted.raters}


@unhurried
@given(blocks)
def test_in_a_complete_block_the_adjusted_mean_is_the_raw_mean(ratings):
    for unit in adjust_severity(ratings).units:
        assert unit.adjusted == unit.raw


@unhurried
@given(connected, st.randoms(use_true_random=False))
def test_additive_ratings_adjust_to_the_quality_that_made_them(ratings, random):
    quality = {unit: random.randint(0, 100) for unit in sorted({one.unit for one in ratings})}
    severity = {"r0": -3, "r1": 5, "r2": 0, "r3": 1}
    made = [Rating(one.unit, one.rater, quality[one.unit] + severity[one.rater]) for one in ratings]
    adjusted = adjust_severity(made)

    shift = {unit.adjusted - quality[unit.unit] for unit in adjusted.units}
    present = {severity[one.rater] for one in ratings}
    assert shift == {Fraction(sum(present), len(present))}


@unhurried
@given(confident, factors)
def test_a_severity_of_few_ratings_is_taken_off_in_part(ratings, shrinkage):
    for one in adjust_severity(ratings, shrinkage=shrinkage).raters:
        assert one.severity == one.estimate * one.ratings / (one.ratings + shrinkage)


@unhurried
@given(confident, factors, factors)
def test_an_adjusted_mean_is_that_of_ratings_less_what_is_taken_off(ratings, shrinkage, cap):
    adjusted = adjust_severity(ratings, shrinkage=shrinkage, cap=cap)
    off = severities(adjusted)
    for unit in adjusted.units:
        own = [one for one in ratings if one.unit == unit.unit]
        weight = sum(one.confidence for one in own)
        assert unit.adjusted == sum(one.confidence * (one.value - off[one.rater]) for one in own) / weight
        assert unit.raw == Fraction(sum(one.value for one in own), len(own))
        assert unit.ratings == len(own)
    assert all(abs(severity) <= cap for severity in off.values())


def test_shrinkage_and_cap_work_one_after_the_other():
    adjusted = adjust_severity(STRICT, shrinkage=2, cap=1)
    assert severities(adjust_severity(STRICT, shrinkage=2)) == {"rater 0": Fraction(3, 2), "rater 1": Fraction(-3, 2)}
    assert severities(adjusted) == {"rater 0": 1, "rater 1": -1}
    assert [one.estimate for one in adjusted.raters] == [2, -2]


def test_what_is_beyond_the_cap_is_for_a_person():
    assert adjust_severity(STRICT, cap=1).cautions == (
        Caution("severity_capped", "rater 0", {"estimate": 2, "cap": 1}),
        Caution("severity_capped", "rater 1", {"estimate": -2, "cap": 1}),
    )
    assert adjust_severity(STRICT, cap=2).cautions == ()


def test_fewer_than_six_ratings_are_said_to_be_few():
    few = [one for one in STRICT if one.rater == "rater 0" or one.unit != "unit 5"]
    assert adjust_severity(few).cautions == (Caution("few_ratings", "rater 1", {"ratings": 5, "least": 6}),)


def test_units_and_raters_come_in_code_point_order():
    adjusted = adjust_severity(list(reversed(STRICT)))
    assert [one.unit for one in adjusted.units] == [f"unit {n}" for n in range(6)]
    assert [one.rater for one in adjusted.raters] == ["rater 0", "rater 1"]


@pytest.mark.parametrize("wrong", ["shrinkage", "cap"])
def test_less_than_nothing_is_refused(wrong):
    with pytest.raises(ScoringError, match=f"negative_{wrong}"):
        adjust_severity(STRICT, **{wrong: -1})


def test_the_ratings_tell_how_much_to_shrink():
    # In a complete block with n units and k raters: EMS ÷ ((JMS − EMS) ÷ n).
    found = estimate_shrinkage(fit_severity(by_unit(SHROUT_FLEISS["ratings"])))
    noise, raters = SHROUT_FLEISS["EMS"], SHROUT_FLEISS["JMS"]
    assert found.estimated
    assert float(found.value) == pytest.approx(noise / ((raters - noise) / 6), rel=1e-3)


def test_additive_ratings_need_no_shrinking():
    assert estimate_shrinkage(fit_severity(STRICT)) == Shrinkage(Fraction(0), True)


@pytest.mark.parametrize(
    "rows",
    [
        [[1, 2, 3]],  # nobody to compare with
        [[1, "."], [2, 3]],  # nothing left to tell chance by
        [[1, 3], [3, 1]],  # no severity beyond chance
        [[1, 2], [1, 2]],  # no severity, and no chance
    ],
)
def test_where_the_ratings_do_not_tell_it_is_five(rows):
    assert estimate_shrinkage(fit_severity(by_rater(rows))) == Shrinkage(SHRINKAGE_UNKNOWN, False)
