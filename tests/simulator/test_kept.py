"""What was worked out lately is at hand, and no more of it than is said."""

import pytest

from simulator.kept import Kept


def test_what_was_asked_for_last_is_made_once_and_the_oldest_makes_room():
    made, kept = [], Kept[str, int](2)

    def ask(key):
        return kept.of(key, lambda: made.append(key) or len(made))

    assert [ask(key) for key in ("a", "b", "a", "c", "a", "b")] == [1, 2, 1, 3, 1, 4]
    assert made == ["a", "b", "c", "b"]


def test_what_could_not_be_made_is_made_the_next_time():
    kept = Kept[str, int](2)
    with pytest.raises(ZeroDivisionError):
        kept.of("a", lambda: 1 // 0)

    assert kept.of("a", lambda: 7) == 7
