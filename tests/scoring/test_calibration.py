"""The gate before the first rating: sixty in a hundred exact over ten or more, none two levels off."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.calibration import Gate, calibrate
from scoring.finding import Finding
from scoring.scoring_error import ScoringError


def levels(*values):
    """Give levels on one criterion of responses 0, 1, …"""
    return {(f"benchmark {number:02}", "C1"): value for number, value in enumerate(values)}


REFERENCE = levels(0, 1, 2, 3, 0, 1, 2, 3, 1, 2)


def hers(**changes):
    """Give the reference's levels, but for those of the responses named, as in ``r03=2``."""
    return {**REFERENCE, **{(f"benchmark {name[1:]}", "C1"): level for name, level in changes.items()}}


def test_who_reads_the_rubric_as_the_reference_does_passes():
    found = calibrate(REFERENCE, REFERENCE)
    assert (found.passed, found.compared, found.exact, found.share, found.lean) == (True, 10, 10, 1, 0)
    assert (found.far, found.open, found.missing) == ((), (), ())


def test_six_of_ten_are_enough_and_five_are_not():
    six = calibrate(REFERENCE, hers(r00=1, r01=2, r02=3, r03=2))
    assert (six.passed, six.share, six.lean) == (True, Fraction(3, 5), Fraction(1, 5))
    five = calibrate(REFERENCE, hers(r00=1, r01=2, r02=3, r03=2, r04=1))
    assert five.missing == (Finding("too_few_exact", {"exact": 5, "needed": 6, "compared": 10}),)


def test_one_level_that_is_two_off_stops_her_and_is_named():
    found = calibrate(REFERENCE, hers(r03=1))
    assert (found.passed, found.far, found.lean) == (False, (("benchmark 03", "C1"),), Fraction(-1, 5))
    assert found.missing == (Finding("too_far_off", {"places": found.far, "most": 0}),)


def test_fewer_than_ten_do_not_tell_and_what_is_open_is_named():
    nine = {place: level for place, level in REFERENCE.items() if place != ("benchmark 04", "C1")}
    found = calibrate(REFERENCE, nine)
    assert found.open == (("benchmark 04", "C1"),)
    assert found.missing == (Finding("too_few_compared", {"compared": 9, "least": 10}),)


def test_before_the_first_level_nothing_is_known():
    found = calibrate(REFERENCE, {})
    assert (found.share, found.lean, found.compared) == (None, None, 0)
    assert [finding.code for finding in found.missing] == ["too_few_compared"]


def test_not_observed_is_not_exact_and_no_number_of_levels_off():
    found = calibrate(REFERENCE, hers(r00=None))
    assert (found.compared, found.exact, found.far, found.lean, found.passed) == (10, 9, (), 0, True)
    assert calibrate(levels(1), levels(None)).lean is None


def test_what_has_no_reference_is_left_aside():
    assert calibrate(REFERENCE, {**REFERENCE, ("another", "C9"): 0}) == calibrate(REFERENCE, REFERENCE)


def test_a_call_may_set_another_gate():
    gate = Gate(least=2, exact=Fraction(1, 2), two_off=1)
    assert calibrate(levels(3, 3), levels(3, 0), gate).passed
    assert not calibrate(levels(3, 3), levels(1, 0), gate).passed


@pytest.mark.parametrize("outside", [{"least": 0}, {"exact": Fraction(6, 5)}, {"exact": Fraction(-1)}, {"two_off": -1}])
def test_a_gate_that_makes_no_sense_is_refused(outside):
    with pytest.raises(ScoringError) as refused:
        Gate(**outside)
    name, value = next(iter(outside.items()))
    assert (refused.value.code, refused.value.parameters) == ("gate_outside", {"name": name, "value": value})


pairs = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=10, max_size=30)


@given(pairs)
def test_the_gate_is_what_it_says(both):
    found = calibrate(levels(*(one for one, _ in both)), levels(*(other for _, other in both)))
    exact = sum(one == other for one, other in both)
    far = sum(abs(one - other) > 1 for one, other in both)
    assert found.passed is (10 * exact >= 6 * len(both) and not far)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_levels_is_irrelevant(both, random):
    reference = levels(*(one for one, _ in both))
    given_levels = list(levels(*(other for _, other in both)).items())
    expected = calibrate(reference, dict(given_levels))
    random.shuffle(given_levels)
    assert calibrate(reference, dict(given_levels)) == expected
