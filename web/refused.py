"""What was refused or went wrong, counted: one line a kind a minute, and never a word of what was sent."""

import logging
import traceback
from collections import Counter
from collections.abc import Callable
from threading import Lock
from time import monotonic

log = logging.getLogger("prontas.refused")
EVERY = 60.0


class Refused:
    """Count by kind; the first of a minute is told at once, the rest of it in one line later.

    A kind is a word of ours (a refusal's code, a place in the code), so there are few of them and none holds what
    somebody sent. Of an unexpected error the place is told and its class; its message may quote a name or a token.
    """

    def __init__(self, time: Callable[[], float] = monotonic) -> None:
        self.counts: Counter[str] = Counter()
        self._time, self._lock = time, Lock()
        self._untold: Counter[str] = Counter()
        self._told_at: dict[str, float] = {}

    def count(self, kind: str) -> None:
        """Count one of a kind."""
        self._count(kind, "")

    def failed(self, kind: str, error: BaseException, *, drill: str | None = None) -> None:
        """Count one unexpected error of a kind; the place it came from, and the drill, are told once a minute."""
        self._count(f"{kind} failed: {type(error).__qualname__}", trace(error), drill)

    def tell(self) -> None:
        """Tell what has been counted in the minutes that are over."""
        with self._lock:
            due = [kind for kind in self._untold if self._time() - self._told_at[kind] >= EVERY]
            lines = [(kind, self._take(kind)) for kind in due]
        for kind, number in lines:
            log.warning("%s: %d more", kind, number, extra={"kind": kind, "count": number})

    def _count(self, kind: str, more: str, drill: str | None = None) -> None:
        with self._lock:
            self.counts[kind] += 1
            self._untold[kind] += 1
            if self._time() - self._told_at.get(kind, -EVERY) < EVERY:
                return
            number = self._take(kind)
        about = {"kind": kind, "count": number} | ({"drill": drill} if drill else {})
        log.warning("%s: %d%s", kind, number, f"\n{more}" if more else "", extra=about)

    def _take(self, kind: str) -> int:
        self._told_at[kind] = self._time()
        return self._untold.pop(kind)


def trace(error: BaseException) -> str:
    """Give where an error came from, without its message: that may hold what somebody wrote."""
    told, seen = [], set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        told += [*traceback.format_tb(one.__traceback__), f"{type(one).__qualname__}\n"]
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "".join(told).rstrip()


class Counted(logging.Handler):
    """Count what a library logs by the form of its words; their contents are not kept."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(logging.WARNING)
        self._refused = refused

    def emit(self, record: logging.LogRecord) -> None:
        """Count one record."""
        error = record.exc_info[1] if record.exc_info else None
        kind = FORMS.get(str(record.msg), "wire")
        if error is None:
            self._refused.count(kind)
        elif kind == MALFORMED:
            self._refused.count(f"{kind}: {type(error).__qualname__}")
        else:
            self._refused.failed(kind, error)


MALFORMED = "malformed frame"
# What engineio and socketio say when a client sends nonsense, or goes while something is sent to her.
FORMS = {
    "message handler error": MALFORMED,
    "post request handler error": MALFORMED,
    "Unknown receive error": MALFORMED,
    "Cannot send to sid %s": "line gone",
    "%s is not connected to namespace %s": "frame before connecting",
    "service task exception": "service task",
    "Method %s not supported": "method of a line",
    "Application rejected connection": "connection refused",
}


def counted_logger(name: str, refused: Refused) -> logging.Logger:
    """Give a logger whose warnings are only counted."""
    logger = logging.Logger(name, logging.WARNING)
    logger.addHandler(Counted(refused))
    return logger
