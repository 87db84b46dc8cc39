"""A participant's device as the page makes it (static/live.js, participant/outbox.js): it forgets nothing it has shown
or has to send, whatever the network and the servers do."""

import asyncio
import json
import random
import time
from collections.abc import Callable, Mapping
from typing import Any

from tests.faults.history import History
from tests.faults.wire import Wire, WireError, event_text

SILENCE, PATIENCE, LOOK_EVERY, PUMP_EVERY = 10.0, 8.0, 2.0, 4.0
FIRST_DELAY, LONGEST_DELAY, REFUSED_DELAY = 0.5, 5.0, 3.0
PATH = "/socket.io/?EIO=4&transport=websocket"
# What is not an answer about the answer: it goes again.
AGAIN = frozenset({"too_many", "server_failed"})
Where = Callable[[int], tuple[str, int, str | None]]


class Device:
    """One screen. *where* gives host, port and host name for its n-th try: what a proxy before the nodes would do."""

    def __init__(
        self, name: str, cookie: str, auth: Mapping[str, Any], where: Where, history: History, seed: str
    ) -> None:
        self.name, self.n, self.here = name, 0, False
        self.outbox: dict[str, dict[str, Any]] = {}
        self.open: dict[str, dict[str, Any]] = {}
        self.tries = 0
        self._cookie, self._auth, self._where, self._history = cookie, dict(auth), where, history
        self.rng = random.Random(seed)
        self._wire: Wire | None = None
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._asked, self._resuming, self._pumping, self._ended = 0, False, False, False
        self._heard, self._port = 0.0, 0
        # Without its clock: the longest it had to wait for that, on one line.
        self.longest_wait = self._clock_at = 0.0
        self._fresh: list[str] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        self.shown: Callable[[dict[str, Any]], None] = lambda event: None

    # the line

    async def live(self) -> None:
        """Come in, and come back again and again, until `end`."""
        failures = 0
        self._start(self._watch())
        while not self._ended:
            refused = False
            try:
                await self._visit()
                failures = 0
            except ConnectionRefusedError as error:
                refused = bool(error.args and isinstance(error.args[0], dict))
                failures += 1
            except (OSError, TimeoutError) as error:
                failures = 0 if self.here else failures + 1
                if str(error).startswith("HTTP/"):
                    self._history.note(self.name, "no_line", told=str(error))
            self._lose()
            wait = min(FIRST_DELAY * 2 ** min(failures, 10), LONGEST_DELAY) * self.rng.uniform(0.5, 1.5)
            await asyncio.sleep(REFUSED_DELAY if refused else wait)

    async def _visit(self) -> None:
        host, port, name = self._where(self.tries)
        self.tries += 1
        self._port = port
        self._wire = wire = await Wire.open(host, port, PATH, self._cookie, name=name)
        if not (await asyncio.wait_for(wire.read(), 20)).startswith("0"):
            raise WireError("no greeting")
        wire.send("40" + json.dumps(self._auth))
        while not (answer := await asyncio.wait_for(wire.read(), 20)).startswith("4"):
            self._control(wire, answer)
        if answer.startswith("44"):
            told = json.loads(answer[2:])
            self._history.note(self.name, "turned_away", told=told)
            raise ConnectionRefusedError(told)
        self.here, self._heard = True, time.monotonic()
        self._history.note(self.name, "connected", port=port)
        self._start(self._resume())
        self._start(self.pump())
        while True:
            self._take(wire, await wire.read())

    def _lose(self) -> None:
        if self._wire is not None:
            self._wire.cut()
        if self.here:
            self._history.note(self.name, "lost")
        self._wire, self.here, self._clock_at = None, False, 0.0
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(WireError("the line was cut"))
        self._waiting.clear()

    def cut(self) -> None:
        """Cut the line as a lost network does; the device comes back by itself."""
        if self._wire is not None:
            self._wire.cut()

    async def end(self) -> None:
        """Close the page."""
        self._ended = True
        self._lose()
        for task in list(self._tasks):
            task.cancel()

    def _start(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._history.note(self.name, "broken", error=repr(error))

    def _control(self, wire: Wire, text: str) -> None:
        if text == "2":
            wire.send("3")
        elif text.startswith(("1", "41")):
            raise WireError("the server closed the line")

    def _take(self, wire: Wire, text: str) -> None:
        if text.startswith("42"):
            name, *facts = json.loads(text[text.index("[") :])
            self._hear(name, facts[0] if facts else None)
        elif text.startswith("43"):
            number, _, told = text[2:].partition("[")
            waiting = self._waiting.pop(int(number), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(json.loads("[" + told)[0])
        else:
            self._control(wire, text)

    async def ask(self, name: str, facts: Mapping[str, Any]) -> Any:
        """Ask the server; raise where no answer comes in time."""
        if self._wire is None or not self.here:
            raise WireError("offline")
        self._asked += 1
        number, waiting = self._asked, asyncio.get_running_loop().create_future()
        self._waiting[number] = waiting
        self._wire.send(event_text(name, facts, number))
        try:
            return await asyncio.wait_for(waiting, PATIENCE)
        finally:
            self._waiting.pop(number, None)

    # the stream

    def _hear(self, name: str, facts: Any) -> None:
        if name == "event":
            self._heard = time.monotonic()
            if facts["n"] == self.n + 1:
                self._show(facts, "told")
            elif facts["n"] > self.n:
                self._start(self._resume())
        elif name == "clock":
            now = time.monotonic()
            if self._clock_at:
                self.longest_wait = max(self.longest_wait, now - self._clock_at)
            self._heard = self._clock_at = now
            if facts.get("n", 0) > self.n:
                self._start(self._resume())
        elif name == "trouble_changed":
            self._history.note(self.name, "told", name=name, facts=facts)

    async def _resume(self) -> None:
        if self._resuming or not self.here:
            return
        self._resuming = True
        try:
            while True:
                page = await self.ask("resume", {"n": self.n})
                if "error" in page:
                    self._history.note(self.name, "resume_refused", code=page["error"]["code"])
                    break
                for event in page["events"]:
                    self._show(event, "resumed")
                self._heard = time.monotonic()
                if not page["events"] or self.n >= page["n"]:
                    break
        except (OSError, TimeoutError):
            pass
        finally:
            self._resuming = False
        await self._receive()

    def _show(self, event: dict[str, Any], way: str) -> None:
        if event["n"] <= self.n:
            return
        self.n = event["n"]
        inject = event.get("inject")
        name = inject["id"] if isinstance(inject, dict) else inject
        self._history.note(
            self.name, "shown", n=event["n"], kind=event["kind"], inject=name, at=event["at"],
            drill_time=event["drill_time"], way=way, late=event.get("late"),
        )  # fmt: skip
        if event["kind"] == "inject_delivered" and isinstance(inject, dict):
            self._fresh.append(name)
            if inject.get("ask"):
                self.open[name] = inject["ask"]
            if way == "told":
                self._start(self._receive())
        if isinstance(event.get("response"), dict):
            self._arrived(event["response"]["id"])
        self.shown(event)

    async def _receive(self) -> None:
        fresh, self._fresh = self._fresh, []
        if not fresh:
            return
        try:
            await self.ask("receive_injects", {"injects": fresh})
        except (OSError, TimeoutError):
            self._fresh = fresh + self._fresh

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if self.outbox:
                self._start(self.pump())
            silent = time.monotonic() - self._heard
            if not self.here:
                continue
            if silent > SILENCE + PATIENCE:
                self._history.note(self.name, "silent", seconds=round(silent, 1))
                self.cut()
            elif silent > SILENCE:
                self._start(self._resume())

    # the outbox

    def send(self, inject: str, content: Mapping[str, Any], *, confirmed: bool = False) -> str:
        """Answer an inject; it is kept until the server has it. A newer answer takes the place of one that waits."""
        if (older := self.outbox.pop(inject, None)) is not None:
            self._history.note(self.name, "dropped", op=older["id"])
        op = f"{self.rng.getrandbits(96):024x}"
        typed = int(time.time() * 1000)
        self.outbox[inject] = {
            "id": op, "inject": inject, "content": dict(content), "confirmed": confirmed, "typed_at": typed,
        }  # fmt: skip
        self._history.note(self.name, "invoke", op=op, inject=inject, content=content)
        self._start(self.pump())
        return op

    async def pump(self) -> None:
        """Send what waits, one after the other; without an answer the same id goes again."""
        if self._pumping or not self.here:
            return
        self._pumping = True
        try:
            for item in list(self.outbox.values()):
                receipt = await self.ask("send_response", item)
                code = receipt.get("error", {}).get("code")
                if code in AGAIN:
                    self._history.note(self.name, "again", op=item["id"], code=code)
                    break
                self._settle(item, receipt, code)
        except (OSError, TimeoutError):
            pass
        finally:
            self._pumping = False

    def _settle(self, item: dict[str, Any], receipt: Mapping[str, Any], code: str | None) -> None:
        if code is None:
            told = {"state": receipt["state"], "version": receipt.get("version")}
            self._history.note(self.name, "ok", op=item["id"], inject=item["inject"], port=self._port, **told)
        else:
            self._history.note(self.name, "fail", op=item["id"], inject=item["inject"], code=code)
        self._forget(item["id"])

    def _arrived(self, op: str) -> None:
        # The stream may know of an answer whose receipt was lost.
        if any(item["id"] == op for item in self.outbox.values()):
            self._history.note(self.name, "seen", op=op)
            self._forget(op)

    def _forget(self, op: str) -> None:
        self.outbox = {inject: item for inject, item in self.outbox.items() if item["id"] != op}
