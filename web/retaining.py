"""Retention as both its edges call it, the alarm clock and ``prontas tidy``: until nothing is left for today."""

from collections import Counter

from simulator.actions.retaining import retain
from simulator.actor import PROGRAM
from simulator.house import Door


def retain_all(house: Door, *, dry_run: bool = False) -> dict[str, int]:
    """Let go of all that has been kept long enough, a few drills a transaction; gives how much of each."""
    done: Counter[str] = Counter()
    left = 1
    while left:
        step = house.perform(retain, PROGRAM, dry_run=dry_run)
        left = step.pop("left")
        done.update(step)
    return dict(done)
