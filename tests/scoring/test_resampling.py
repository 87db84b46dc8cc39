"""Chance that is the same on every machine."""

import hashlib
from collections import Counter

import pytest

from scoring.resampling import BLOCK, blocks, draw_each


def test_a_block_is_a_digest_of_the_seed_s_digest_and_its_place():
    seed = hashlib.sha256("Azul ❤ Verde".encode()).digest()
    expected = [int.from_bytes(hashlib.sha256(seed + n.to_bytes(8, "big")).digest(), "big") for n in range(3)]
    assert list(blocks("Azul ❤ Verde", 3)) == expected


def test_blocks_are_below_their_bound_and_never_the_same():
    drawn = list(blocks("2026", 1000))
    assert len(set(drawn)) == 1000
    assert max(drawn) < BLOCK < 4 * max(drawn)


def test_the_digits_of_a_block_are_drawn_one_after_the_other():
    assert draw_each(1 + 2 * (2 + 3 * 4), [2, 3, 5]) == (1, 2, 4)
    assert draw_each(7, []) == ()


def test_more_draws_than_a_block_has_chance_for_go_on_with_another():
    drawn = draw_each(next(blocks("2026", 1)), [1000] * 40)
    assert len(set(drawn)) > 30
    assert draw_each(0, [2] * 16) == (0,) * 16
    assert any(draw_each(0, [2] * 32)[16:])


@pytest.mark.parametrize("size", [2, 3, 7])
def test_each_pick_is_as_likely_as_any_other(size):
    counts = Counter(pick for block in blocks("fair", 3000) for pick in draw_each(block, [size] * 3))
    # Four standard deviations either way.
    reach = 4 * (9000 / size * (1 - 1 / size)) ** 0.5
    assert all(abs(counts[pick] - 9000 / size) < reach for pick in range(size))
