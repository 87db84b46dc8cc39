"""Three addresses for whoever watches: ``/healthz`` lives, ``/readyz`` can work, ``/metrics`` in numbers.

Only ``/healthz`` and the two words of ``/readyz`` are for everybody. Numbers and reasons go to this machine itself, or
to who shows ``PRONTAS_METRICS_TOKEN``; for anybody else they do not exist.
"""

import hmac
from threading import Lock
from time import monotonic

from flask import Blueprint, Response, abort, current_app, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from simulator.actor import PROGRAM
from simulator.reading.readiness import readiness
from web import door
from web.safe_start import is_loopback
from web.settings import Settings
from web.watching.gauges import Watched
from web.watching.measures import REGISTRY

watching = Blueprint("watching", __name__)
# However often somebody asks, the database is asked once in so many seconds.
AGAIN_AFTER = 1.0
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


class Readiness:
    """What kept this process from its work when it looked last."""

    def __init__(self) -> None:
        self._lock, self._looked_at, self._reasons = Lock(), -AGAIN_AFTER, ["unknown"]

    def reasons(self) -> list[str]:
        """Name what is missing, nothing where all is there; who asks while another one looks hears what was before."""
        if self._lock.acquire(blocking=False):
            try:
                if monotonic() - self._looked_at >= AGAIN_AFTER:
                    self._reasons = self._look()
                    self._looked_at = monotonic()
            finally:
                self._lock.release()
        return self._reasons

    @staticmethod
    def _look() -> list[str]:
        watched: Watched = current_app.extensions["watched"]
        if watched.stopping():
            return ["stopping"]
        try:
            return list(door.house().look(readiness, PROGRAM))
        except Exception as error:
            current_app.extensions["refused"].failed("readyz", error)
            return ["database"]


@watching.get("/healthz")
def healthz() -> Response:
    """Say that this process answers; nothing else is looked at, so that a busy database restarts nobody."""
    return jsonify(status="ok")


@watching.get("/readyz")
def readyz() -> tuple[Response, int]:
    """Say whether this process can do its work: the database answers, has our schema, and somebody owns the clock."""
    reasons = current_app.extensions["readiness"].reasons()
    told = {"status": "not_ready" if reasons else "ready"}
    return jsonify(told | {"missing": reasons} if reasons and may_watch() else told), 503 if reasons else 200


@watching.get("/metrics")
def metrics() -> Response:
    """Give the numbers of this process in the format of Prometheus."""
    watched: Watched = current_app.extensions["watched"]
    if not may_watch():
        current_app.extensions["refused"].count("metrics")
        abort(404)
    told = generate_latest(REGISTRY) + generate_latest(watched.registry(current_app.extensions["refused"]))
    return Response(told, content_type=CONTENT_TYPE_LATEST)


def may_watch() -> bool:
    """Say whether who asks is this machine itself, by no proxy, or shows the token."""
    settings: Settings = current_app.extensions["settings"]
    if settings.metrics_token is not None:
        wanted = f"Bearer {settings.metrics_token.get_secret_value()}".encode()
        if hmac.compare_digest(request.headers.get("Authorization", "").encode(), wanted):
            return True
    # A proxy on this machine comes from here too, and says for whom.
    by_proxy = any(name in request.headers for name in FORWARDED)
    return not by_proxy and is_loopback(request.remote_addr or "")
