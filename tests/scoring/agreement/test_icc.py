"""The six intraclass correlations of Shrout and Fleiss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement.icc import FORMS, intraclass_correlations
from scoring.rating import Rating
from tests.scoring.drills import unhurried
from tests.scoring.vectors import SHROUT_FLEISS, blocks, by_rater, by_unit, factors, mapped, renamed


def forms(ratings):
    return {name: one.reason or one.value for name, one in intraclass_correlations(ratings).forms.items()}


def test_all_figures_are_as_published():
    found = intraclass_correlations(by_unit(SHROUT_FLEISS["ratings"]))
    squares = found.squares

    assert {name: round(one.value, 4) for name, one in found.forms.items()} == {f: SHROUT_FLEISS[f] for f in FORMS}
    mean_squares = {"BMS": squares.bms, "WMS": squares.wms, "JMS": squares.jms, "EMS": squares.ems}
    ratios = {"F11": squares.f_one_way, "F21": squares.f_two_way}
    for name, value in (mean_squares | ratios).items():
        assert round(float(value), 4) == SHROUT_FLEISS[name]
    assert (squares.units, squares.raters) == (6, 4)


@unhurried
@given(blocks, st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(ratings, random):
    shuffled = renamed(ratings)
    random.shuffle(shuffled)
    assert forms(shuffled) == forms(ratings)


@unhurried
@given(blocks, factors, factors)
def test_the_scale_does_not_matter(ratings, factor, shift):
    assert forms(mapped(ratings, lambda one: factor * one.value - shift)) == forms(ratings)


@unhurried
@given(blocks)
def test_a_figure_is_no_more_than_one_or_has_a_reason(ratings):
    for value in forms(ratings).values():
        assert value in ("no_variance", "no_variance_of_units", "negative_variance") or value <= 1


@unhurried
@given(st.lists(st.integers(0, 9), min_size=2, max_size=6, unique=True), st.integers(2, 4))
def test_perfect_agreement_is_one_in_each_form(values, raters):
    found = intraclass_correlations(by_rater([values] * raters))
    assert {one.value for one in found.forms.values()} == {1}
    assert found.squares.f_one_way is None
    assert found.squares.f_two_way is None


def test_raters_who_differ_in_severity_alone_agree_in_the_third_form_only():
    found = forms(by_rater([[1, 2, 3], [3, 4, 5]]))
    assert found["ICC31"] == found["ICC3k"] == 1
    assert found["ICC21"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "no_ratings"),
        ([[1, 2, 3]], "one_rater"),
        ([[1], [2]], "one_unit"),
        (["ab", "ba"], "not_numbers"),
        ([[1, "."], [2, 3]], "incomplete_block"),
        ([[2, 2], [2, 2]], "no_variance"),
    ],
)
def test_without_a_block_that_varies_no_form_has_a_figure(rows, reason):
    found = intraclass_correlations(by_rater(rows))
    assert {(one.value, one.reason) for one in found.forms.values()} == {(None, reason)}
    assert found.squares is None


def test_a_hole_in_the_block_is_counted():
    found = intraclass_correlations([Rating("a", "Edo", 1), Rating("b", "Edo", 2), Rating("b", "Eun", 2)])
    assert found.forms["ICC11"].facts == {"missing": 1, "of": 4}


def test_a_single_form_may_be_undefined():
    assert forms(by_rater([[1, 1], [3, 3]])) == {
        "ICC11": -1, "ICC21": 0, "ICC31": "no_variance_of_units",
        "ICC1k": "no_variance_of_units", "ICC2k": 0, "ICC3k": "no_variance_of_units",
    }  # fmt: skip
    assert forms(by_rater([[0, 4, 2], [4, 0, 2]]))["ICC2k"] == "negative_variance"
