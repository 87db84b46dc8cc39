"""The verifiable draw of RFC 3797: anyone with the published randomness draws the same numbers."""

import hashlib
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from scoring.scoring_error import ScoringError

MOST_PICKS = 1 << 16  # the index that brackets the key has two bytes


def draw(key: str, pool: int, pick: int) -> tuple[int, ...]:
    """Give *pick* numbers of 1…*pool* in the order drawn; raise ``ScoringError`` where that cannot be.

    Source: RFC 3797 §4 and its reference code; MD5 is the RFC's choice and guards nothing here.
    """
    if not 0 <= pick <= min(pool, MOST_PICKS):
        raise ScoringError("bad_draw", pool=pool, pick=pick)
    drawn: list[int] = []
    gone: list[int] = []  # what was drawn, ascending
    for index in range(pick):
        place = _hash(key, index) % (pool - index)
        # The number at a place among those left lies higher by as many as are gone before it.
        before = bisect_right(range(index), place, key=lambda one: gone[one] - 1 - one)
        drawn.append(place + before + 1)
        insort(gone, drawn[-1])
    return tuple(drawn)


def _hash(key: str, index: int) -> int:
    bracket = index.to_bytes(2, "big")
    text = bracket + key.encode("utf-8", "surrogatepass") + bracket
    return int.from_bytes(hashlib.md5(text, usedforsecurity=False).digest(), "big")


def key_string(sources: Iterable[Sequence[int]]) -> str:
    """Build the key of sources of whole numbers: sorted, a point after each, a slash after each source.

    Source: RFC 3797 §4; the order of the sources is as announced and is kept.
    """
    return "".join("".join(f"{number}." for number in sorted(source)) + "/" for source in sources)


def rank_by_draw(ids: Iterable[str], randomness: str) -> tuple[str, ...]:
    """Put *ids*, numbered from 1 in code-point order, in the order in which they are drawn."""
    numbered = sorted(set(ids))
    return tuple(numbered[number - 1] for number in draw(randomness, len(numbered), len(numbered)))
