"""Severity told from quality: exact, on any connected design."""

from fractions import Fraction
from math import sqrt
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from scoring.severity.fit import fit_severity
from scoring.severity.graph import groups_of
from tests.scoring.drills import unhurried
from tests.scoring.vectors import SHROUT_FLEISS, blocks, by_rater, by_unit, factors, mapped, renamed, some_ratings

connected = some_ratings.filter(lambda ratings: len(groups_of(ratings)) == 1)
confident = st.tuples(connected, st.randoms(use_true_random=False)).map(
    lambda both: [Rating(one.unit, one.rater, one.value, both[1].randint(1, 3)) for one in both[0]]
)


def residuals(ratings, fit):
    """Give rating − unit − severity, with each unit's own best quality."""
    left = {}
    for unit in {one.unit for one in ratings}:
        own = [one for one in ratings if one.unit == unit]
        free = [one.confidence * (one.value - fit.severity[one.rater]) for one in own]
        quality = sum(free, Fraction(0)) / sum(one.confidence for one in own)
        left |= {one: one.value - quality - fit.severity[one.rater] for one in own}
    return left


@unhurried
@given(confident)
def test_no_other_severity_fits_better(ratings):
    # Least squares is where what is left over balances, for each rater as for each unit.
    fit = fit_severity(ratings)
    left = residuals(ratings, fit)
    for rater in fit.severity:
        assert sum(one.confidence * left[one] for one in ratings if one.rater == rater) == 0
    assert sum(fit.severity.values()) == 0


@unhurried
@given(confident)
def test_what_is_left_over_is_summed_per_rater(ratings):
    fit = fit_severity(ratings)
    mean = Fraction(sum(one.confidence for one in ratings), len(ratings))
    for rater, squares in fit.squares.items():
        own = (one.confidence * left**2 for one, left in residuals(ratings, fit).items() if one.rater == rater)
        assert squares == sum(own) / mean
    assert fit.freedom == len(ratings) - len({one.unit for one in ratings}) - len(fit.severity) + 1
    assert fit.freedom or set(fit.squares.values()) == {0}


@unhurried
@given(connected, st.randoms(use_true_random=False))
def test_what_is_additive_is_told_apart_exactly(ratings, random):
    raters = sorted({one.rater for one in ratings})
    severity = {rater: Fraction(random.randint(-30, 30), 7) for rater in raters}
    mean = sum(severity.values()) / len(raters)
    quality = {one.unit: random.randint(0, 100) for one in ratings}
    fit = fit_severity(mapped(ratings, lambda one: quality[one.unit] + severity[one.rater]))

    assert fit.severity == {rater: severity[rater] - mean for rater in raters}
    assert not any(fit.squares.values())


@unhurried
@given(confident, st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(ratings, random):
    fit = fit_severity(ratings)
    shuffled = renamed(ratings)
    random.shuffle(shuffled)
    again = fit_severity(shuffled)

    assert again.severity == {rater[::-1]: b for rater, b in fit.severity.items()}
    assert again.spread == {rater[::-1]: spread for rater, spread in fit.spread.items()}
    assert again.squares == {rater[::-1]: squares for rater, squares in fit.squares.items()}


@unhurried
@given(confident, st.integers(2, 9))
def test_only_the_ratios_of_confidences_count(ratings, factor):
    surer = [Rating(one.unit, one.rater, one.value, one.confidence * factor) for one in ratings]
    fit, again = fit_severity(ratings), fit_severity(surer)
    assert (again.severity, again.squares, again.spread) == (fit.severity, fit.squares, fit.spread)


@unhurried
@given(connected, factors, factors)
def test_severity_is_in_the_unit_of_the_ratings(ratings, factor, shift):
    fit = fit_severity(ratings)
    moved = fit_severity(mapped(ratings, lambda one: factor * one.value - shift))
    assert moved.severity == {rater: factor * b for rater, b in fit.severity.items()}


@unhurried
@given(blocks)
def test_in_a_complete_block_severity_is_the_rater_s_mean_less_everybody_s(ratings):
    fit = fit_severity(ratings)
    everybody = Fraction(sum(one.value for one in ratings), len(ratings))
    for rater, severity in fit.severity.items():
        own = [one.value for one in ratings if one.rater == rater]
        assert severity == Fraction(sum(own), len(own)) - everybody


def test_the_published_table_has_the_severity_and_error_of_its_variance_analysis():
    fit = fit_severity(by_unit(SHROUT_FLEISS["ratings"]))
    error = sqrt(SHROUT_FLEISS["EMS"] / 6 * (1 - 1 / 4))

    assert [round(float(b), 4) for b in fit.severity.values()] == [2.375, -2.7917, -0.9583, 1.375]
    assert round(float(fit.residual_variance), 4) == SHROUT_FLEISS["EMS"]
    assert [fit.standard_error(rater) for rater in fit.severity] == [pytest.approx(error, rel=1e-4)] * 4


def test_where_every_rating_is_needed_there_is_no_error():
    fit = fit_severity(by_rater([[1, "."], [2, 3]]))
    assert (fit.freedom, fit.residual_variance, fit.standard_error("rater 0")) == (0, None, None)


def test_a_rater_alone_is_neither_strict_nor_lenient():
    fit = fit_severity(by_rater([[1, 2, 3]]))
    assert fit.severity == {"rater 0": 0}
    assert fit.standard_error("rater 0") is None


def test_a_surer_rating_weighs_more():
    ratings = [Rating("a", "Edo", 0, 3), Rating("a", "Eun", 2), Rating("b", "Edo", 0), Rating("b", "Eun", 6)]
    # Units weigh by what their two ratings can tell of the difference: 3·1/4 and 1·1/2.
    assert fit_severity(ratings).severity["Eun"] == (Fraction(3, 4) * 2 + Fraction(1, 2) * 6) / Fraction(5, 4) / 2


@pytest.mark.parametrize(
    ("ratings", "code"),
    [
        ([], "no_ratings"),
        ([Rating("u", "Edo", 1, 0)], "confidence_too_small"),
        ([Rating("u", "Edo", "S")], "value_not_number"),
        ([Rating("u", "Edo", 1), Rating("u", "Edo", 2)], "unit_rated_twice"),
    ],
)
def test_nonsense_is_refused(ratings, code):
    with pytest.raises(ScoringError) as refused:
        fit_severity(ratings)
    assert refused.value.code == code


def test_a_thousand_units_and_thirty_raters_take_no_second():
    random = Random(3)
    raters = [f"r{n:02}" for n in range(30)]
    ratings = [
        Rating(f"u{n}", rater, random.randint(0, 100)) for n in range(1000) for rater in random.sample(raters, 3)
    ]

    begun = process_time()
    fit_severity(ratings)
    assert process_time() - begun < 1
