"""One frame per audience: the very bytes, in order and whole, and the stock path for whoever needs it."""

import socket
import struct

import pytest
import socketio
from hypothesis import given, settings
from hypothesis import strategies as st
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from web.live.frames import MOST_WAITING, OneFrame, Turn, Wire, text_frame

SIZES = st.one_of(st.text(max_size=300), st.sampled_from(["x" * n for n in (125, 126, 65535, 65536, 70000)]))


def by_the_library(text):
    """Frame *text* as wsproto does, which simple-websocket uses."""
    return Connection(ConnectionType.SERVER).send(TextMessage(data=text))


@given(SIZES)
@settings(max_examples=200, deadline=None)
def test_a_frame_has_the_bytes_that_the_library_would_write(text):
    assert text_frame(text) == by_the_library(text)


class Line:
    """An engine's socket with a wire, or without one."""

    def __init__(self, wire=None, closed=False):
        self.wire, self.closed, self.packets = wire, closed, []

    def send(self, packet):
        self.packets.append(packet.encode())


class Offered:
    """A wire that keeps what it is offered."""

    def __init__(self):
        self.frames = []

    def offer(self, frame):
        self.frames.append(frame)


@pytest.fixture
def server():
    """Give a Socket.IO server without an engine's clients."""
    return socketio.Server(async_mode="threading", client_manager=OneFrame())


def seat(server, *lines):
    """Let each line sit in the room; gives their ids."""
    server.manager.initialize()
    sids = []
    for number, line in enumerate(lines):
        line_id = f"line-{number}"
        server.eio.sockets[line_id] = line
        sid = server.manager.connect(line_id, "/")
        server.manager.enter_room(sid, "/", "room")
        sids.append(sid)
    return sids


def test_every_wire_of_a_room_gets_the_same_bytes_and_a_polling_client_its_packet(server):
    wires = [Offered(), Offered()]
    polling = Line()
    seat(server, Line(wires[0]), Line(wires[1]), polling)

    server.emit("event", {"n": 1, "text": "Olá"}, to="room")

    message = '42["event",{"n":1,"text":"Ol\\u00e1"}]'
    assert wires[0].frames == [text_frame(message)]
    assert wires[0].frames[0] is wires[1].frames[0]
    assert polling.packets == [message]


def test_who_is_skipped_or_closed_is_left_out(server):
    skipped, closed, other = Offered(), Offered(), Offered()
    sid, *_rest = seat(server, Line(skipped), Line(closed, closed=True), Line(other))

    server.emit("event", {}, to="room", skip_sid=sid)

    assert (skipped.frames, closed.frames, len(other.frames)) == ([], [], 1)


def test_what_is_unusual_takes_the_way_of_the_library(server):
    line = Line(Offered())
    sid, *_rest = seat(server, line)

    server.emit("event", {"picture": b"bytes"}, to="room")
    server.emit("event", {}, to=sid, callback=lambda *_: None)

    assert line.wire.frames == []
    assert [packet if isinstance(packet, bytes) else packet[:3] for packet in line.packets] == ["451", b"bytes", "421"]


@pytest.fixture
def ends():
    """Give a wire's socket that never waits, and the other end of it."""
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    ours.setblocking(False)
    theirs.settimeout(10)
    yield ours, theirs
    ours.close()
    theirs.close()


class Patient:
    """A socket as gevent gives it: ``sendall`` waits, the file underneath never does."""

    def __init__(self, sock, while_waiting):
        self._sock, self._while_waiting = sock, while_waiting

    def sendall(self, data):
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[self._sock.send(rest) :]
            except BlockingIOError:
                self._while_waiting()

    def __getattr__(self, name):
        return getattr(self._sock, name)


def at_once(work):
    work()


def frames_in(data):
    found = []
    while data:
        length, start = data[1], 2
        if length == 126:
            (length,), start = struct.unpack(">H", data[2:4]), 4
        found.append(data[start : start + length].decode())
        data = data[start + length :]
    return found


