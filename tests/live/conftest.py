"""A live server inside the test: threads instead of gevent, a file as database, real sockets on a free port."""

import socket
import threading
from contextlib import suppress
from typing import ClassVar

import pytest
import socketio
from websocket import WebSocket
from werkzeug.serving import make_server

from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actor import PROGRAM
from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.rows import Row
from tests.cast import Cast
from web.live.server import LiveServer
from web.settings import Settings

# How long something may take that takes a moment: nobody waits longer than it does.
PATIENCE = 30


@pytest.fixture(autouse=True)
def short_farewells(monkeypatch):
    """Let a client wait a moment, and not three seconds, for the server's word that a line is closed.

    At the end of a test none of its lines is left, whoever has closed it.
    """
    status, reason, _timeout = WebSocket.close.__defaults__
    monkeypatch.setattr(WebSocket.close, "__defaults__", (status, reason, 0.1))
    yield
    while Line.opened:
        Line.opened[-1].end()


class Line:
    """One browser's socket: what it hears, in order, and what it asks."""

    opened: ClassVar[list] = []

    def __init__(self, url, cookie, **auth):
        self.heard, self.lost, self._news = [], threading.Event(), threading.Condition()
        self.client = socketio.Client(reconnection=False)
        self.client.on("*", self._hear)
        self.client.on("disconnect", self.lost.set)
        self.opened.append(self)
        self.client.connect(url, headers={"Cookie": cookie}, auth=auth, transports=["websocket"], wait_timeout=PATIENCE)

    def _hear(self, name, facts=None):
        with self._news:
            self.heard.append((name, facts))
            self._news.notify_all()

    def end(self):
        """Cut the line as a lost network does: nobody waits for a farewell."""
        if self in self.opened:
            self.opened.remove(self)
        # A client that was turned away has no line, and one whose line was reset forgets to close its own end.
        sock = getattr(self.client.eio.ws, "sock", None)
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        if self.client.eio.read_loop_task is not None:
            self.client.eio.read_loop_task.join(PATIENCE)
        if sock is not None:
            sock.close()

    def ask(self, name, **facts):
        """Ask the server and give its answer."""
        return self.client.call(name, facts, timeout=PATIENCE)

    def wait_for(self, name, matches=lambda facts: True):
        """Give the facts of the first event of a name that matches."""

        def found():
            return next((facts for heard, facts in self.heard if heard == name and matches(facts)), None)

        with self._news:
            assert self._news.wait_for(found, timeout=PATIENCE), (name, self.heard)
            return found()


@pytest.fixture
def house(tmp_path, clock):
    """Open the house on a file: threads do not share one connection."""
    engine = open_engine(sqlite_url(tmp_path / "live.db"))
    Row.metadata.create_all(engine)
    yield House(engine, clock)
    close_engine(engine)


@pytest.fixture
def cast(house):
    """Bring the staff into that house."""
    return Cast.hire(house)


@pytest.fixture
def live(house):
    """Serve the house; its alarm clock rings when the test says."""
    live = LiveServer(house, Settings(), async_mode="threading")
    server = make_server("127.0.0.1", 0, live, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    live.url = f"http://127.0.0.1:{server.server_port}"
    yield live
    for sid in list(live.server.eio.sockets):
        live.server.eio.disconnect(sid)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def connect(live, house):
    """Open lines for participants and staff; all are closed at the end."""
    lines = []

    def open_line(who, **auth):
        if who.kind == "participant":
            token = house.perform(open_participant_session, PROGRAM, participant_id=who.id)
            line = Line(live.url, f"prontas_team={token}", **{"as": "team"})
        else:
            token = house.perform(open_account_session, PROGRAM, account_id=who.id)
            line = Line(live.url, f"prontas_staff={token}", **auth)
        lines.append(line)
        return line

    yield open_line
    for line in lines:
        line.end()
