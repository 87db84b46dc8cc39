"""How many raters it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement.icc import intraclass_correlations
from scoring.agreement.more_raters import raters_needed, reliability_of_mean
from scoring.scoring_error import ScoringError
from tests.scoring.drills import unhurried
from tests.scoring.vectors import SHROUT_FLEISS, VECTORS, by_unit

VECTOR = VECTORS["RT20_spearman_brown"]


def test_more_raters_come_to_what_is_published():
    one = intraclass_correlations(by_unit(SHROUT_FLEISS["ratings"])).forms["ICC21"].value

    assert round(one, 5) == VECTOR["icc21"]
    assert round(reliability_of_mean(one, 4), 4) == VECTOR["k4"] == SHROUT_FLEISS["ICC2k"]
    assert round(reliability_of_mean(one, 10), 4) == VECTOR["k10"]


def test_ten_such_judges_are_needed_to_rely_on_their_mean():
    assert round(raters_needed(VECTOR["icc21"], 0.8).value, 1) == 9.8


@unhurried
@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_as_many_as_are_needed_reach_what_is_wanted(reliability, wanted):
    needed = raters_needed(reliability, wanted).value
    assert reliability_of_mean(reliability, needed) == pytest.approx(wanted)


@pytest.mark.parametrize("reliability", [0, -0.4])
def test_no_number_helps_where_one_rater_tells_nothing(reliability):
    found = raters_needed(reliability, 0.8)
    assert (found.value, found.reason) == (None, "not_reliable")


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: raters_needed(0.5, 1),
        lambda: raters_needed(0.5, 0),
        lambda: raters_needed(1.5, 0.8),
        lambda: reliability_of_mean(-0.5, 3),
        lambda: reliability_of_mean(0.5, 0),
    ],
)
def test_nonsense_is_refused(nonsense):
    with pytest.raises(ScoringError, match="bad_reliability"):
        nonsense()
