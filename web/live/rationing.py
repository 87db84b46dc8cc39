"""How much one line may say, and one person on all of hers: buckets that fill again with time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass(slots=True)
class Ration:
    """*burst* at once, and *rate* a second for as long as you like."""

    rate: float
    burst: int
    time: Callable[[], float] = monotonic
    _left: float = field(init=False)
    _at: float = field(init=False)

    def __post_init__(self) -> None:
        self._left, self._at = float(self.burst), self.time()

    def take(self) -> bool:
        """Take one; say whether there was one."""
        self._fill()
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def spend(self, much: int) -> None:
        """Take *much*, whether it is there or not: what is missing comes back first, twice the burst at most."""
        self._fill()
        self._left = max(-float(self.burst), self._left - much)

    @property
    def is_whole(self) -> bool:
        """Say whether all of it is there again."""
        self._fill()
        return self._left >= self.burst

    def _fill(self) -> None:
        now = self.time()
        self._left = min(self.burst, self._left + (now - self._at) * self.rate)
        self._at = now


class Rations:
    """A ration for each of many, by name, also while she has no line; who has all of hers again is forgotten."""

    def __init__(self, make: Callable[[], Ration], *, keep: int = 1000) -> None:
        self._make, self._keep, self._look_at = make, keep, keep
        self._rations: dict[str, Ration] = {}

    def take(self, name: str) -> bool:
        """Take one of *name*'s; say whether there was one."""
        return self._of(name).take()

    def spend(self, name: str, much: int) -> None:
        """Take *much* of *name*'s."""
        self._of(name).spend(much)

    def _of(self, name: str) -> Ration:
        if name not in self._rations:
            if len(self._rations) >= self._look_at:
                self._rations = {who: ration for who, ration in self._rations.items() if not ration.is_whole}
                self._look_at = max(self._keep, 2 * len(self._rations))
            self._rations[name] = self._make()
        return self._rations[name]

    def __len__(self) -> int:
        return len(self._rations)


# Somebody who types without a pause stays below 100 requests a minute: a draft each 0.8 s, a word of it each 2.5 s.
def for_requests() -> Ration:
    """Ration what one socket asks."""
    return Ration(rate=2, burst=200)


def for_people() -> Ration:
    """Ration what one person asks on all her lines together, and on those she comes back with."""
    return Ration(rate=4, burst=400)


def for_entries() -> Ration:
    """Ration how often one session asks for a line: twenty windows at once, twice, and one a second from then on."""
    return Ration(rate=1, burst=40)


def for_knocks() -> Ration:
    """Ration how often one session may try to begin a line: more than it can get, so that most hear why."""
    return Ration(rate=1, burst=60)


def for_packets() -> Ration:
    """Ration what one line carries, pongs and nonsense too; who sends more is not answered but cut."""
    return Ration(rate=20, burst=500)
