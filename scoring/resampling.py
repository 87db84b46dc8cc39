"""Numbers by chance that are the same on every machine: from a seed text by SHA-256 and a counter."""

import hashlib
from collections.abc import Iterator, Sequence

BLOCK = 1 << 256
# As many numbers below 2048 as leave 80 of the 256 bits over, so that none is likelier than another.
_PICKS_OF_A_BLOCK = 16


def blocks(seed: str, count: int) -> Iterator[int]:
    """Give *count* numbers below BLOCK: SHA-256 of the digest of *seed* and of the number's place, big-endian."""
    start = hashlib.sha256(hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest())
    for place in range(count):
        each = start.copy()
        each.update(place.to_bytes(8, "big"))
        yield int.from_bytes(each.digest(), "big")


def draw_each(block: int, sizes: Sequence[int]) -> tuple[int, ...]:
    """Give a number of 0…size − 1, each as likely as any other, for each of *sizes*, from one block."""
    drawn = []
    left = block
    for number, size in enumerate(sizes):
        if number and number % _PICKS_OF_A_BLOCK == 0:
            left = next(blocks(f"{block:x}/{number}", 1))
        left, pick = divmod(left, size)
        drawn.append(pick)
    return tuple(drawn)
