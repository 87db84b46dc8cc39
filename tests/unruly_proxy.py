"""A network on its bad day: a TCP proxy that delays, narrows, stalls, loses and cuts, and meddles with HTTP.

It stands before any port (a server, a database, Redis) and is steered while it runs, from any thread::

    with unruly_proxy(server.port, seed=7) as proxy:
        proxy.shape(delay=0.6, jitter=0.3, kbit=64)     # seconds each way; the width is that of the whole line
        proxy.stall(); proxy.heal()                     # what was sent meanwhile arrives, late
        proxy.lose(); proxy.heal()                      # TCP stays open and nothing arrives: also later, on old lines
        proxy.cut()                                     # every connection is reset, new ones come through
        proxy.cut_every(20)
        proxy.refuse(); proxy.heal()                    # resets, and resets whoever comes
        proxy.websockets("400")                         # or "502", "strip", "mute", "swallow"; "pass" again
        proxy.captive(302); proxy.heal()                # a portal answers everything: 302, 200 or 511

`websockets` and `captive` look at the first request of a connection, for which browsers open a new one each time.
"""

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Literal

Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter
# When it is due to arrive, and what; nothing is the end.
Parcel = tuple[float, bytes]
Meddling = Literal["pass", "400", "502", "strip", "mute", "swallow"]
PORTAL = b"<!doctype html><title>Wi-Fi</title><h1>WELCOME TO THE HOTEL</h1><p>Accept the terms to go online.</p>"
REASONS = {200: "OK", 302: "Found", 400: "Bad Request", 502: "Bad Gateway", 511: "Network Authentication Required"}
LONGEST_HEAD = 65536
CHUNK, SMALL_CHUNK = 65536, 1024
RESET = struct.pack("ii", 1, 0)


@dataclass(eq=False)
class Connection:
    """Both ends of one connection, and whether it is lost for good: then nothing passes, and no end hears of it."""

    ends: list[Writer]
    lost: bool = False
    muted: bool = False


