"""How fast a script may ask: so many times a minute by one token, counted in this process's memory."""

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

PER_MINUTE = 600


class Pace:
    """Count what each token asks."""

    def __init__(self, per_minute: int = PER_MINUTE) -> None:
        self._limit = RateLimitItemPerMinute(per_minute, namespace="api")
        self._windows = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, token_id: str) -> int:
        """Count one request; give 0, or for how many seconds its script has to wait."""
        if self._windows.hit(self._limit, token_id):
            return 0
        free_at, _left = self._windows.get_window_stats(self._limit, token_id)
        return max(math.ceil(free_at - time.time()), 1)
