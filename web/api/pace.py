"""How fast a script may ask: so many times a minute by one token."""

import math
import time

from limits import RateLimitItemPerMinute

from web.counting import Windows

PER_MINUTE = 600


class Pace:
    """Count what each token asks."""

    def __init__(self, per_minute: int = PER_MINUTE, windows: Windows | None = None) -> None:
        self._limit = RateLimitItemPerMinute(per_minute, namespace="api")
        self._windows = windows or Windows()

    def wait(self, token_id: str) -> int:
        """Count one request; give 0, or for how many seconds its script has to wait."""
        if self._windows.hit(self._limit, token_id):
            return 0
        free_at, _left = self._windows.left(self._limit, token_id)
        return max(math.ceil(free_at - time.time()), 1)
