"""A stage for faults of many processes: a private PostgreSQL, a private Redis, a drill, and nodes around them."""

import hashlib
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.facts import Facts
from tests.faults.ground import Ground, share
from tests.faults.node import Node
from tests.faults.reference import Drill, Size, make_drill
from tests.faults.servers import PrivatePostgres, PrivateRedis, private_postgres, private_redis

BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass
class Stage:
    """What stands on the ground, and how long takeovers of the clock took."""

    ground: Ground
    postgres: PrivatePostgres
    redis: PrivateRedis | None
    drill: Drill
    nodes: list[Node]
    takeovers: list[float] = field(default_factory=list)

    def term(self) -> tuple[int, str, int] | None:
        """Give the owner's epoch, the place where she serves, and since when (ms, the database's clock)."""
        found = self.postgres.run(
            "SELECT t.epoch, p.place, t.began_database_at FROM clock_term t "
            "LEFT JOIN server_process p ON p.id = t.process_id ORDER BY t.epoch DESC LIMIT 1",
            "drill",
        )
        return found[0] if found else None

    def owner(self) -> Node:
        """Give the node that owns the clock; wait until there is one."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            term = self.term()
            for node in self.nodes:
                if term is not None and node.process is not None and term[1] == place_of(node):
                    return node
            time.sleep(0.05)
        raise AssertionError(f"nobody owns the clock: {self.term()}")

    def await_takeover(self, epoch: int, since: float, within: float = 60) -> float:
        """Wait until another term begins; gives the seconds from *since* (wall clock) to its beginning."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            term = self.term()
            if term is not None and term[0] > epoch:
                took = term[2] / 1000 - since
                self.takeovers.append(took)
                self.ground.history.note("driver", "taken_over", epoch=term[0], seconds=round(took, 3))
                return took
            time.sleep(0.02)
        raise AssertionError(f"nobody took the clock over within {within} s")

    @property
    def taken_over(self) -> dict[str, Any]:
        """Give the figures of the takeovers."""
        took = self.takeovers
        return {
            "takeovers": len(took), "takeover p50, s": round(share(took, 0.5), 2),
            "takeover p99, s": round(share(took, 0.99), 2), "takeover max, s": round(max(took, default=0), 2),
        }  # fmt: skip


def place_of(node: Node) -> str:
    """Give a node's place as it writes it into the database (web/live/places.py), seen from its own network."""
    worker = next(iter(node.workers()), None)
    if worker is None:
        return ""
    told = [socket.gethostname(), str(node.port), BOOT.read_text().strip()]
    try:
        told.append(str(Path(f"/proc/{worker}/ns/net").readlink()))
    except OSError:
        return ""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


@contextmanager
def staged(ground: Ground, size: Size, *, nodes: int = 2, redis: bool = True, **settings: Any) -> Iterator[Stage]:
    """Run PostgreSQL, Redis where it is asked for, and nodes around a drill that is ready."""
    with ExitStack() as stack:
        postgres = stack.enter_context(private_postgres())
        bell = stack.enter_context(private_redis()) if redis else None
        postgres.run("CREATE DATABASE drill")
        drill = make_drill(postgres.url("drill"), size)
        told = {"PRONTAS_REDIS": bell.url} if bell else {}
        made = stack.enter_context(ground.nodes(nodes, drill.database, **told | settings))
        yield Stage(ground, postgres, bell, drill, made)


def lags(facts: Facts, ground: Ground) -> list[float]:
    """Give the seconds from each row's instant to each screen that had a line all along."""
    lost = dict[str, list[tuple[float, float]]]()
    gone = dict[str, float]()
    for entry in ground.history.entries:
        if entry["what"] in ("lost", "connected") and entry["who"] in facts.people:
            if entry["what"] == "lost":
                gone[entry["who"]] = entry["w"]
            else:
                lost.setdefault(entry["who"], []).append((gone.pop(entry["who"], 0), entry["w"]))
    found = []
    for entry in ground.history.of("shown"):
        at = entry["at"] / 1000
        if not any(begin - 1 <= at <= end + 1 for begin, end in lost.get(entry["who"], ())):
            found.append(entry["w"] - at)
    return found
