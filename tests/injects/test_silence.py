"""The longest time in which somebody has nothing to do."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from injects.silence import Silence, longest_silence

times = st.integers(0, 60).map(lambda minutes: timedelta(minutes=minutes))
stretches = st.lists(st.tuples(times, times).map(sorted).map(tuple), max_size=8)


def minutes(*numbers):
    return [timedelta(minutes=number) for number in numbers]


def silence(busy, end=60):
    told = longest_silence([tuple(minutes(*one)) for one in busy], *minutes(end))
    return told.start // timedelta(minutes=1), told.end // timedelta(minutes=1)


def test_without_anything_all_is_silence():
    assert silence([]) == (0, 60)


def test_the_longest_stretch_between_is_found_whatever_the_order():
    assert silence([(40, 45), (5, 10), (8, 20)]) == (20, 40)


def test_what_is_only_read_breaks_a_silence_too():
    assert silence([(30, 30)]) == (0, 30)


def test_of_equal_ones_the_first_counts_and_the_end_of_play_ends_all():
    assert silence([(20, 40)]) == (0, 20)
    assert silence([(0, 50), (70, 80)]) == (50, 60)


def test_who_is_always_busy_has_a_silence_of_no_length():
    assert longest_silence([tuple(minutes(0, 90))], *minutes(60)).length == timedelta(0)


@settings(max_examples=40)
@given(stretches, times)
def test_it_is_as_long_as_the_longest_that_a_walk_by_the_minute_finds(busy, end):
    found = longest_silence(busy, end)
    free = [
        not any(start < at + timedelta(minutes=1) and at < until for start, until in busy)
        for at in minutes(*range(end // timedelta(minutes=1)))
    ]
    stops = {start // timedelta(minutes=1) for start, _until in busy}
    longest = here = 0
    for at, quiet in enumerate(free):
        here = (0 if at in stops else here) + 1 if quiet else 0
        longest = max(longest, here)

    assert found.length == timedelta(minutes=longest)
    assert Silence(found.start, found.end) == found
    assert all(until <= found.start or start >= found.end for start, until in busy if found.length)
