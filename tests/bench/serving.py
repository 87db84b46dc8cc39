"""What gunicorn runs to be compared: the live server as it is, and beside it a driver that emits stamped events.

In: the product's server, its client manager, its heartbeats, alarm clock and database, participants seated by their
sessions, and the same call by which the announcer tells a room. Out: what comes before that call, the transaction, the
log and the rendering (P5 has those too). The room of everybody is the driver's own: the product tells teams.
"""

import json
import os
import time
from pathlib import Path

from gevent import socket
from gevent.server import StreamServer

from web.live.wsgi import application

__all__ = ["application"]
EVERYBODY = "everybody"
ROOM_OF_ALL, ROOM_OF_TEAMS = "all", "teams"


def _drive(connection, _address) -> None:
    commands = connection.makefile("rw")
    rest = json.loads("{" + Path(os.environ["BENCH_REST"]).read_text())
    for line in commands:
        command, number = line.split()
        rooms = _rooms(command)
        event = {"bench": [int(number), time.monotonic_ns()], **rest}
        for room in rooms:
            application.server.emit("event", event, to=room)
        commands.write("{}\n")
        commands.flush()


def _rooms(command: str) -> list[str]:
    places = application.sockets.seating.places
    if command == ROOM_OF_TEAMS:
        return sorted({place.room for place in places.values()})
    for sid in places:
        application.server.enter_room(sid, EVERYBODY)
    return [EVERYBODY]


_listener = socket.socket(socket.AF_UNIX)
_listener.bind(os.environ["BENCH_SOCKET"])
_listener.listen()
StreamServer(_listener, _drive).start()
