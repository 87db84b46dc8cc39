"""The verifiable draw of RFC 3797."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.draw import draw, key_string, rank_by_draw
from scoring.scoring_error import ScoringError

RFC_KEY = "9319./2.5.8.10.12./9.18.26.34.41.45./"
RFC_DRAWN = (17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4)
RFC_FIRST_HASH = "990dd0a5692a029a98b5e01aa28f3459"


def test_the_worked_example_of_the_rfc():
    assert draw(RFC_KEY, 25, 10) == RFC_DRAWN[:10]
    assert draw(RFC_KEY, 25, 16) == RFC_DRAWN


def test_the_first_hash_of_the_rfc_brackets_the_key_with_two_bytes():
    bracketed = b"\0\0" + RFC_KEY.encode() + b"\0\0"
    assert hashlib.md5(bracketed, usedforsecurity=False).hexdigest() == RFC_FIRST_HASH
    assert int(RFC_FIRST_HASH, 16) % 25 + 1 == RFC_DRAWN[0]


def test_the_key_of_the_rfc_is_built_from_its_three_sources():
    assert key_string([[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]) == RFC_KEY


@pytest.mark.parametrize(("pool", "pick"), [(3, 4), (3, -1), (-1, 0), (70000, 65537)])
def test_an_impossible_draw_is_refused_with_its_numbers(pool, pick):
    with pytest.raises(ScoringError) as refused:
        draw(RFC_KEY, pool, pick)
    assert (refused.value.code, refused.value.parameters) == ("bad_draw", {"pool": pool, "pick": pick})


@settings(deadline=None)
@given(key=st.text(max_size=9), pool=st.integers(1, 60))
def test_each_number_is_taken_out_of_those_that_are_left(key, pool):
    left, taken = list(range(1, pool + 1)), []
    for index in range(pool):
        bracket = index.to_bytes(2, "big")
        digest = hashlib.md5(bracket + key.encode("utf-8", "surrogatepass") + bracket, usedforsecurity=False)
        taken.append(left.pop(int(digest.hexdigest(), 16) % len(left)))
    assert list(draw(key, pool, pool)) == taken


def test_a_pool_as_large_as_anybody_writes_it_takes_no_memory():
    drawn = draw(RFC_KEY, 10**18, 3)
    assert drawn[0] == int(RFC_FIRST_HASH, 16) % 10**18 + 1
    assert len(set(drawn)) == 3


def test_drawing_nobody_is_possible():
    assert draw(RFC_KEY, 0, 0) == ()


@settings(deadline=None)
@given(key=st.text(), pool=st.integers(0, 40), pick=st.integers(0, 40))
def test_a_longer_draw_only_continues_a_shorter_one(key, pool, pick):
    everybody = draw(key, pool, pool)
    assert sorted(everybody) == list(range(1, pool + 1))
    assert draw(key, pool, min(pick, pool)) == everybody[:pick]


def test_teams_are_numbered_in_code_point_order_and_ranked_as_drawn():
    teams = [f"team-{number:02}" for number in range(1, 26)]
    assert rank_by_draw(reversed(teams), RFC_KEY)[:3] == ("team-17", "team-07", "team-02")


def test_a_key_that_no_encoding_knows_still_draws():
    assert sorted(draw("\udcff", 3, 3)) == [1, 2, 3]
