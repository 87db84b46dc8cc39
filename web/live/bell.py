"""The bell between the processes of one installation: after a commit it rings *reader, n* over Redis.

It carries no facts of a drill. Whoever hears that a reader's count has come further looks at the log; whoever hears
nothing, not even her own beat, looks by herself. What no log holds (who is writing, who is there) goes over it as words
to a room, best effort. Messages are signed with a key of the installation: what others send there is dropped unread.
"""

import hashlib
import hmac
import json
import random
from collections import deque
from collections.abc import Callable, Mapping
from threading import Event
from time import monotonic
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from web.live.ringing import Message, Word, read
from web.refused import Refused

# Seconds: how long Redis may take for anything, how often we beat, and from when on the bell counts as silent.
PATIENCE, BEAT, SILENT = 1.0, 1.0, 2.5
# A connection on which nothing has come for so long, not even our own beat, is opened anew.
STALE = 4.0
SHORTEST_WAIT, LONGEST_WAIT = 0.1, 2.0
SIGNED = 32
# What waits to be said: of words the last so many, of counts the last of each.
MOST_WORDS, AT_ONCE, LARGEST = 1000, 100, 256 * 1024


class Bell:
    """Ring, and hear; *heard* is called with each message of another process, *again* when a line is new.

    A new line means that something may have been missed.
    """

    def __init__(
        self, url: str, key: str, process_id: str, refused: Refused, *, heard: Callable[[Message], Any],
        again: Callable[[], Any], tell: Callable[[], Mapping[str, Any]],
    ) -> None:  # fmt: skip
        self._key = key.encode()
        # Two installations may share a Redis: each has its own channel.
        self.channel = "prontas:" + hashlib.sha256(self._key).hexdigest()[:SIGNED]
        self._process_id, self._refused = process_id, refused
        self._heard, self._again, self._tell = heard, again, tell
        self._redis = redis.Redis.from_url(
            url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=Retry(NoBackoff(), 0),
        )  # fmt: skip
        self._counts: dict[str, int] = {}
        self._words: deque[Word] = deque(maxlen=MOST_WORDS)
        self._wake = False
        self._news, self._stopped = Event(), Event()
        self._beat_at = self._heard_at = -SILENT

    @property
    def is_silent(self) -> bool:
        """Say whether nothing can be relied upon to come: then everybody looks by herself."""
        return monotonic() - self._heard_at > SILENT

    def start(self, spawn: Callable[[Callable[[], Any]], Any]) -> None:
        """Begin to ring and to hear."""
        spawn(self._ring_on)
        spawn(self._hear_on)

    def stop(self) -> None:
        """Ring and hear no more."""
        self._stopped.set()
        self._news.set()

    def ring(self, counts: Mapping[str, int], *, wake: bool = False) -> None:
        """Say how far readers' counts have come; *wake*: something may be due by now. This never waits."""
        for reader, n in counts.items():
            self._counts[reader] = max(n, self._counts.get(reader, 0))
        self._wake |= wake
        self._news.set()

    def say(self, room: str, name: str, facts: Mapping[str, Any]) -> None:
        """Say a word that no log holds to a room, in all other processes. This never waits."""
        self._words.append(Word(room, name, facts))
        self._news.set()

    def _ring_on(self) -> None:
        wait = 0.0
        while not self._stopped.is_set():
            self._news.wait(max(self._beat_at + BEAT - monotonic(), 0.0))
            self._news.clear()
            message = self._take()
            try:
                self._redis.publish(self.channel, self._sign(message))
                wait = 0.0
            except (redis.RedisError, OSError) as error:
                self._refused.failed("bell", error)
                # Words pass; how far a count has come is still true when Redis is back.
                self.ring(message.get("n", {}), wake=message.get("wake", False))
                self._stopped.wait(wait := _longer(wait))
            if self._words:
                self._news.set()

    def _take(self) -> dict[str, Any]:
        """Take what there is to say."""
        now = monotonic()
        message: dict[str, Any] = {"by": self._process_id}
        counts, self._counts = self._counts, {}
        if counts:
            message["n"] = counts
        if self._wake:
            message["wake"], self._wake = True, False
        words = [self._words.popleft() for _ in range(min(len(self._words), AT_ONCE))]
        if words:
            message["words"] = [[word.room, word.name, word.facts] for word in words]
        if now - self._beat_at >= BEAT:
            message["beat"], self._beat_at = dict(self._tell()), now
        return message

    def _hear_on(self) -> None:
        wait = 0.0
        while not self._stopped.is_set():
            try:
                line: Any
                with redis.client.PubSub(self._redis.connection_pool, ignore_subscribe_messages=True) as line:
                    line.subscribe(self.channel)
                    opened_at = monotonic()
                    self._again()
                    while not self._stopped.is_set():
                        self._take_in(line.get_message(timeout=PATIENCE))
                        wait = 0.0
                        if monotonic() - max(self._heard_at, opened_at) > STALE:
                            raise redis.ConnectionError("nothing comes")
            except (redis.RedisError, OSError) as error:
                self._refused.failed("bell", error)
                self._stopped.wait(wait := _longer(wait))

    def _take_in(self, told: Any) -> None:
        if told is None or told.get("type") != "message":
            return
        message = self._open(told["data"])
        if message is None:
            self._refused.count("bell message malformed")
        elif message.by != self._process_id:
            self._heard(message)
        elif message.beat is not None:
            self._heard_at = monotonic()

    def _sign(self, message: Mapping[str, Any]) -> bytes:
        body = json.dumps(message, separators=(",", ":"), allow_nan=False).encode()
        return hmac.digest(self._key, body, "sha256").hex()[:SIGNED].encode() + body

    def _open(self, data: Any) -> Message | None:
        if not isinstance(data, bytes) or len(data) > LARGEST:
            return None
        given, body = data[:SIGNED], data[SIGNED:]
        signature = hmac.digest(self._key, body, "sha256").hex()[:SIGNED].encode()
        return read(body) if hmac.compare_digest(given, signature) else None


def _longer(wait: float) -> float:
    # Many processes must not all come back at one moment.
    return min(max(wait * 2, SHORTEST_WAIT), LONGEST_WAIT) * random.uniform(0.5, 1.0)
