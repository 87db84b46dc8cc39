"""Many devices in one event loop, in a thread of its own: they read, type drafts, and answer while they may."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.faults.device import Device

KINDS = {
    "text": lambda rng, op: {"text": f"Aislamos la red {op:06x}."},
    "choice": lambda rng, op: {"option": rng.choice("AABC")},
    "acknowledge": lambda rng, op: {},
}


class Crowd:
    """Run devices beside the test. *pace* is how often each answers, in answers a second; 0: only when
    told. *fat* makes their words longer."""

    def __init__(self, devices: Sequence[Device], *, pace: float = 0.3, drafts: float = 0.1, fat: int = 0) -> None:
        self.devices, self._pace, self._drafts, self._fat = list(devices), pace, drafts, fat
        self.quiet = pace <= 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Crowd":
        self._thread.start()
        for device in self.devices:
            self.do(lambda device=device: self._begin(device))
        return self

    def __exit__(self, *_: object) -> None:
        async def end() -> None:
            for device in self.devices:
                await device.end()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
            await asyncio.sleep(0.05)

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)
        self._loop.close()

    def _begin(self, device: Device) -> None:
        device._start(device.live())
        if self._pace > 0:
            device._start(self._answer(device))

    def do(self, work: Callable[[], Any]) -> None:
        """Do something in the devices' thread."""
        self._loop.call_soon_threadsafe(work)

    def cut(self) -> None:
        """Cut every line at once."""
        self.do(lambda: [device.cut() for device in self.devices])

    async def _answer(self, device: Device) -> None:
        rng = device.rng
        while True:
            await asyncio.sleep(rng.expovariate(self._pace))
            if self.quiet or not device.open:
                continue
            # The newest few: the others' deadlines have passed.
            inject = rng.choice(list(device.open)[-4:])
            ask = device.open[inject]
            content = KINDS[ask["kind"]](rng, rng.getrandbits(24))
            if ask["kind"] == "text":
                content["text"] += " y más" * self._fat
            if ask["kind"] == "text" and rng.random() < self._drafts:
                device._start(_draft(device, inject, content))
            elif inject not in device.outbox:
                device.send(inject, content, confirmed=True)

    def wait(self, question: Callable[[], Any], within: float) -> float:
        """Wait until the answer is yes; gives how long that took, or raises."""
        began = time.monotonic()
        while not question():
            if time.monotonic() - began > within:
                raise TimeoutError(f"not within {within} s")
            time.sleep(0.02)
        return time.monotonic() - began

    def all_here(self) -> bool:
        """Say whether every device has a line."""
        return all(device.here for device in self.devices)


async def _draft(device: Device, inject: str, content: Any) -> None:
    # As the page does: a draft that finds no line is only kept on the device.
    try:
        await device.ask("save_draft", {"inject": inject, "content": content})
    except (OSError, TimeoutError):
        return
