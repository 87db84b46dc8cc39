"""The longest time in which somebody has nothing to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Silence:
    """A stretch of drill time in which nothing comes and nothing waits for an answer."""

    start: timedelta
    end: timedelta

    @property
    def length(self) -> timedelta:
        """Give how long it lasts."""
        return self.end - self.start


def longest_silence(busy: Iterable[tuple[timedelta, timedelta]], end: timedelta) -> Silence:
    """Give the longest stretch from STARTEX to *end* outside of all *busy* ones; of equal ones the first.

    A busy stretch is (from, until); both may be equal, for what is only read. Without any silence it lasts 0.
    """
    longest, since = Silence(timedelta(0), timedelta(0)), timedelta(0)
    for start, until in (*sorted(busy), (end, end)):
        gap = Silence(since, min(start, end))
        if gap.length > longest.length:
            longest = gap
        since = max(since, until)
    return longest
