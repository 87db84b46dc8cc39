"""How many connections one process takes: as many as it has descriptors for, and some kept for its own work.

A process without descriptors can open no database, and whoever is connected already would lose her answer for somebody
who has just come. So it is the newcomers who are turned away, with an answer that says so: their browsers try again.
"""

import resource
import socket
from contextlib import suppress
from typing import Any

from gunicorn.workers.ggevent import GeventWorker

MOST = 8000
# The database's files in four threads, Redis, papers, static files that are being sent, and what nobody thought of.
OWN = 96
# At once, those who are being turned away.
TURNED_AWAY = 64
PATIENCE = 0.5
FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Type: text/plain\r\n"
    b"Cache-Control: no-store\r\nContent-Length: 5\r\n\r\nfull\n"
)


def room() -> int:
    """Take all descriptors that this process may have; give for how many connections they are enough."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            soft = hard
    # No limit is written as a negative number.
    return MOST if soft < 0 else max(min(MOST, soft - OWN - TURNED_AWAY), 1)


class RoomyWorker(GeventWorker):  # type: ignore[misc]
    """A worker that turns newcomers away before its descriptors are all gone; ``worker_connections`` is its pool."""

    _inside = 0

    def handle(self, listener: Any, client: socket.socket, addr: Any) -> None:
        """Serve one connection, or say that there is no room for it."""
        if self._inside >= self.worker_connections - TURNED_AWAY:
            self._turn_away(client)
            return
        self._inside += 1
        try:
            super().handle(listener, client, addr)
        finally:
            self._inside -= 1

    def _turn_away(self, client: socket.socket) -> None:
        self.wsgi.refused.count("no room for a connection")
        try:
            if not self.cfg.is_ssl:
                client.settimeout(PATIENCE)
                # What was asked is read, so that the answer is not lost with it.
                client.recv(65536)
                client.sendall(FULL)
        except OSError:
            # She has gone already, or says nothing.
            pass
        finally:
            client.close()
