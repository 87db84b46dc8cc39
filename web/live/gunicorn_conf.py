"""How gunicorn runs the server: one gevent worker per process, no control socket, honest limits."""

import gc
import os
import select
import signal
import sys

import gevent

from web.live.capacity import TURNED_AWAY, RoomyWorker, room
from web.live.serving_log import ServingLog
from web.safe_start import safe_settings
from web.watching.logs import log_to, style_for

settings = safe_settings()
style = style_for(settings.log_format)
# People read what goes wrong where errors go; a program reads one stream of lines.
log_to(sys.stderr if style == "lines" else sys.stdout, style, settings.log_level)
leash = settings.leash
LOOK_EVERY = 0.25
bind = f"{settings.host}:{settings.port}"
worker_class = RoomyWorker
workers = 1
worker_connections = room() + TURNED_AWAY
backlog = 2048
graceful_timeout = 6
timeout = 60
keepalive = 5
loglevel = settings.log_level.lower()
control_socket_disable = True
logger_class = ServingLog
# What proxies say of themselves is read in one place, by the number of hops that is configured.
forwarded_allow_ips = ""
proc_name = "prontas"
if settings.tls_cert:
    certfile, keyfile = str(settings.tls_cert), str(settings.tls_key)


def post_fork(server, worker):  # type: ignore[no-untyped-def]
    # Two thousand modules are loaded now and stay: to look for cycles in them meanwhile is a quarter of a start.
    gc.disable()


def post_worker_init(worker):  # type: ignore[no-untyped-def]
    # Cyclic collections are most of the tail of the delivery time: what is loaded now stays.
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
    gc.enable()
    worker.log.refused = worker.wsgi.refused
    gevent.spawn(_look_after, worker)


def _look_after(worker):  # type: ignore[no-untyped-def]
    # Open sockets would hold a stopping worker until its time is up.
    while worker.alive:
        gevent.sleep(LOOK_EVERY)
        if leash is not None and _is_loose(leash):  # type: ignore[no-untyped-call]
            os.kill(worker.ppid, signal.SIGTERM)
            break
    while worker.alive:
        gevent.sleep(LOOK_EVERY)
    worker.wsgi.close()


def _is_loose(reader):  # type: ignore[no-untyped-def]
    # Whoever started us holds the other end and never writes: readable means that it is gone.
    return bool(select.select([reader], [], [], 0)[0])


def worker_exit(server, worker):  # type: ignore[no-untyped-def]
    # A worker that failed to load has nothing to close.
    if getattr(worker, "wsgi", None) is not None:
        worker.wsgi.close()
