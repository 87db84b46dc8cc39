"""The id of a new inject: it goes on in the way its author numbers hers, and is never one that is there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from injects.inject import ID_PATTERN
from scenarios.editing.numbering import next_id


@pytest.mark.parametrize(
    ("ids", "following"),
    [
        ("1 2 3 4", "5"),
        ("01 02 03 04", "05"),
        ("1 2 3 4 5 6 7 8 9", "10"),
        ("98 99", "100"),
        ("I-008 I-009", "I-010"),
        ("INY_7", "INY_8"),
        ("04 05 06a 06b", "07"),
        ("10 20 30", "40"),
        ("100 200", "300"),
        ("10", "11"),
        ("3 1 2", "4"),
        ("alarm 1 2", "3"),
        ("alarm press", "03"),
        ("alarm press 03", "04"),
        ("uno.1 uno.2", "03"),
        (f"{'a' * 63}9", "02"),
        ("", "01"),
    ],
)
def test_it_goes_on_as_the_author_numbers(ids, following):
    assert next_id(ids.split()) == following


@pytest.mark.parametrize(
    ("ids", "beside", "following"),
    [
        ("A-1 A-2 A-3 B-1 B-2", "B-2", "B-3"),
        ("A-1 A-2 A-3 B-1 B-2", "A-1", "A-4"),
        ("A-1 A-2 A-3 B-1", "B-1", "A-4"),
        ("1 2 3 extra", "extra", "4"),
        # What was duplicated belongs to the series of what it is a copy of.
        ("1 2 3 4 4-2 4-3", "4-3", "5"),
        ("1 2 3 4 4-2 4-2-2", "4-2-2", "5"),
    ],
)
def test_it_belongs_to_the_series_of_its_neighbour(ids, beside, following):
    assert next_id(ids.split(), beside) == following


def test_what_cannot_be_an_id_is_no_example():
    assert next_id(["alarm", "02", "é 07", ""]) == "03"


def test_a_number_that_grows_into_one_that_is_there_goes_on():
    assert next_id(["12999999999", "121000000000"]) == "121000000001"


IDS = st.lists(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", fullmatch=True) | st.text(max_size=4), max_size=8)


@given(IDS)
def test_it_is_sound_and_never_one_that_is_there(ids):
    found = next_id(ids, ids[-1] if ids else None)

    assert found not in ids and re.fullmatch(ID_PATTERN, found)
