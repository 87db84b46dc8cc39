"""One frame per audience: the one place that writes below Socket.IO, because its own way frames for every client anew.

Stock python-socketio queues an event per client, wakes a greenlet per client, and frames the same bytes for each of
them: some 50 ms of CPU for an inject to 1,000 clients, where this needs 12. What it leans on, each held by a test of
`tests/live/test_frames.py`: ``Manager.emit`` and ``get_participants``, what ``basic_disconnect`` forgets,
``packet_class(…).encode()``, the engine's ``sockets``, that the engine's ``Socket.send`` is the only way to a client,
and that gunicorn's WebSocket is the plain socket of ``environ["gunicorn.socket"]``. Polling clients, upgraded ones,
binary, callbacks and TLS of our own take the stock path; ``PRONTAS_FRAMES=stock`` lets everybody take it.
"""

import os
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any

import engineio.packet
import socketio
import socketio.packet

# More than this waiting before it is given yet another frame: the line is cut, and its browser comes back for the rest.
MOST_WAITING = 2 * 1024 * 1024
Begin = Callable[[Callable[[], Any]], Any]
TEXT, SHORT, MIDDLE = 0x81, 126, 1 << 16


def text_frame(text: str) -> bytes:
    """Frame *text* as one WebSocket message from a server (RFC 6455, 5.2): final, unmasked, not compressed."""
    body = text.encode()
    size = len(body)
    if size < SHORT:
        return bytes((TEXT, size)) + body
    if size < MIDDLE:
        return bytes((TEXT, 126)) + size.to_bytes(2, "big") + body
    return bytes((TEXT, 127)) + size.to_bytes(8, "big") + body


class Turn:
    """What is to be written once the work at hand is done: one call of the loop (*soon*) for all that is due by then.

    So an inject's thousand frames go out in one piece, before the loop looks at what their readers answer.
    """

    def __init__(self, soon: Begin) -> None:
        self._soon = soon
        self._due: list[Callable[[], None]] = []

    def __call__(self, flush: Callable[[], None]) -> None:
        """Let *flush* have its turn."""
        if not self._due:
            self._soon(self._end)
        self._due.append(flush)

    def _end(self) -> None:
        due, self._due = self._due, []
        for flush in due:
            flush()


class Wire:
    """A WebSocket's socket on which frames stay whole and in order, whoever writes them and however slowly it is read.

    ``send`` waits until all is written; it is what simple-websocket calls, whose own way cuts frames. ``offer`` never
    waits: it is written *soon*, once the work at hand is done, together with whatever else is offered until then, since
    a call into the kernel costs more than all before it. What does not fit into the kernel's buffer is written later,
    by a greenlet of its own (*spawn*).
    """

    def __init__(self, sock: Any, soon: Begin, spawn: Begin, cut: Callable[[], None]) -> None:
        self._sock, self._soon, self._spawn, self._cut = sock, soon, spawn, cut
        self._lock = Lock()
        self._waiting: deque[bytes | memoryview] = deque()
        self._size = 0
        # Somebody will write what waits: the flush that is due, or whoever writes just now.
        self._looked_after = self._broken = False

    def send(self, data: bytes) -> int:
        """Write all of *data* after what waits; give its length."""
        self._queue(data)
        self._drain()
        return len(data)

    def offer(self, frame: bytes) -> None:
        """Write *frame* soon; a reader who lets too much wait is cut off."""
        if self._broken:
            return
        if self._size > MOST_WAITING:
            self._cut()
            self.break_off()
            return
        self._queue(frame)
        if not self._looked_after:
            self._looked_after = True
            self._soon(self._flush)

    def _queue(self, data: bytes | memoryview) -> None:
        self._waiting.append(data)
        self._size += len(data)

    def _flush(self) -> None:
        """Write at once what the kernel takes; this must not wait."""
        self._looked_after = False
        if not self._waiting or self._lock.locked():
            # Whoever writes just now goes on until nothing waits.
            return
        data = self._waiting[0] if len(self._waiting) == 1 else b"".join(self._waiting)
        try:
            written = os.write(self._sock.fileno(), data)
        except BlockingIOError:
            written = 0
        except OSError:
            self.break_off()
            return
        self._waiting.clear()
        self._size = len(data) - written
        if self._size:
            self._waiting.append(memoryview(data)[written:])
            self._looked_after = True
            self._spawn(self._drain_quietly)

    def _drain(self) -> None:
        with self._lock:
            # The first stays in its place until it is written: whoever finds it there waits behind it.
            while self._waiting:
                first = self._waiting[0]
                try:
                    self._sock.sendall(first)
                except OSError:
                    self.break_off()
                    raise
                if self._waiting:
                    self._waiting.popleft()
                    self._size -= len(first)

    def _drain_quietly(self) -> None:
        try:
            self._drain()
        except OSError:
            pass
        finally:
            self._looked_after = False

    def break_off(self) -> None:
        """End the line at once, so that whoever reads from it or waits to write on it goes on."""
        self._broken = True
        self._waiting.clear()
        self._size = 0
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class OneFrame(socketio.Manager):  # type: ignore[misc]
    """A client manager that encodes and frames an event once, and gives the same bytes to every wire of the room.

    It knows which rooms each client is in: the library looks for one who goes in all rooms there are, some milliseconds
    in a full house, and a thousand go at once when a ministry's line is cut.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rooms_of: dict[tuple[str, str], set[str | None]] = {}

    def basic_enter_room(self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None) -> None:
        """Let a client into a room, and remember it."""
        super().basic_enter_room(sid, namespace, room, eio_sid=eio_sid)
        self._rooms_of.setdefault((namespace, sid), set()).add(room)

    def basic_leave_room(self, sid: str, namespace: str, room: str | None) -> None:
        """Let a client out of a room."""
        super().basic_leave_room(sid, namespace, room)
        rooms = self._rooms_of.get((namespace, sid), set())
        rooms.discard(room)
        if not rooms:
            self._rooms_of.pop((namespace, sid), None)

    def basic_disconnect(self, sid: str, namespace: str, **_kwargs: Any) -> None:
        """Forget a client."""
        for room in list(self._rooms_of.get((namespace, sid), ())):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
                if not pending[namespace]:
                    del pending[namespace]

    def emit(
        self, event: str, data: Any, namespace: str, room: Any = None, skip_sid: Any = None, callback: Any = None,
        to: Any = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        """Emit to the sockets of a room; what is unusual goes the way of the library."""
        message = None if callback else self._encoded(event, data, namespace)
        if not isinstance(message, str):
            super().emit(event, data, namespace, room, skip_sid, callback, to, **kwargs)
            return
        packet = engineio.packet.Packet(engineio.packet.MESSAGE, message)
        frame = text_frame(packet.encode())
        skipped = skip_sid if isinstance(skip_sid, list) else [skip_sid]
        lines = self.server.eio.sockets
        for sid, line_id in self.get_participants(namespace, to or room):
            if sid in skipped:
                continue
            line = lines.get(line_id)
            wire = getattr(line, "wire", None)
            if wire is None:
                self.server._send_eio_packet(line_id, packet)
            elif not line.closed:
                wire.offer(frame)

    def _encoded(self, event: str, data: Any, namespace: str) -> Any:
        told = list(data) if isinstance(data, tuple) else [] if data is None else [data]
        # Whether there are bytes in it the library would find out by looking at every value, which costs as much as
        # writing them all down; who writes them down learns of it too.
        packet = self.server.packet_class(socketio.packet.EVENT, namespace=namespace, data=[event, *told], binary=False)
        try:
            return packet.encode()
        except TypeError:
            return None
