"""Figures of many measurements: the value below which a share of them lies."""

from collections.abc import Sequence
from math import ceil
from typing import Any

MS = 1_000_000


def part(values: Sequence[float], share: float) -> float | None:
    """Give the value that *share* of the *values* do not exceed (nearest rank); None of none."""
    if not values:
        return None
    return sorted(values)[max(ceil(len(values) * share), 1) - 1]


def halves_and_tails(values: Sequence[int]) -> dict[str, Any]:
    """Give p50 and p99 of lengths in ns, as milliseconds."""
    return {name: _ms(part(values, share)) for name, share in (("p50_ms", 0.5), ("p99_ms", 0.99))}


def _ms(ns: float | None) -> float | None:
    return None if ns is None else round(ns / MS, 2)
