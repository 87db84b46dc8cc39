"""Guards against traps of the libraries below; each has a regression test, and a reason to go.

- python-engineio 4.15.1 waits for ever for a queue that nobody drains when a polling client sends one bad byte.
- python-engineio lets a frame that it cannot read end the WSGI request with a traceback, and the line half open.
- python-engineio answers JSONP, which other sites may read, and lets its answers be kept.
- simple-websocket 1.1.0 ignores how much gevent's ``send`` took, and cuts frames of slow readers.
- simple-websocket accepts permessage-deflate whenever a browser offers it, which doubles memory and CPU.
"""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

import engineio
import engineio.socket

from web.live.rationing import for_packets
from web.refused import MALFORMED, Refused

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class CarefulSocket(engineio.socket.Socket):  # type: ignore[misc]
    """A line that ends in order when it carries nonsense, or more than anybody needs."""

    def __init__(self, server: engineio.Server, sid: str) -> None:
        super().__init__(server, sid)
        self._ration = for_packets()

    def receive(self, pkt: Any) -> None:
        """Take one packet; a line that floods is closed."""
        if not self._ration.take():
            self.server.refused.count("flood")
            self.close(wait=False, reason=self.server.reason.SERVER_DISCONNECT)
            raise engineio.exceptions.SocketIsClosedError
        super().receive(pkt)

    def _websocket_handler(self, ws: Any) -> list[Any]:
        try:
            super()._websocket_handler(ws)
        except Exception as error:
            self.server.refused.count(f"{MALFORMED}: {type(error).__qualname__}")
            self.queue.put(None)
            self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_ERROR)
        return []


engineio.socket.Socket = CarefulSocket


def guard_engine(engine: engineio.Server, refused: Refused) -> None:
    """Let *engine* close one client without waiting for its queue (remove once engineio does so itself)."""
    engine.refused = refused
    engine._log_error_once = lambda _message, key: refused.count(str(key))
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


# What pages say of themselves in web/headers.py, for the answers that Flask never sees.
HEADERS = (("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
           ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"))  # fmt: skip
LINES = "/socket.io/"


def guard_lines(app: WsgiApp, may_come: Callable[[str], bool], refused: Refused) -> WsgiApp:
    """Wrap a WSGI app: only hosts of ours, no JSONP, no deflate, whole frames, nothing that others keep."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not may_come(environ.get("HTTP_HOST", "")):
            refused.count("host unknown")
            return _bad_request(start_response)
        if not environ.get("PATH_INFO", "").startswith(LINES):
            return app(environ, start_response)
        if "j" in parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True):
            refused.count("jsonp")
            return _bad_request(start_response)
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if environ.get("HTTP_UPGRADE", "").lower() == "websocket" and "gunicorn.socket" in environ:
            environ["gunicorn.socket"] = WholeFrames(environ["gunicorn.socket"])

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [*headers, *HEADERS], *more)

        try:
            return app(environ, start)
        except (StopIteration, ConnectionError):
            # How a WebSocket that has ended tells its server so.
            raise
        except Exception as error:
            refused.count(f"{MALFORMED}: {type(error).__qualname__}")
            return _bad_request(start_response)

    return guarded


def _bad_request(start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("400 Bad Request", [("Content-Type", "text/plain"), *HEADERS])
    return [b"400 Bad Request"]