def test_a_slow_reader_gets_every_frame_whole_and_in_order_whoever_writes(ends):
    ours, theirs = ends
    seen, later = bytearray(), []
    wire = Wire(Patient(ours, lambda: seen.extend(theirs.recv(1000))), later.append, later.append, pytest.fail)

    told = [f"{number} {'x' * 700}" for number in range(400)]
    for number, text in enumerate(told):
        if number % 7 == 3:
            wire.send(text_frame(text))
        else:
            wire.offer(text_frame(text))
        while later and number % 5 == 0:
            later.pop()()
    while later:
        later.pop()()
    ours.shutdown(socket.SHUT_WR)
    while more := theirs.recv(65536):
        seen.extend(more)

    assert frames_in(bytes(seen)) == told


def test_a_reader_who_lets_too_much_wait_is_cut_off_once(ends):
    ours, theirs = ends
    cut = []
    wire = Wire(ours, at_once, lambda drain: None, lambda: cut.append(True))
    frame = text_frame("x" * 60000)

    for _ in range(3 * MOST_WAITING // len(frame)):
        wire.offer(frame)

    assert cut == [True]
    data = bytearray()
    while more := theirs.recv(65536):
        data.extend(more)
    assert len(data) < len(frame)


def test_a_line_that_is_gone_costs_nobody_an_error(ends):
    ours, theirs = ends
    wire = Wire(ours, at_once, lambda drain: None, pytest.fail)
    theirs.close()

    for _ in range(3):
        wire.offer(text_frame("x"))
    with pytest.raises(OSError):
        Wire(ours, at_once, lambda drain: None, pytest.fail).send(text_frame("x"))


def test_what_is_offered_in_one_turn_is_one_write(ends):
    ours, theirs = ends
    due = []
    wire = Wire(ours, due.append, pytest.fail, pytest.fail)

    for text in ("one", "two", "three"):
        wire.offer(text_frame(text))
    assert len(due) == 1
    due.pop()()

    assert frames_in(theirs.recv(65536)) == ["one", "two", "three"]


def test_what_many_wires_are_offered_in_one_turn_is_written_when_it_ends_and_the_next_turn_begins_anew():
    calls, written = [], []
    turn = Turn(calls.append)

    for name in ("one", "two"):
        turn(lambda name=name: written.append(name))
    assert (len(calls), written) == (1, [])
    calls.pop()()
    turn(lambda: written.append("three"))

    assert written == ["one", "two"]
    calls.pop()()
    assert written == ["one", "two", "three"]


ROOMS = st.sampled_from(["red", "green", "blue"])
MOVES = st.lists(st.tuples(st.sampled_from(["come", "enter", "leave", "close", "go"]), st.integers(0, 5), ROOMS))


@given(MOVES)
@settings(deadline=None)
def test_whoever_goes_is_forgotten_as_the_library_forgets(moves):
    ours, theirs = (socketio.Server(async_mode="threading", client_manager=one) for one in (OneFrame(), None))
    sids = dict[int, tuple[str, str]]()

    def same():
        seen = []
        for server, place in ((ours, 0), (theirs, 1)):
            number = {pair[place]: who for who, pair in sids.items()}
            rooms = server.manager.rooms.get("/", {})
            seen.append({(number.get(name, name)): {number[sid] for sid in room} for name, room in rooms.items()})
            assert not server.manager.pending_connect and not server.manager.pending_disconnect
        assert seen[0] == seen[1]

    for what, who, room in moves:
        if what == "come" and who not in sids:
            sids[who] = tuple(server.manager.connect(f"line-{who}", "/") for server in (ours, theirs))
        elif who in sids:
            for server, sid in zip((ours, theirs), sids[who], strict=True):
                match what:
                    case "enter":
                        server.manager.enter_room(sid, "/", room)
                    case "leave":
                        server.manager.leave_room(sid, "/", room)
                    case "close":
                        server.manager.close_room(room, "/")
                    case "go":
                        server.manager.pre_disconnect(sid, "/")
                        server.manager.disconnect(sid, "/")
            if what == "go":
                del sids[who]
        same()
    for sid, _theirs in sids.values():
        ours.manager.disconnect(sid, "/")
    assert ours.manager._rooms_of == {}
