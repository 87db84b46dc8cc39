"""How often somebody did something lately: in Redis for all processes, and in this one's memory while Redis is away."""

import hashlib
import hmac
from time import monotonic
from typing import Any

from limits import RateLimitItem
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.backoff import NoBackoff
from redis.retry import Retry

# Seconds: how long Redis may take, and for how long nobody asks again where it took longer.
PATIENCE, AWAY = 0.5, 3.0


class Windows:
    """Moving windows of one app. With Redis each process counts what all of them count, and its own besides.

    A limit is known there by a keyed digest of whose it is: Redis learns no address and no name.
    """

    def __init__(self, redis_url: str | None = None, key: str = "") -> None:
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._shared: MovingWindowRateLimiter | None = None
        self._key, self._away_until = key.encode(), 0.0
        if redis_url is not None:
            prefix = "prontas:" + hashlib.sha256(self._key).hexdigest()[:16]
            options: dict[str, Any] = {
                "socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry": Retry(NoBackoff(), 0),
            }  # fmt: skip
            self._shared = MovingWindowRateLimiter(
                RedisStorage(redis_url, key_prefix=prefix, wrap_exceptions=True, **options)
            )

    def test(self, limit: RateLimitItem, whose: str) -> bool:
        """Say whether there is one left."""
        own = self._own.test(limit, whose)
        shared = self._ask("test", limit, whose)
        return own if shared is None else bool(shared)

    def hit(self, limit: RateLimitItem, whose: str) -> bool:
        """Take one; say whether there was one left."""
        own = self._own.hit(limit, whose)
        shared = self._ask("hit", limit, whose)
        return own if shared is None else bool(shared)

    def clear(self, limit: RateLimitItem, whose: str) -> None:
        """Forget what was taken."""
        self._own.clear(limit, whose)
        self._ask("clear", limit, whose)

    def left(self, limit: RateLimitItem, whose: str) -> tuple[float, int]:
        """Give when the window is free again (seconds since 1970), and how many are left in it."""
        found = self._ask("get_window_stats", limit, whose) or self._own.get_window_stats(limit, whose)
        return found.reset_time, found.remaining

    def _ask(self, what: str, limit: RateLimitItem, whose: str) -> Any:
        if self._shared is None or monotonic() < self._away_until:
            return None
        try:
            return getattr(self._shared, what)(limit, hmac.digest(self._key, whose.encode(), "sha256").hex())
        except StorageError:
            self._away_until = monotonic() + AWAY
            return None
