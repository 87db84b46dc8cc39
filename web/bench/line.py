"""One line to a server, a few microseconds a message: a WebSocket that speaks Engine.IO 4 and Socket.IO 5, in bytes."""

import errno
import os
import socket
from enum import IntEnum

from web.door import TEAM

TEXT, CLOSE, PING, PONG = 0x81, 0x88, 0x89, 0x8A
SHORT, MIDDLE = 126, 127
PIECE = 1 << 16


class Lost(Exception):
    """Say that a line is gone, or was never let in."""


class State(IntEnum):
    """How far a line has come."""

    AWAY, DIALLING, UPGRADING, OPENING, SEATED = range(5)


def frame(body: bytes, opcode: int = TEXT) -> bytes:
    """Frame a client's message (RFC 6455): masked, as it must be, by zeros, which leave the bytes as they are."""
    size = len(body)
    if size < SHORT:
        return bytes((opcode, 0x80 | size)) + b"\0\0\0\0" + body
    return bytes((opcode, 0x80 | SHORT)) + size.to_bytes(2, "big") + b"\0\0\0\0" + body


class Line:
    """A participant's line: *n* is the last number of her stream that she has seen, *asked* what she waits for."""

    __slots__ = ("asked", "asked_at", "n", "place", "sent", "sock", "state", "_rest", "_token")  # noqa: RUF023

    def __init__(self, place: int, token: str) -> None:
        self.place, self._token = place, token
        self.state, self.n, self.sent = State.AWAY, 0, 0
        self.asked, self.asked_at = 0, 0
        self._rest = b""

    def dial(self, port: int) -> None:
        """Begin to connect to this machine's *port*; what follows goes on by itself when it can be written and read."""
        self.sock = socket.socket()
        self.sock.setblocking(False)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rest, self.asked, self.state = b"", 0, State.DIALLING
        if self.sock.connect_ex(("127.0.0.1", port)) not in (0, errno.EINPROGRESS):
            raise Lost

    def upgrade(self, port: int) -> None:
        """Ask for a WebSocket, as the browser of a participant would."""
        if self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise Lost
        self.state = State.UPGRADING
        self._write(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            f"Origin: http://127.0.0.1:{port}\r\nCookie: {TEAM}={self._token}\r\n\r\n".encode()
        )

    def send(self, text: bytes) -> None:
        """Send one message."""
        self._write(frame(text))

    def _write(self, data: bytes) -> None:
        # So little is on its way that a kernel's buffer always takes it whole.
        try:
            if self.sock.send(data) == len(data):
                return
        except OSError as error:
            raise Lost from error
        raise Lost

    def hear(self) -> list[bytes]:
        """Give the Socket.IO packets that have come whole; the engine's own are answered here."""
        try:
            data = self.sock.recv(PIECE)
        except BlockingIOError:
            return []
        except OSError as error:
            raise Lost from error
        if not data:
            raise Lost
        if self._rest:
            data = self._rest + data
        if self.state == State.UPGRADING:
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return []
            if not head.startswith(b"HTTP/1.1 101"):
                raise Lost
            self.state = State.OPENING
        return self._packets(data)

    def _packets(self, data: bytes) -> list[bytes]:
        packets, place, length = list[bytes](), 0, len(data)
        while length - place >= 2:
            opcode, size, begin = data[place], data[place + 1], place + 2
            if size >= SHORT:
                begin += 2 if size == SHORT else 8
                size = int.from_bytes(data[place + 2 : begin], "big") if begin <= length else length
            end = begin + size
            if end > length:
                break
            body, place = data[begin:end], end
            if opcode == TEXT:
                self._engine(body, packets)
            elif opcode == PING:
                self._write(frame(body, PONG))
            else:
                raise Lost
        self._rest = data[place:]
        return packets

    def _engine(self, body: bytes, packets: list[bytes]) -> None:
        kind = body[:1]
        if kind == b"4":
            packets.append(body[1:])
        elif kind == b"2":
            self.send(b"3")
        elif kind == b"0":
            self.send(b'40{"as":"team"}')
        elif kind != b"6":
            raise Lost

    def hang_up(self) -> None:
        """Cut the line."""
        if self.state != State.AWAY:
            self.sock.close()
            self.state = State.AWAY


def let_open(lines: int) -> None:
    """Let this process, and those it starts, hold so many lines open, as far as the system allows."""
    if os.name != "posix":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = lines + 200
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
