"""P6 to P8: durable acknowledgements through the whole product, and Node's one insert beside them."""

from typing import Any

from tests.bench.crowd import Crowd
from tests.bench.due import acks
from tests.bench.machine import cpu_seconds
from tests.bench.servers import Server


def closed_loop(server: Server, crowd: Crowd, asks: int, *, in_flight: int, seconds: float) -> dict[str, Any]:
    """Keep so many answers on their way, each from the next client; ``cpu`` is the server's for one of them, in µs."""
    crowd.ask(f"answer {in_flight} 1000 {asks} 0")
    cpu = cpu_seconds(server.pid)
    told = acks(crowd.ask(f"answer {in_flight} {round(seconds * 1000)} {asks} 0"))
    spent = cpu_seconds(server.pid) - cpu
    return told | {"in_flight": in_flight, "cpu": spent / max(told["acks"], 1) * 1e6}


def burst(crowd: Crowd, asks: int, answers: int) -> dict[str, Any]:
    """Send so many answers at once, each from a client of its own."""
    return acks(crowd.ask(f"burst {answers} {asks}"))
