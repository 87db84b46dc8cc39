"""When things fall due: rules.md 9, 11, 13 and 19."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from injects.inject import Inject
from injects.timing import GRACE, Outcome, Skip, after_base, closes_at, deadline, due_at, order_key


def minutes(count):
    return timedelta(minutes=count)


TOLD = Inject(id="01", title="Aviso")
ASKED = Inject(id="02", title="Aviso", ask={"kind": "text", "due": "6m"})
DELIVERED = {"delivered_at": minutes(9), "closes_at": minutes(16)}


@pytest.mark.parametrize(
    ("inject", "outcome", "base"),
    [
        (ASKED, Outcome("answered", **DELIVERED, answered_at=minutes(12)), minutes(12)),
        (ASKED, Outcome("answered", **DELIVERED), minutes(16)),
        (ASKED, Outcome("answered", **DELIVERED, answered_at=minutes(30)), minutes(16)),
        (ASKED, Outcome("lapsed", **DELIVERED), minutes(16)),
        (ASKED, Outcome("declined", **DELIVERED, answered_at=minutes(10)), minutes(10)),
        (ASKED, Outcome("delivered", **DELIVERED), None),
        (ASKED, Outcome("answered", minutes(9), answered_at=minutes(11)), minutes(11)),
        (ASKED, Outcome("withdrawn", **DELIVERED, withdrawn_at=minutes(10)), minutes(10)),
        (ASKED, Outcome("void", **DELIVERED, withdrawn_at=minutes(10)), minutes(10)),
        (ASKED, Outcome("skipped"), Skip.PREDECESSOR),
        (ASKED, Outcome("planned"), None),
        (ASKED, Outcome("held"), None),
        (TOLD, Outcome("delivered", minutes(9)), minutes(9)),
        (TOLD, Outcome("planned"), None),
    ],
)
def test_after_counts_from_what_became_of_the_predecessor(inject, outcome, base):
    assert after_base(inject, outcome) == base


def test_an_inject_falls_due_its_delay_after_that():
    assert due_at(TOLD, Outcome("delivered", minutes(9)), minutes(2)) == minutes(11)
    assert due_at(TOLD, Outcome("skipped"), minutes(2)) is Skip.PREDECESSOR
    assert due_at(TOLD, Outcome("planned"), minutes(2)) is None


def test_a_deadline_is_stretched_for_an_accommodation_and_moved_by_a_grant():
    assert deadline(minutes(9), minutes(6)) == minutes(15)
    assert deadline(minutes(9), minutes(6), Fraction(5, 4)) == minutes(16.5)
    assert deadline(minutes(9), minutes(6), Fraction(3, 2), minutes(1)) == minutes(19)
    assert closes_at(minutes(15)) == minutes(15) + GRACE == minutes(16)


LENGTHS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=2))


@settings(deadline=None)
@given(LENGTHS, LENGTHS, st.fractions(min_value=1, max_value=2, max_denominator=8))
def test_a_stretched_deadline_is_never_earlier_and_off_by_less_than_a_millisecond(start, due, stretch):
    microseconds = (deadline(start, due, stretch) - start) // timedelta(microseconds=1)
    exact = due // timedelta(microseconds=1) * stretch
    assert 0 <= microseconds - exact < 1000


def test_at_one_instant_responses_come_before_lapses_and_these_before_injects_in_file_order():
    happenings = [("inject", 7), ("inject", 2), ("lapse", 5), ("response", 9)]
    keys = sorted(order_key(minutes(9), *happening) for happening in happenings)
    assert [position for *_, position in keys] == [9, 5, 2, 7]
    assert order_key(minutes(8), "inject", 9) < min(keys)
