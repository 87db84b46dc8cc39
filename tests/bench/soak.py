"""P9, the second half: whether memory grows while a drill goes on and on."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.bench import due, rooms
from tests.bench.crowd import crowd
from tests.bench.drills import Ready
from tests.bench.machine import Cores, resident_mb
from tests.bench.servers import prontas

EVERY = timedelta(seconds=10)
IN_FLIGHT, BUSY_MS, QUIET_MS = 4, 1000, 9000
HOUR = 3600.0


def watch(
    cores: Cores, folder: Path, drill: Ready, rest: Path, length: timedelta, say: Callable[[str], None]
) -> dict[str, Any]:
    """Let everybody sit, deliver an inject and some answers every ten seconds, and look at the memory each time."""
    made = drill.made
    samples = list[tuple[float, float]]()
    acknowledged = 0
    with (
        drill.fresh(folder) as database,
        prontas(cores, folder, database, rest) as server,
        crowd(cores, server.port, made.shape.clients, folder, made.sessions) as people,
    ):
        rooms.seated(server, people)
        due.start(server.url, made)
        began = time.monotonic()
        while time.monotonic() - began < length.total_seconds():
            acknowledged += people.ask(f"answer {IN_FLIGHT} {BUSY_MS} {made.shape.asks} 0")["acks"]
            lost = people.ask(f"wait {QUIET_MS}")["lost"]
            samples.append((round(time.monotonic() - began, 1), round(resident_mb(server.pid), 2)))
            say(f"  {samples[-1][0]:.0f} s: {samples[-1][1]:.1f} MB")
        shown = people.ask("due")
    return {
        "minutes": length.total_seconds() / 60, "clients": made.shape.clients, "samples": samples, "lost": lost,
        "acknowledged": acknowledged, "delivered": len(shown), "mb_per_hour": slope(samples[len(samples) // 3 :]),
    }  # fmt: skip


def slope(samples: list[tuple[float, float]]) -> float:
    """Give the growth in MB an hour, by least squares."""
    if len(samples) < 2:
        return 0.0
    middle = sum(at for at, _ in samples) / len(samples)
    mean = sum(mb for _, mb in samples) / len(samples)
    across = sum((at - middle) ** 2 for at, _ in samples)
    return sum((at - middle) * (mb - mean) for at, mb in samples) / across * HOUR
