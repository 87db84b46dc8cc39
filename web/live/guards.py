"""Guards against three traps of the libraries below; each has a regression test, and a reason to go.

- python-engineio 4.15.1 waits for ever for a queue that nobody drains when a polling client sends one bad byte.
- simple-websocket 1.1.0 ignores how much gevent's ``send`` took, and cuts frames of slow readers.
- simple-websocket accepts permessage-deflate whenever a browser offers it, which doubles memory and CPU.
"""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

import engineio

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def guard_engine(engine: engineio.Server) -> None:
    """Let *engine* close one client without waiting for its queue (remove once engineio does so itself)."""
    disconnect_all = engine.disconnect

    def disconnect(sid: str | None = None) -> None:
        if sid is None:
            disconnect_all()
            return
        try:
            socket = engine._get_socket(sid)
        except KeyError:
            return
        socket.close(wait=False, reason=engine.reason.SERVER_DISCONNECT)
        engine.sockets.pop(sid, None)

    engine.disconnect = disconnect


class WholeFrames:
    """A socket whose ``send`` sends everything, one frame at a time."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self._lock = Lock()

    def send(self, data: bytes) -> int:
        """Send all of *data*; give its length."""
        with self._lock:
            self._sock.sendall(data)
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


def guard_websockets(app: WsgiApp) -> WsgiApp:
    """Wrap a WSGI app: no deflate, and whole frames under gunicorn."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if environ.get("HTTP_UPGRADE", "").lower() == "websocket" and "gunicorn.socket" in environ:
            environ["gunicorn.socket"] = WholeFrames(environ["gunicorn.socket"])
        return app(environ, start_response)

    return guarded
