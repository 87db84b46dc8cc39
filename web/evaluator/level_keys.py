"""Which key gives which level."""

from collections.abc import Sequence


def level_keys(levels: Sequence[str]) -> list[str]:
    """Give the digit of each level: its own name where all are digits, else its place; none beyond the ninth."""
    if all(len(level) == 1 and level in "0123456789" for level in levels):
        return list(levels)
    return [str(place) if place < 10 else "" for place in range(len(levels))]
