"""P5: a due instant and the last of all screens, with the rules, the database's write and the rendering between."""

from collections.abc import Sequence
from typing import Any

from tests.bench.crowd import Crowd
from tests.bench.machine import cpu_seconds
from tests.bench.servers import Server
from web.bench.drill import MadeDrill
from web.bench.figures import part
from web.bench.house_time import MS, start, started_at

PATIENCE = 90_000


def deliveries(server: Server, crowd: Crowd, made: MadeDrill, *, in_flight: int) -> dict[str, Any]:
    """Give STARTEX; half of the injects fall due alone, half while so many answers are on their way; lengths in ms."""
    shape, half = made.shape, made.shape.due // 2
    start(server.url, made)
    began = started_at(server.url, made, server.offset)
    alone = _spent(server, crowd, f"answer 0 {PATIENCE} {shape.asks} {half}")
    busy = _spent(server, crowd, f"answer {in_flight} {PATIENCE} {shape.asks} {shape.due}")
    crowd.ask("wait 2000")
    told = {one["place"]: one for one in crowd.ask("due")}
    first, second = range(half), range(half, shape.due)
    return {
        "alone": screens(made, told, first, began) | {"cpu": alone["cpu"] / half * 1000},
        "answering": screens(made, told, second, began) | {"acks": acks(busy), "cpu": busy["cpu"]},
    }


def _spent(server: Server, crowd: Crowd, command: str) -> dict[str, Any]:
    cpu = cpu_seconds(server.pid)
    told: dict[str, Any] = crowd.ask(command)
    return told | {"cpu": cpu_seconds(server.pid) - cpu}


def screens(made: MadeDrill, told: dict[int, dict[str, Any]], places: Sequence[int], began: int) -> dict[str, Any]:
    """Give how long injects took from their due instants to the last screen, and how many screens missed one."""
    lasts, missed = list[float](), 0
    for place in places:
        shown = told.get(place)
        missed += made.shape.clients - (shown["got"] if shown else 0)
        if shown:
            due = began + round((made.shape.first + place * made.shape.every).total_seconds() * 1000) * MS
            lasts.append((shown["last_ns"] - due) / MS)
    return {
        "injects": len(places), "missed": missed, "lasts": lasts,
        "last_p50": part(lasts, 0.5), "last_p99": part(lasts, 0.99),
    }  # fmt: skip


def acks(told: dict[str, Any]) -> dict[str, Any]:
    """Give what became of answers: a second, and lengths in ms."""
    return {
        "acks": told["acks"], "refused": told["refused"], "seconds": told["seconds"], "lost": told["lost"],
        "per_second": told["acks"] / told["seconds"],
        **{name: told[f"{name}_us"] / 1000 for name in ("p50", "p99", "max")},
    }  # fmt: skip
