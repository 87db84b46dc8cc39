"""One server: the web app, its sockets and its alarm clock around one house."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from secrets import token_urlsafe
from time import monotonic
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from gevent import get_hub

from simulator.actions.accounts import keep_setting
from simulator.actions.attending import reap_processes
from simulator.actions.program import forget_departures, pause_all
from simulator.actor import PROGRAM
from simulator.agenda import SOONER
from simulator.book import Post
from simulator.bots.playing import BotPlayer
from simulator.house import House, Run
from simulator.lease import open_lease
from simulator.whispering import Whisper
from web.api.pace import Pace
from web.app import create_app
from web.counting import Windows
from web.front.tries import Tries
from web.hosts import host_check, origin_check
from web.live.alarm import Alarm
from web.live.bell import Bell
from web.live.frames import OneFrame, Turn, Wire
from web.live.guards import guard_engine, guard_lines
from web.live.knocking import Knocks
from web.live.leaving import LOOK_EVERY
from web.live.owner import Owner, OwnersHouse
from web.live.places import place_of_port
from web.live.ringing import Message
from web.live.sockets import Sockets
from web.mail.sending import may_send, send_due
from web.refused import Refused, counted_logger
from web.settings import Settings
from web.watching import measures
from web.watching.wiring import watch

LARGEST_MESSAGE = 128 * 1024
SEND_EVERY = timedelta(seconds=10)
COUNTS_EVERY, BEAT_EVERY = timedelta(seconds=0.5), timedelta(seconds=2)
# What may make something due at once: waiting for the next tick would be late. An answer does so only where something
# comes after it, and then says so itself: a thousand answers would wake the clock a thousand times for nothing.
WAKING = frozenset(
    {
        "drill_started", "drill_resumed", "drill_ended", "speed_changed", "inject_moved", "order_placed",
        "inject_withdrawn", "inject_skipped", "inject_released",
    }
)  # fmt: skip


class LiveServer:
    """Hold the parts of one serving process; ``wsgi`` is what a WSGI server runs."""

    def __init__(
        self, house: House, settings: Settings, *, async_mode: str, bots: bool = False, owners_run: Run | None = None
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
            client_manager=OneFrame(),
        ).server
        # Only gunicorn's plain sockets may be written to directly; TLS of our own stands between.
        frames_once = settings.frames == "once" and async_mode == "gevent" and settings.tls_cert is None
        self.knocks = Knocks(secure=settings.secure)
        guard_engine(
            self.server.eio, self.refused, frames_once=frames_once,
            flooded=lambda line: self.knocks.has_flooded(self.server.environ.get(line, {})),
        )  # fmt: skip
        self.sockets = Sockets(self.server, house, settings, self.refused, self.server.start_background_task)
        self.attendance = self.sockets.attendance
        # The owner's few actions wait for nobody else's.
        apart = House(house.engine, house.clock, run=owners_run or house.run)
        self.owner = Owner(
            apart, open_lease(house.engine), self.attendance.process_id, self.refused,
            taken=lambda: self.alarm.wake(), step=lambda: self.alarm.mind_the_wall(),
        )  # fmt: skip
        self.alarm = self._set_alarm(bots=bots)
        self.bell = self.sockets.bell = self._hang_bell()
        house.announce = self._announce
        self._say, house.whisper = house.whisper, self._whisper
        self.wsgi = guard_lines(self.app, host_check(settings), self._may_begin, self.refused, self._wire_of)
        # Gunicorn alone hands sockets over, and runs with gevent; nobody else has a loop.
        self._turn = Turn(lambda end: get_hub().loop.run_callback(end))
        self.stopped = False
        watch(self)

    def _may_begin(self, environ: Mapping[str, Any]) -> bool:
        return self.knocks.may_begin(environ)

    def _wire_of(self, sock: Any) -> Wire:
        return Wire(sock, self._turn, self.server.start_background_task, lambda: self.refused.count("slow reader"))

    def _set_alarm(self, *, bots: bool) -> Alarm:
        owners = OwnersHouse(self.house, self.owner)
        alarm = Alarm(
            self.house, self.server.emit, self.sockets.seating, self.sockets.announcer, self.owner, owners,
            BotPlayer(owners).play if bots else lambda: None, self.sockets.trouble, self.sockets.contacts, self.refused,
            self.sockets.precedence,
        )  # fmt: skip
        alarm.every(LOOK_EVERY, self.sockets.leaving.look_around)
        alarm.every(COUNTS_EVERY, self._look_at_counts)
        alarm.every(BEAT_EVERY, self._beat)
        alarm.every(timedelta(minutes=1), self.refused.tell)
        alarm.owners_every(BEAT_EVERY, lambda epoch: self.house.perform(reap_processes, PROGRAM, epoch=epoch))
        alarm.owners_every(timedelta(minutes=10), lambda _epoch: owners.perform(forget_departures, PROGRAM))
        if may_send(self.settings):
            alarm.every(SEND_EVERY, lambda: send_due(self.app, self.house, self.settings))
        return alarm

    def _hang_bell(self) -> Bell | None:
        if self.settings.redis is None or self.settings.database.startswith("sqlite"):
            return None
        key = self.house.perform(keep_setting, PROGRAM, name="bell_key", value=token_urlsafe(32))
        # What guessers and scripts may do counts for all processes together.
        windows = Windows(self.settings.redis, key)
        self.app.extensions |= {"tries": Tries(windows), "api_pace": Pace(windows=windows)}
        return Bell(
            self.settings.redis, key, self.attendance.process_id, self.refused,
            heard=self._hear, again=self._look_soon, tell=self.sockets.beat,
        )  # fmt: skip

    def start(self) -> None:
        """Set the clock going, or follow whose turn it is; nobody is here yet, whoever was."""
        self.attendance.open(place_of_port(self.settings.port))
        # Who left before is not here: only what comes from now on concerns this process.
        self.sockets.leaving.look()
        self.owner.step()
        self.alarm.start()
        self.server.start_background_task(self.owner.run)
        if self.bell is not None:
            self.bell.start(self.server.start_background_task)

    def stop(self) -> None:
        """Stop the clock, and let another process have it."""
        self.stopped = True
        self.alarm.stop()
        self.owner.stop()
        if self.bell is not None:
            self.bell.stop()

    def close(self) -> None:
        """End cleanly: a demo pauses its drills first, so that nobody loses time; then every socket is let go."""
        if self.stopped:
            return
        self.stop()
        if self.settings.demo_key:
            self.house.perform(pause_all, PROGRAM)
        self.attendance.close()
        for sid in list(self.server.eio.sockets):
            self.server.eio.disconnect(sid)

    def _beat(self) -> None:
        self.attendance.beat()
        # What could be written just now is a database that works; the owner's tick says it of herself.
        if self.owner.epoch is None:
            self.sockets.trouble(False)
        self.sockets.show_trouble()

    def _look_at_counts(self) -> None:
        """Look at the log ourselves where nobody rings; where one process serves, only what could not be told."""
        rings = self.bell is not None and not self.bell.is_silent
        alone = self.bell is None and self.settings.database.startswith("sqlite")
        if self.sockets.announcer.lagging or not (rings or alone):
            self.sockets.announcer.look()

    def _look_soon(self) -> None:
        self.server.start_background_task(self.sockets.announcer.look)

    def _hear(self, message: Message) -> None:
        if message.wake:
            self.alarm.wake()
        self.sockets.hear(message)

    def _announce(self, posts: Sequence[Post]) -> None:
        is_due = any(post.row["kind"] in WAKING for post in posts)
        if self.bell is not None:
            self.bell.ring({post.reader: post.n for post in posts}, wake=is_due and self.owner.epoch is None)
        # A row that is posted to many has happened once.
        measures.happened({(post.row["stream"], post.row["seq"]): post.row["kind"] for post in posts}.values())
        began = monotonic()
        self.sockets.announcer(posts)
        measures.was_announced(monotonic() - began)
        if is_due:
            self.alarm.wake()

    def _whisper(self, whispers: Sequence[Whisper]) -> None:
        if any(one.room == SOONER for one in whispers):
            if self.bell is not None and self.owner.epoch is None:
                self.bell.ring({}, wake=True)
            self.alarm.wake()
        self._say([one for one in whispers if one.room != SOONER])

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.wsgi(environ, start_response)
