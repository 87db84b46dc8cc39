"""P1 to P4, P9 and P10: one emission to a crowd, what it costs, what a crowd weighs, and how it comes back."""

import time
from typing import Any

from tests.bench.crowd import Crowd
from tests.bench.machine import cpu_seconds, resident_mb
from tests.bench.servers import Server
from web.bench.figures import part

WARM, REST, IDLE = 5, 0.03, 2.0


def emissions(server: Server, crowd: Crowd, what: str, rounds: int, *, first: int) -> dict[str, Any]:
    """Emit so many events, each when the one before is everywhere; lengths in ms.

    *last*: stamp to the last client, by emission. *receipt*: stamp to a client, of all clients and emissions. *cpu*: of
    the server for one emission, without what it needs when nothing happens (heartbeats, its clock).
    """
    resting = idle(server)
    lasts, missed = list[float](), 0
    crowd.ask("latencies")
    began, cpu = time.monotonic(), cpu_seconds(server.pid)
    for number in range(first, first + WARM + rounds):
        if number == first + WARM:
            crowd.ask("latencies")
            began, cpu = time.monotonic(), cpu_seconds(server.pid)
        crowd.ask(f"expect {number}")
        server.emit(what, number)
        told = crowd.ask(f"round {number} {crowd.lines}")
        missed += crowd.lines - told["got"]
        if number >= first + WARM:
            lasts.append(told["last_us"] / 1000)
        time.sleep(REST)
    spent = cpu_seconds(server.pid) - cpu - resting * (time.monotonic() - began)
    told = crowd.ask("latencies")
    return {
        "rounds": rounds, "missed": missed, "last_p50": part(lasts, 0.5), "last_p99": part(lasts, 0.99),
        "receipt_p50": told["p50_us"] / 1000, "receipt_p99": told["p99_us"] / 1000, "cpu": spent / rounds * 1000,
    }  # fmt: skip


def idle(server: Server) -> float:
    """Give the CPU that a server needs when nothing happens, in seconds a second."""
    cpu = cpu_seconds(server.pid)
    time.sleep(IDLE)
    return (cpu_seconds(server.pid) - cpu) / IDLE


def seated(server: Server, crowd: Crowd, number: int | None = None) -> dict[str, Any]:
    """Seat a crowd; gives the seconds, the server's CPU for it, and the MB that a thousand clients weigh."""
    lines = number or crowd.lines
    time.sleep(0.5)
    before, cpu = resident_mb(server.pid), cpu_seconds(server.pid)
    told = crowd.sit_down(number)
    time.sleep(1.0)
    after = resident_mb(server.pid)
    return {
        "clients": lines, "seconds": told["seconds"], "cpu": cpu_seconds(server.pid) - cpu, "mb": after,
        "mb_per_1000": (after - before) / lines * 1000,
    }  # fmt: skip


def storm(server: Server, crowd: Crowd) -> dict[str, Any]:
    """Cut everybody off, wait three seconds, and let all come back at once and ask for what they missed."""
    cpu = cpu_seconds(server.pid)
    told = crowd.ask("storm")
    return {
        "clients": crowd.lines, "seated": told["seated"], "caught_up": told["resumed"], "sent_away": told["lost"],
        "seconds": told["seconds"], "cpu": cpu_seconds(server.pid) - cpu,
    }  # fmt: skip
