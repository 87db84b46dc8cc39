"""A WebSocket client of bytes: it sees what a library would hide, such as a frame that is cut."""

import base64
import json
import os
import socket
import struct


def handshake(port: int, path: str, cookie: str, *, offer: str | None = None, window: int | None = None):
    """Open a WebSocket; gives the socket, the answer's head, and the bytes that came after it."""
    connection = socket.socket()
    if window:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
    connection.settimeout(20)
    connection.connect(("127.0.0.1", port))
    lines = [
        f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}", "Sec-WebSocket-Version: 13",
        f"Cookie: {cookie}", f"Origin: http://127.0.0.1:{port}",
    ]  # fmt: skip
    if offer:
        lines.append(f"Sec-WebSocket-Extensions: {offer}")
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(4096)
    head, _, rest = data.partition(b"\r\n\r\n")
    return connection, head.decode(), rest


class Frames:
    """Read whole frames; anything that is none raises."""

    def __init__(self, connection: socket.socket, rest: bytes = b"") -> None:
        self.connection, self._buffer = connection, rest

    def send(self, text: str) -> None:
        """Send one masked text frame of up to 125 bytes."""
        data, mask = text.encode(), os.urandom(4)
        masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))
        self.connection.sendall(bytes((0x81, 0x80 | len(data))) + mask + masked)

    def read(self) -> str:
        """Give the next text frame."""
        first, length = self._take(2)
        if length == 126:
            (length,) = struct.unpack(">H", self._take(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", self._take(8))
        if first not in (0x81, 0x88, 0x89) or length > 10_000_000:
            raise AssertionError(f"no frame begins with {first:#x} and is {length} bytes long")
        return self._take(length).decode()

    def _take(self, count: int) -> bytes:
        while len(self._buffer) < count:
            more = self.connection.recv(1 << 16)
            if not more:
                raise EOFError
            self._buffer += more
        taken, self._buffer = self._buffer[:count], self._buffer[count:]
        return taken


def event_of(frame: str):
    """Give the name and the facts of a Socket.IO event, None for anything else."""
    return tuple(json.loads(frame[2:])) if frame.startswith("42") else None
