"""Lengths of time as authors write them."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from injects.duration import parse_duration, write_duration


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90s", 90), ("15m", 900), ("2h", 7200), ("1h30m", 5400), ("1d2h", 93600), ("01:30:00", 5400), ("0", 0), (0, 0)],
)
def test_a_duration_is_read(written, seconds):
    assert parse_duration(written) == timedelta(seconds=seconds)


@pytest.mark.parametrize("written", ["", "soon", "-5m", "1.5h", "30m1h", "5", 5, 0.0, False, None, "٣m", "1:60:00", []])
def test_what_is_no_duration_is_refused(written):
    with pytest.raises(ValueError, match="bad_duration"):
        parse_duration(written)


@settings(deadline=None)
@given(st.integers(0, 9999 * 86400))
def test_a_written_duration_reads_back_equal(seconds):
    length = timedelta(seconds=seconds)
    assert parse_duration(write_duration(length)) == parse_duration(length) == length
