"""Row 5: the database ends connections of ours at random, in the midst of whatever they do."""

import threading
import time
from contextlib import suppress
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.faults.ground import Ground, Outcome
from tests.faults.node import Node
from tests.faults.stage import Stage, staged

NUMBER, TITLE = 5, "pg_terminate_backend on connections at random, two nodes"


def run(ground: Ground) -> Outcome:
    """End one connection after another; pages are read meanwhile as by a browser that tries once again."""
    cuts = ground.times(200, 20)
    size = ground.size(speed=8, seconds=int(ground.pick(90, 12) * 8))
    with staged(ground, size) as stage, ground.crowd(stage.drill, stage.nodes, pace=ground.pick(0.4, 1.0)) as crowd:
        ground.startex(stage.drill)
        with Reader(stage) as reader:
            for number in range(cuts):
                time.sleep(ground.rng.uniform(0.1, 0.6))
                pids = stage.postgres.backends()
                if pids:
                    chosen = ground.rng.choice(sorted(pids))
                    ground.history.note("driver", "connection_cut", pid=chosen)
                    stage.postgres.run(f"SELECT pg_terminate_backend({chosen})")
                ground.progress(number, cuts, "cuts")
        facts = ground.settle(stage.drill, crowd)
    again = ground.history.of("again")
    return ground.outcome(
        facts,
        done=f"{cuts} × `pg_terminate_backend` on a connection at random, that of the clock's lease among them; "
        f"{size.said}",
        figures={"cuts": cuts, "terms of the clock": len(facts.terms), "answers that had to go again": len(again),
                 "pages read": reader.read, "pages that failed once": reader.once, "pages that failed twice in a row":
                 reader.twice},
        promises={"no page fails for a browser that tries again": reader.twice == 0},
    )  # fmt: skip


class Reader:
    """Read a participant's page again and again, on one node after another."""

    def __init__(self, stage: Stage) -> None:
        self.read = self.once = self.twice = 0
        self._stage, self._ended = stage, threading.Event()
        self._cookie = next(iter(stage.drill.people.values()))[1]
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Reader":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join(60)

    def _run(self) -> None:
        while not self._ended.wait(0.3):
            node = self._stage.nodes[self.read % len(self._stage.nodes)]
            self.read += 1
            if not self._loads(node):
                self.once += 1
                time.sleep(0.5)
                if not self._loads(node):
                    self.twice += 1
                    self._stage.ground.history.note("driver", "page_failed", node=node.name)

    def _loads(self, node: Node) -> bool:
        asked = Request(f"{node.url}/play", headers={"Cookie": self._cookie})
        with suppress(HTTPError, URLError, HTTPException, OSError), urlopen(asked, timeout=20) as answer:
            return answer.status == 200
        return False
