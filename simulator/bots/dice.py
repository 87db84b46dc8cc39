"""Chance that can be repeated: the same key always falls the same way, on every machine."""

import hashlib
from random import Random


def dice(*key: object) -> Random:
    """Give a source of chance of its own for *key*."""
    return Random("|".join(map(str, key)))


def short_digest(*key: object) -> str:
    """Give sixteen hexadecimal digits that stand for *key*."""
    return hashlib.sha256("|".join(map(str, key)).encode()).hexdigest()[:16]
