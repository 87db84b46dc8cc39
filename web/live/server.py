"""One server: the web app, its sockets and its alarm clock around one house."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from simulator.actions.program import forget_departures, forget_presence, pause_all
from simulator.actor import PROGRAM
from simulator.book import Post
from simulator.house import House
from web.app import create_app
from web.hosts import host_check, origin_check
from web.live.alarm import Alarm
from web.live.guards import guard_engine, guard_lines
from web.live.leaving import LOOK_EVERY
from web.live.sockets import Sockets
from web.mail.sending import may_send, send_due
from web.refused import Refused, counted_logger
from web.settings import Settings

LARGEST_MESSAGE = 128 * 1024
SEND_EVERY = timedelta(seconds=10)
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
        self.refused: Refused = self.app.extensions["refused"]
        # Handlers sit on the server below Flask-SocketIO: a request context per event costs more than all else.
        self.server = SocketIO(
            self.app,
            async_mode=async_mode,
            cors_allowed_origins=origin_check(settings),
            max_http_buffer_size=LARGEST_MESSAGE,
            ping_interval=15,
            ping_timeout=10,
            async_handlers=True,
            logger=counted_logger("prontas.socketio", self.refused),
            engineio_logger=counted_logger("prontas.engineio", self.refused),
        ).server
        guard_engine(self.server.eio, self.refused)
        self.sockets = Sockets(self.server, house, settings, self.refused)
        self.alarm = Alarm(house, self.server.emit, self.sockets.seating, play, self.sockets.trouble, self.refused)
        self.alarm.every(LOOK_EVERY, self.sockets.leaving.look_around)
        self.alarm.every(timedelta(minutes=1), self.refused.tell)
        self.alarm.every(timedelta(minutes=10), lambda: house.perform(forget_departures, PROGRAM))
        if may_send(settings):
            self.alarm.every(SEND_EVERY, lambda: send_due(self.app, house, settings))
        self._tell = house.announce
        house.announce = self._announce
        self.wsgi = guard_lines(self.app, host_check(settings), self.refused)
        self.stopped = False

    def start(self) -> None:
        """Set the clock going; nobody is here yet, whoever was."""
        self.house.perform(forget_presence, PROGRAM)
        # Who left before is not here: only what comes from now on concerns this process.
        self.sockets.leaving.look()
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
