"""How much one line may say: a bucket that fills again with time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass
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
        now = self.time()
        self._left = min(self.burst, self._left + (now - self._at) * self.rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


# Somebody who types without a pause stays below 100 requests a minute: a draft each 0.8 s, a word of it each 2.5 s.
def for_requests() -> Ration:
    """Ration what one socket asks."""
    return Ration(rate=2, burst=200)


def for_packets() -> Ration:
    """Ration what one line carries, pongs and nonsense too; who sends more is not answered but cut."""
    return Ration(rate=20, burst=1000)
