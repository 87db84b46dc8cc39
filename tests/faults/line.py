"""Single lines of one loop: they ask what they are told to, hear what is said, and do nothing by themselves."""

import asyncio
import json
import resource
import threading
import time
from collections import Counter
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from tests.faults.wire import Wire, WireError, event_text

PATH = "/socket.io/?EIO=4&transport=websocket"
Result = TypeVar("Result")


class Line:
    """One WebSocket that has come in. *heard* counts what the server said by name, *replies* keeps each answer."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.heard = Counter[str]()
        self.ended = asyncio.Event()
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._asked = 0
        self._reading: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, where: tuple[str, int], cookie: str, auth: Mapping[str, Any] | None = None) -> "Line":
        """Come in as the cookie's holder; raise `ConnectionRefusedError` with the code where she is turned away."""
        wire = await Wire.open(*where, PATH, cookie)
        try:
            await asyncio.wait_for(wire.read(), 30)
            wire.send("40" + json.dumps(auth or {"as": "team"}))
            while not (answer := await asyncio.wait_for(wire.read(), 30)).startswith("4"):
                if answer == "2":
                    wire.send("3")
            if answer.startswith("44"):
                raise ConnectionRefusedError(json.loads(answer[2:]).get("data", {}).get("code") or answer)
        except BaseException:
            wire.cut()
            raise
        line = cls(wire)
        line._reading = asyncio.ensure_future(line._read())
        return line

    async def _read(self) -> None:
        try:
            while True:
                self._take(await self.wire.read())
        except (WireError, OSError):
            self.wire.cut()
            self.ended.set()
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(WireError("the line was cut"))

    def _take(self, text: str) -> None:
        if text == "2":
            self.wire.send("3")
        elif text.startswith("42"):
            self.heard[json.loads(text[text.index("[") :])[0]] += 1
        elif text.startswith("43"):
            number, _, told = text[2:].partition("[")
            waiting = self._waiting.pop(int(number), None)
            if waiting is not None and not waiting.done():
                # A handler that answers nothing is acknowledged all the same.
                waiting.set_result((json.loads("[" + told) or [{}])[0])
        elif text.startswith(("1", "41")):
            raise WireError("the server closed the line")

    def say(self, name: str, facts: Any) -> "asyncio.Future[Any]":
        """Send a request at once; gives where its answer will be."""
        self._asked += 1
        waiting = asyncio.get_running_loop().create_future()
        if self.ended.is_set():
            waiting.set_exception(WireError("the line was cut"))
            return waiting
        self._waiting[self._asked] = waiting
        self.wire.send(event_text(name, facts, self._asked))
        return waiting

    async def ask(self, name: str, facts: Any, within: float = 30) -> Any:
        """Ask and wait for the answer."""
        return await asyncio.wait_for(self.say(name, facts), within)

    async def timed(self, name: str, facts: Any, within: float = 30) -> tuple[Any, float]:
        """Ask; gives the answer and the seconds that it took."""
        began = time.monotonic()
        return await self.ask(name, facts, within), time.monotonic() - began

    def cut(self) -> None:
        """End it as a lost network does."""
        self.wire.cut()
        if self._reading is not None:
            self._reading.cancel()


class Loop:
    """An event loop in a thread of its own, for what goes on beside the test."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Loop":
        # Each line takes a descriptor; what runs short must be the server's, not ours.
        self._files = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (self._files[1], self._files[1]))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        async def end() -> None:
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
            await asyncio.sleep(0.05)

        self.run(end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)
        self._loop.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, self._files)

    def run(self, work: Coroutine[Any, Any, Result], within: float = 600) -> Result:
        """Do something there and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(within)

    def begin(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Let something go on there; gives what can be waited for."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)
