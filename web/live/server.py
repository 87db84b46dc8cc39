"""One server: the web app, its sockets and its alarm clock around one house."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from simulator.actions.program import forget_presence, pause_all
from simulator.actor import PROGRAM
from simulator.book import Post
from simulator.house import House
from web.app import create_app
from web.live.alarm import Alarm
from web.live.guards import guard_engine, guard_websockets
from web.live.sockets import Sockets
from web.settings import Settings

LARGEST_MESSAGE = 128 * 1024
# What may make something due at once: waiting for the next tick would be late.
WAKING = frozenset(
    {
        "drill_started", "drill_resumed", "drill_ended", "speed_changed", "inject_moved", "order_placed",
        "response_received", "inject_declined", "inject_withdrawn", "inject_skipped", "inject_released",
    }
)  # fmt: skip


class LiveServer:
    """Hold the parts of one serving process; ``wsgi`` is what a WSGI server runs."""

    def __init__(
        self, house: House, settings: Settings, *, async_mode: str, play: Callable[[], None] = lambda: None
    ) -> None:
        self.house, self.settings = house, settings
        self.app: Flask = create_app(house, settings)
        allowed: Any = [settings.public_url] if settings.public_url else None
        # Handlers sit on the server below Flask-SocketIO: a request context per event costs more than all else.
        self.server = SocketIO(
            self.app,
            async_mode=async_mode,
            cors_allowed_origins=allowed,
            max_http_buffer_size=LARGEST_MESSAGE,
            ping_interval=15,
            ping_timeout=10,
            async_handlers=True,
            logger=False,
            engineio_logger=False,
        ).server
        guard_engine(self.server.eio)
        self.sockets = Sockets(self.server, house, settings)
        self.alarm = Alarm(house, self.server.emit, self.sockets.seating, play, self.sockets.trouble)
        self._tell = house.announce
        house.announce = self._announce
        self.wsgi = guard_websockets(self.app)
        self.stopped = False

    def start(self) -> None:
        """Set the clock going; nobody is here yet, whoever was."""
        self.house.perform(forget_presence, PROGRAM)
        self.alarm.start()

    def stop(self) -> None:
        """Stop the clock."""
        self.stopped = True
        self.alarm.stop()

    def close(self) -> None:
        """End cleanly: a demo pauses its drills first, so that nobody loses time; then every socket is let go."""
        if self.stopped:
            return
        self.stop()
        if self.settings.demo_key:
            self.house.perform(pause_all, PROGRAM)
        for sid in list(self.server.eio.sockets):
            self.server.eio.disconnect(sid)

    def _announce(self, posts: Sequence[Post]) -> None:
        self._tell(posts)
        if any(post.row["kind"] in WAKING for post in posts):
            self.alarm.wake()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.wsgi(environ, start_response)
