"""P11: how each cost grows with the number of clients, from one team's worth to more than anybody has had."""

from pathlib import Path
from typing import Any

from tests.bench import acks, due, rooms
from tests.bench.crowd import crowd
from tests.bench.drills import Ready
from tests.bench.machine import Cores
from tests.bench.servers import prontas
from web.bench.drill import Shape

PER_TEAM = 10
ROUNDS, SECONDS = 15, 2.0


def shape(clients: int) -> Shape:
    """Give the drill of a number of clients: ten to a team, in four languages."""
    return Shape(clients=clients, teams=max(clients // PER_TEAM, 1), asks=10, due=10)


def of(cores: Cores, folder: Path, drill: Ready, rest: Path) -> dict[str, Any]:
    """Measure what one number of clients costs.

    CPU in ms: to seat one client, to emit one event to all, and for one inject from its due instant on.
    """
    made = drill.made
    clients = made.shape.clients
    with (
        drill.fresh(folder) as database,
        prontas(cores, folder, database, rest) as server,
        crowd(cores, server.port, clients, folder, made.sessions) as people,
    ):
        seated = rooms.seated(server, people)
        emitted = rooms.emissions(server, people, "all", ROUNDS, first=1)
        idle = rooms.idle(server)
        # So that nobody in a small crowd says more than one person may.
        busy = min(20, clients // 10)
        delivered = due.deliveries(server, people, made, in_flight=busy)
        seconds = min(SECONDS, clients / 100)
        answered = acks.closed_loop(server, people, made.shape.asks, in_flight=min(50, clients // 2), seconds=seconds)
    return {
        "clients": clients, "teams": made.shape.teams, "mb": seated["mb"], "mb_per_1000": seated["mb_per_1000"],
        "seat_cpu": seated["cpu"] / clients * 1000, "emit_cpu": emitted["cpu"], "emit_last_p50": emitted["last_p50"],
        "idle_cpu_per_s": idle * 1000, "due_cpu": delivered["alone"]["cpu"],
        "due_last_p50": delivered["alone"]["last_p50"], "due_last_p99": delivered["alone"]["last_p99"],
        "missed": delivered["alone"]["missed"] + delivered["answering"]["missed"] + emitted["missed"],
        "acks_per_second": None if answered["refused"] else answered["per_second"],
        "ack_cpu_us": None if answered["refused"] else answered["cpu"],
    }  # fmt: skip
