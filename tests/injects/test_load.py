"""How much comes to somebody in each stretch of a drill."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from injects.inject import Ask, FormField, Inject, Option
from injects.load import Arrival, Load, Span, load_of, span_of, windows_until, words_to_read

TEXT = Ask(kind="text", due="5m")
minutes = st.integers(0, 200)


def arrival(minute, ask=TEXT, words=10):
    return Arrival(timedelta(minutes=minute), Inject(id="01", at="1m", title="x", ask=ask), words)


def test_asks_and_words_are_summed_by_ten_minutes():
    told = load_of([arrival(0), arrival(9, None, 7), arrival(10), arrival(25)], 3)
    assert told == (Load(1, 2, 17), Load(1, 1, 10), Load(1, 1, 10))


def test_what_comes_after_the_last_stretch_counts_in_it():
    assert load_of([arrival(31)], 2) == (Load(), Load(1, 1, 10))


@pytest.mark.parametrize(("minute", "windows"), [(0, 1), (10, 1), (11, 2), (120, 12)])
def test_a_drill_has_as_many_stretches_as_it_begins(minute, windows):
    assert windows_until(timedelta(minutes=minute)) == windows


@settings(max_examples=40)
@given(st.lists(st.tuples(minutes, st.integers(0, 99))), st.integers(1, 12))
def test_nothing_is_lost_and_nothing_counted_twice(comings, windows):
    told = load_of([arrival(minute, TEXT if words % 2 else None, words) for minute, words in comings], windows)

    assert len(told) == windows
    assert sum(load.injects for load in told) == len(comings)
    assert sum(load.words for load in told) == sum(words for _minute, words in comings)
    assert sum(load.asks for load in told) == sum(words % 2 for _minute, words in comings)


def test_over_several_teams_the_least_and_the_most_are_told():
    first, second = (Load(1, 2, 30), Load()), (Load(2, 2, 10), Load(1, 1, 5))
    assert span_of([first, second]) == (Span(Load(1, 2, 10), Load(2, 2, 30)), Span(Load(), Load(1, 1, 5)))


def test_words_are_counted_in_the_longest_language():
    ask = Ask(kind="choice", due="5m", prompt={"es": "dos más", "pt": "só"}, options=[Option(id="A", label="una")])
    inject = Inject(id="01", at="1m", title="Aviso", body={"es": "uno dos", "pt": "um dois três quatro"}, ask=ask)

    assert words_to_read(inject) == 1 + 4 + 1 + 1
    assert words_to_read(Inject(id="02", at="1m", title="Un aviso")) == 2


def test_the_labels_of_a_form_are_read_too():
    ask = Ask(kind="form", due="5m", fields=[FormField(id="who", label="quién decide aquí")])
    assert words_to_read(Inject(id="01", at="1m", title="Aviso", ask=ask)) == 4
