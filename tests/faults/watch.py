"""What a flood does to a server, seen from outside: how fast it answers, how large it grows, how much it logs."""

import os
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.deploy.proxy import NAME as PROXY
from tests.faults.ground import share
from tests.faults.history import History
from tests.faults.node import Node

EVERY, PATIENCE = 0.05, 20.0


class Watch:
    """Ask a node, or the *proxy* before it, twenty times a second whether it is well, until the end of the block."""

    def __init__(self, node: Node, proxy: Any = None) -> None:
        self._node, self._proxy = node, proxy
        self.took, self.failed = list[float](), list[str]()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)

    def __enter__(self) -> "Watch":
        self._before = (self.memory(), self.threads(), self.lines())
        self._cpu = self.cpu(), time.process_time(), time.monotonic()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join(PATIENCE + 5)
        self._after = (self.memory(), self.threads(), self.lines())
        now = self.cpu(), time.process_time(), time.monotonic()
        self._spent = [after - before for before, after in zip(self._cpu, now, strict=True)]

    def _ask(self) -> None:
        while not self._over.wait(EVERY):
            began = time.monotonic()
            try:
                self._is_well()
            except (OSError, ValueError) as error:
                self.failed.append(repr(error))
            self.took.append(time.monotonic() - began)

    def _is_well(self) -> None:
        where = (self._node.host, self._node.port)
        name = PROXY if self._proxy else f"{where[0]}:{where[1]}"
        line = self._proxy.line(timeout=PATIENCE) if self._proxy else socket.create_connection(where, PATIENCE)
        with line:
            line.sendall(f"GET /healthz HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
            told = line.recv(4096)
            if b" 200 " not in told.split(b"\r\n", 1)[0]:
                raise ValueError(told[:80])
            while line.recv(4096):
                pass

    def memory(self) -> int:
        """Give the resident memory of the node's worker in MB."""
        return self._status("VmRSS") // 1024

    def threads(self) -> int:
        """Give how many threads the worker has."""
        return self._status("Threads")

    def cpu(self) -> float:
        """Give the seconds of CPU that the worker has had."""
        ticks = 0
        for pid in self._node.workers():
            with suppress(OSError):
                told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                ticks += int(told[11]) + int(told[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def _status(self, name: str) -> int:
        for pid in self._node.workers():
            with suppress(OSError):
                for line in Path(f"/proc/{pid}/status").read_text().splitlines():
                    if line.startswith(f"{name}:"):
                        return int(line.split()[1])
        return 0

    def lines(self) -> int:
        """Give how many lines the node has logged."""
        return len(self._node.log.read_text(errors="replace").splitlines())

    @property
    def logged(self) -> list[str]:
        """Give the lines logged since the beginning."""
        return self._node.log.read_text(errors="replace").splitlines()[self._before[2] : self._after[2]]

    @property
    def figures(self) -> dict[str, Any]:
        """Give what was seen."""
        return {
            "healthz p50, ms": round(share(self.took, 0.5) * 1000, 1),
            "healthz p99, ms": round(share(self.took, 0.99) * 1000, 1),
            "healthz max, ms": round(max(self.took, default=0) * 1000, 1),
            "healthz failed": len(self.failed),
            "CPU of the server, of these clients, in each second": " ".join(
                f"{spent / self._spent[2]:.2f}" for spent in self._spent[:2]
            ),
            "memory before → after, MB": f"{self._before[0]} → {self._after[0]}",
            "threads before → after": f"{self._before[1]} → {self._after[1]}",
            "lines logged": len(self.logged),
        }

    @property
    def grown(self) -> int:
        """Give by how many MB the worker has grown."""
        return self._after[0] - self._before[0]

    @property
    def more_threads(self) -> int:
        """Give by how many threads it has more."""
        return self._after[1] - self._before[1]


def acknowledged_after(history: History, since: float, until: float) -> list[float]:
    """Give the seconds from typing to receipt of each answer that was sent between two monotonic instants."""
    asked = {one["op"]: one["t"] for one in history.of("invoke")}
    told = {one["op"]: one["t"] for one in history.of("ok")}
    return [told[op] - at for op, at in asked.items() if op in told and since <= at <= until]