class UnrulyProxy:
    """One line between many clients and one port."""

    def __init__(self, port: int, host: str = "127.0.0.1", *, seed: int = 0) -> None:
        self.target = (host, port)
        self.port = 0
        # What came: connections in all, and how many of them asked for a WebSocket.
        self.came = self.upgrades = 0
        self._chance = random.Random(seed)
        self._delay = self._jitter = 0.0
        self._kbit: float | None = None
        self._free_at = {"up": 0.0, "down": 0.0}
        self._meddling: Meddling = "pass"
        self._portal: int | None = None
        self._refusing = self._losing = False
        self._connections: set[Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="unruly proxy", daemon=True)
        self._ready = threading.Event()
        self._turn = 0

    @property
    def url(self) -> str:
        """Give the address of this line for a browser."""
        return f"http://127.0.0.1:{self.port}"

    def shape(self, *, delay: float = 0, jitter: float = 0, kbit: float | None = None) -> None:
        """Delay each way by *delay* ± *jitter* seconds, and let *kbit* a second through each way at most."""
        self._do(lambda: self.__dict__.update(_delay=delay, _jitter=jitter, _kbit=kbit))

    def stall(self) -> None:
        """Hold everything back until it is healed; nothing is lost."""
        self._do(self._passing.clear)

    def lose(self) -> None:
        """Let nothing arrive any more: connections stay open at both ends and are dead, those to come too."""

        def lose() -> None:
            self._losing = True
            for connection in self._connections:
                connection.lost = True

        self._do(lose)

    def heal(self) -> None:
        """Let new connections pass as they should; what was stalled goes on, what was lost stays lost."""

        def heal() -> None:
            self._losing = self._refusing = False
            self._portal = None
            self._passing.set()

        self._do(heal)

    def cut(self) -> None:
        """Reset every connection, as a network does that has changed."""
        self._do(self._cut_all)

    def cut_every(self, seconds: float | None) -> None:
        """Reset every connection again and again; ``None`` ends it."""

        def cut(turn: int) -> None:
            if seconds is not None and turn == self._turn:
                self._cut_all()
                self._loop.call_later(seconds, cut, turn)

        def change() -> None:
            self._turn += 1
            if seconds is not None:
                self._loop.call_later(seconds, cut, self._turn)

        self._do(change)

    def refuse(self) -> None:
        """Reset every connection, and whoever comes."""

        self._do(lambda: (self.__dict__.update(_refusing=True), self._cut_all()))

    def websockets(self, how: Meddling) -> None:
        """Refuse WebSockets with 400 or 502, strip their wish off, swallow it, or accept it and then be mute."""
        self._do(lambda: self.__dict__.update(_meddling=how))

    def captive(self, status: int = 302) -> None:
        """Answer everything with a portal's page; connections that were open are reset."""

        self._do(lambda: (self.__dict__.update(_portal=status), self._cut_all()))

    def close(self) -> None:
        """End it with all its connections."""

        async def end() -> None:
            self._server.close()
            self._turn += 1
            while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            # Also whoever came in the last moment, and was never served.
            self._cut_all()

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()
        self._ready.wait(10)

    def _do(self, act: Callable[[], Any]) -> None:
        done = threading.Event()
        self._loop.call_soon_threadsafe(lambda: (act(), done.set()))
        done.wait(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._listen())
        self._loop.run_forever()

    async def _listen(self) -> None:
        self._passing = asyncio.Event()
        self._passing.set()
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", 0, limit=LONGEST_HEAD)
        self.port = self._server.sockets[0].getsockname()[1]
        self._ready.set()

    def _cut_all(self) -> None:
        for connection in list(self._connections):
            self._end(connection)

    def _end(self, connection: Connection, *, reset: bool = True) -> None:
        self._connections.discard(connection)
        for writer in connection.ends:
            if not reset:
                writer.close()
            elif not writer.transport.is_closing():
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                writer.transport.abort()

    def _welcome(self, reader: Reader, writer: Writer) -> None:
        self.came += 1
        connection = Connection([writer], lost=self._losing)
        self._connections.add(connection)
        task = self._loop.create_task(self._serve(connection, reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, connection: Connection, reader: Reader, writer: Writer) -> None:
        reset = self._refusing
        try:
            if not reset:
                await self._carry(connection, reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            reset = True
        if not connection.lost:
            self._end(connection, reset=reset)

    async def _carry(self, connection: Connection, reader: Reader, writer: Writer) -> None:
        head = b""
        if connection.lost:
            await reader.read()
            return
        if self._meddling != "pass" or self._portal is not None:
            head = await reader.readuntil(b"\r\n\r\n")
            head = await self._meddle(connection, head, reader, writer)
            if not head:
                return
        there, to = await asyncio.open_connection(*self.target)
        connection.ends.append(to)
        if head:
            to.write(head)
        ways = [self._pass_on(connection, reader, to, "up"), self._pass_on(connection, there, writer, "down")]
        await asyncio.gather(*ways)

    async def _meddle(self, connection: Connection, head: bytes, reader: Reader, writer: Writer) -> bytes:
        if self._portal is not None:
            await self._say(writer, self._portal, PORTAL)
            return b""
        if b"\r\nupgrade: websocket" not in head.lower():
            return head
        self.upgrades += 1
        match self._meddling:
            case "400" | "502":
                await self._say(writer, int(self._meddling), b"<h1>The proxy does not know this.</h1>")
                return b""
            case "swallow":
                await reader.read()
                return b""
            case "mute":
                connection.muted = True
            case "strip":
                lines = head.split(b"\r\n")
                head = b"\r\n".join(one for one in lines if not one.lower().startswith((b"upgrade:", b"connection:")))
        return head

    async def _say(self, writer: Writer, status: int, body: bytes) -> None:
        lines = [
            f"HTTP/1.1 {status} {REASONS[status]}", "Content-Type: text/html", f"Content-Length: {len(body)}",
            "Connection: close", *(["Location: http://portal.invalid/"] if status == 302 else []),
        ]  # fmt: skip
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        await writer.drain()
        writer.write_eof()
        # What the other end still sends is read away, so that it hears us before it hears of the end.
        await asyncio.sleep(0.2)

    async def _pass_on(self, connection: Connection, reader: Reader, writer: Writer, way: str) -> None:
        waiting: asyncio.Queue[Parcel] = asyncio.Queue(256)
        delivery = asyncio.create_task(self._deliver(connection, waiting, writer))
        # An end that is gone is gone for the other end too.
        delivery.add_done_callback(lambda done: done.cancelled() or (done.exception() and self._end(connection)))
        heads = 0
        while data := await reader.read(SMALL_CHUNK if self._kbit else CHUNK):
            if connection.lost:
                continue
            if connection.muted:
                # The answer to the handshake passes, and then no more.
                heads += 1
                if way == "up" or heads > 1:
                    continue
                data = data.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            await waiting.put((self._due_at(len(data), way), data))
        # The end of a line arrives behind what was sent before it.
        await waiting.put((self._due_at(0, way), b""))
        await delivery

    def _due_at(self, length: int, way: str) -> float:
        now = self._loop.time()
        if self._kbit:
            self._free_at[way] = max(now, self._free_at[way]) + length * 8 / (self._kbit * 1000)
            now = self._free_at[way]
        return now + max(0.0, self._delay + self._chance.uniform(-self._jitter, self._jitter))

    async def _deliver(self, connection: Connection, waiting: "asyncio.Queue[Parcel]", writer: Writer) -> None:
        while True:
            due_at, data = await waiting.get()
            # In order: what is due earlier than what went before goes right after it.
            await asyncio.sleep(max(0.0, due_at - self._loop.time()))
            await self._passing.wait()
            if connection.lost:
                continue
            if not data:
                with suppress(OSError):
                    writer.write_eof()
                return
            writer.write(data)
            await writer.drain()


@contextmanager
def unruly_proxy(port: int, host: str = "127.0.0.1", *, seed: int = 0) -> Iterator[UnrulyProxy]:
    """Put such a line before *port* and take it away afterwards."""
    proxy = UnrulyProxy(port, host, seed=seed)
    proxy.start()
    try:
        yield proxy
    finally:
        proxy.close()
