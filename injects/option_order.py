"""The order in which one team sees the options of a choice, so that no option gains by its place."""

from hashlib import sha256

from injects.inject import Ask, Option


def shown_order(ask: Ask, inject_id: str, team_seed: str) -> tuple[Option, ...]:
    """Order the options for one team: always the same for one seed, as written where ``shuffle`` is off."""
    if not ask.shuffle:
        return ask.options
    # A hash, and not a random generator: every process and every later version must show the same order.
    return tuple(sorted(ask.options, key=lambda option: _place(team_seed, inject_id, option.id)))


def _place(*words: str) -> bytes:
    return sha256("\0".join(words).encode()).digest()
