"""A WebSocket of asyncio, made of bytes: light enough for hundreds of clients in one process."""

import asyncio
import base64
import json
import os
from typing import Any

HANDSHAKE = 20.0
LONGEST_FRAME = 10_000_000


class WireError(OSError):
    """Say that the other end is not a WebSocket, or is one no more."""


class Wire:
    """One open WebSocket; whole text frames in both directions."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, host: str, port: int, path: str, cookie: str, *, name: str | None = None) -> "Wire":
        """Connect and shake hands within 20 s, as browsers do; *name* is what the page's address says."""
        return await asyncio.wait_for(cls._open(host, port, path, cookie, name or f"{host}:{port}"), HANDSHAKE)

    @classmethod
    async def _open(cls, host: str, port: int, path: str, cookie: str, name: str) -> "Wire":
        reader, writer = await asyncio.open_connection(host, port)
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            f"GET {path} HTTP/1.1", f"Host: {name}", "Upgrade: websocket", "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", f"Cookie: {cookie}", f"Origin: http://{name}",
        )  # fmt: skip
        try:
            writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 101 " not in head.split(b"\r\n", 1)[0]:
                raise WireError(head.split(b"\r\n", 1)[0].decode(errors="replace"))
        except BaseException as error:
            writer.transport.abort()
            if isinstance(error, asyncio.IncompleteReadError | asyncio.LimitOverrunError):
                raise WireError("the line was cut in the handshake") from None
            raise
        return cls(reader, writer)

    async def read(self) -> str:
        """Give the next text frame; raise where the line has ended."""
        try:
            first, length = await self._reader.readexactly(2)
            if length == 126:
                length = int.from_bytes(await self._reader.readexactly(2))
            elif length == 127:
                length = int.from_bytes(await self._reader.readexactly(8))
            if first != 0x81 or length > LONGEST_FRAME:
                raise WireError(f"a frame that begins with {first:#x}")
            return (await self._reader.readexactly(length)).decode()
        except asyncio.IncompleteReadError:
            raise WireError("the line was cut") from None

    def send(self, text: str) -> None:
        """Send one masked text frame; a line that is gone is noticed by who reads."""
        data = text.encode()
        mask = os.urandom(4)
        size = len(data)
        if size < 126:
            head = bytes((0x81, 0x80 | size))
        elif size < 1 << 16:
            head = bytes((0x81, 0xFE)) + size.to_bytes(2)
        else:
            head = bytes((0x81, 0xFF)) + size.to_bytes(8)
        key = int.from_bytes((mask * (size // 4 + 1))[:size])
        masked = (int.from_bytes(data) ^ key).to_bytes(size)
        if not self._writer.transport.is_closing():
            self._writer.write(head + mask + masked)

    def cut(self) -> None:
        """End it as a lost network does, without a farewell."""
        self._writer.transport.abort()


def event_text(name: str, facts: Any, ack: int | None = None) -> str:
    """Write a Socket.IO event, with the number of the acknowledgement that is asked for."""
    return f"42{'' if ack is None else ack}{json.dumps([name, facts], ensure_ascii=False)}"
