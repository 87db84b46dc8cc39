"""What a serving process measures as it works: counters and histograms of its own registry, for ``/metrics``.

Whoever does the work calls one of these functions from the hub, after the work: each costs a few microseconds. Labels
are words of ours, so there are few of them: no id, no name, no text of anybody ever becomes one. Lengths are seconds.
"""

from collections.abc import Iterable
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, GCCollector, Histogram, PlatformCollector, ProcessCollector

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
GCCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)

SHORT = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
MANY = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
# Of the log's kinds those that somebody who watches asks for; each is counted once per team it concerns.
WATCHED = frozenset(
    {"inject_delivered", "inject_lapsed", "response_received", "response_late", "response_taken_over", "outage_ended"}
)

_due = Histogram(
    "prontas_due_to_told_seconds",
    "From the instant at which something was due until it was on the disk and handed to every socket of this process.",
    buckets=SHORT, registry=REGISTRY,
)  # fmt: skip
_written = Histogram(
    "prontas_announcement_committed_to_written_seconds",
    "From a commit to the last socket of this process that its events were handed to.",
    buckets=SHORT, registry=REGISTRY,
)  # fmt: skip
_answered = Histogram(
    "prontas_request_seconds",
    "From a request on a socket to its acknowledgement.",
    ("request",), buckets=SHORT, registry=REGISTRY,
)  # fmt: skip
_gathered = Histogram(
    "prontas_gathered_calls", "Requests carried out in one transaction.", buckets=MANY, registry=REGISTRY
)
_happened = Counter(
    "prontas_happened", "Rows of the log that this process wrote, by kind.", ("kind",), registry=REGISTRY
)
_caught_up = Counter(
    "prontas_caught_up_events", "Events that this process read from the log because another wrote them.",
    registry=REGISTRY,
)  # fmt: skip


def due_was_told(due_at: datetime, now: datetime) -> None:
    """Note that what was due at one instant is stored and told at another, both by the house's clock."""
    _due.observe(max((now - due_at).total_seconds(), 0))


def was_announced(seconds: float) -> None:
    """Note how long it took from a commit until its events were written to every socket here."""
    _written.observe(seconds)


def was_answered(request: str, seconds: float) -> None:
    """Note how long somebody waited for the acknowledgement of *request*, a name out of `requests.py`."""
    _answered.labels(request).observe(seconds)


def were_gathered(calls: int) -> None:
    """Note how many requests went into one transaction."""
    _gathered.observe(calls)


def happened(kinds: Iterable[str]) -> None:
    """Count rows of the log that this process has committed, each once."""
    for kind in kinds:
        if kind in WATCHED:
            _happened.labels(kind).inc()


def caught_up(events: int) -> None:
    """Count events that came from the log, written by another process."""
    _caught_up.inc(events)
