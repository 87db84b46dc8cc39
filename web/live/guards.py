"""Guards against traps of the libraries below; each has a regression test, and a reason to go.

- python-engineio 4.15.1 waits for ever for a queue that nobody drains when a polling client sends one bad byte.
- python-engineio lets a frame that it cannot read end the WSGI request with a traceback, and the line half open.
- python-engineio answers JSONP, which other sites may read, and lets its answers be kept.
- simple-websocket 1.1.0 ignores how much gevent's ``send`` took, and cuts frames of slow readers: `frames.Wire`.
- simple-websocket accepts permessage-deflate whenever a browser offers it, which doubles memory and CPU.
- wsproto 1.3.2 keeps the parser of a line's HTTP request as long as it lives, some 3 KB, and asks it at each message.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qs

import engineio
import engineio.socket

from web.live.frames import Wire, text_frame
from web.live.rationing import for_packets
from web.refused import MALFORMED, Refused

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class CarefulSocket(engineio.socket.Socket):  # type: ignore[misc]
    """A line that ends in order when it carries nonsense, or more than anybody needs.

    Where it is a WebSocket from the start, and plain, all that it is sent goes straight to its *wire*, in one order.
    """

    def __init__(self, server: engineio.Server, sid: str) -> None:
        super().__init__(server, sid)
        self._ration = for_packets()
        self.wire: Wire | None = None

    def send(self, pkt: Any) -> None:
        """Send one packet."""
        if self.wire is None or pkt.binary:
            super().send(pkt)
        elif self.check_ping_timeout():
            self.wire.offer(text_frame(pkt.encode()))

    def poll(self) -> list[Any]:
        """Wait for packets that take the stock path; that there are none is no reason to end a line with a wire.

        The library's writer takes 25 seconds without a packet in its queue for a client that is gone. Here not even
        pings come by it; who is gone is found by the ping that nobody answers.
        """
        while True:
            try:
                packets: list[Any] = super().poll()
            except engineio.exceptions.QueueEmpty:
                if self.wire is None or self.closed:
                    raise
            else:
                return packets

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        """Close the line; one whose other end has gone silent may never take another byte."""
        super().close(wait=wait, abort=abort, reason=reason)
        if self.wire is not None and reason == self.server.reason.PING_TIMEOUT:
            self.wire.break_off()

    def receive(self, pkt: Any) -> None:
        """Take one packet; a line that floods is closed."""
        if not self._ration.take():
            self.server.refused.count("flood")
            self.server.flooded(self.sid)
            self.close(wait=False, reason=self.server.reason.SERVER_DISCONNECT)
            raise engineio.exceptions.SocketIsClosedError
        super().receive(pkt)

    def _websocket_handler(self, ws: Any) -> list[Any]:
        wire = getattr(getattr(ws, "ws", None), "sock", None)
        forget_the_handshake(getattr(getattr(ws, "ws", None), "ws", None))
        # A line that came by polling may have packets that wait in its queue: it stays on the stock path.
        if isinstance(wire, Wire) and self.server.frames_once and not self.connected:
            self.wire = wire
        try:
            super()._websocket_handler(ws)
        except Exception as error:
            self.server.refused.count(f"{MALFORMED}: {type(error).__qualname__}")
            self.queue.put(None)
            self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_ERROR)
        return []


class _Over:
    """A handshake of which nothing more will be heard."""

    def events(self) -> tuple[()]:
        """Give what it has to say."""
        return ()


def forget_the_handshake(protocol: Any) -> None:
    """Let go of a WebSocket's handshake once it is over; *protocol* is wsproto's connection, or nothing."""
    if getattr(protocol, "connection", None) is not None:
        protocol.handshake = OVER


OVER = _Over()
engineio.socket.Socket = CarefulSocket


def guard_engine(
    engine: engineio.Server, refused: Refused, *, flooded: Callable[[str], None], frames_once: bool = False
) -> None:
    """Let *engine* close one client without waiting for its queue (remove once engineio does so itself).

    *frames_once* lets its plain WebSockets be written to directly; nobody else may then stand between. *flooded* hears
    of each line that is cut because it carries too much.
    """
    engine.refused, engine.flooded = refused, flooded
    engine.frames_once = frames_once
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


# What pages say of themselves in web/headers.py, for the answers that Flask never sees.
HEADERS = (("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
           ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"))  # fmt: skip
LINES = "/socket.io/"


def guard_lines(
    app: WsgiApp, may_come: Callable[[str], bool], may_begin: Callable[[Mapping[str, Any]], bool], refused: Refused,
    wire_of: Callable[[Any], Wire],
) -> WsgiApp:  # fmt: skip
    """Wrap a WSGI app: only hosts of ours, nobody too often, no JSONP, no deflate, whole frames, nothing kept."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not may_come(environ.get("HTTP_HOST", "")):
            refused.count("host unknown")
            return _refuse(start_response, "400 Bad Request")
        if not environ.get("PATH_INFO", "").startswith(LINES):
            return app(environ, start_response)
        if "j" in parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True):
            refused.count("jsonp")
            return _refuse(start_response, "400 Bad Request")
        if not may_begin(environ):
            refused.count("line begun too often")
            return _refuse(start_response, "429 Too Many Requests", ("Retry-After", "5"))
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if environ.get("HTTP_UPGRADE", "").lower() == "websocket" and "gunicorn.socket" in environ:
            environ["gunicorn.socket"] = wire_of(environ["gunicorn.socket"])

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [*headers, *HEADERS], *more)

        try:
            return app(environ, start)
        except (StopIteration, ConnectionError):
            # How a WebSocket that has ended tells its server so.
            raise
        except Exception as error:
            refused.count(f"{MALFORMED}: {type(error).__qualname__}")
            return _refuse(start_response, "400 Bad Request")

    return guarded


def _refuse(start_response: Callable[..., Any], status: str, *more: tuple[str, str]) -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/plain"), *more, *HEADERS])
    return [status.encode()]
