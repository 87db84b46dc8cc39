"""Row 4: PostgreSQL is restarted at once in the middle of a drill; nobody restarts anything of ours."""

import signal
import time

from tests.faults.ground import Ground, Outcome, share
from tests.faults.stage import staged

NUMBER, TITLE = 4, "PostgreSQL restarted at once (immediate), two nodes"
PROMISED = 10.0


def run(ground: Ground) -> Outcome:
    """Stop the database as `pg_ctl -m immediate` does, leave it down for a moment, start it again."""
    restarts = ground.times(20, 2)
    size = ground.size(speed=8, seconds=int(restarts * 6 * 8))
    back: list[float] = []
    with staged(ground, size) as stage, ground.crowd(stage.drill, stage.nodes, pace=ground.pick(0.4, 1.0)) as crowd:
        ground.startex(stage.drill)
        for number in range(restarts):
            time.sleep(ground.rng.uniform(1, 3))
            ground.history.note("driver", "database_down")
            stage.postgres.end(signal.SIGQUIT)
            time.sleep(ground.rng.uniform(0, 2))
            stage.postgres.start()
            up = ground.history.note("driver", "database_up")["t"]
            ports = {node.port for node in stage.nodes}
            crowd.wait(lambda up=up, ports=ports: ports <= set(_acknowledged(ground, up)), 60)
            back.append(max(at - up for at in _acknowledged(ground, up).values()))
            ground.progress(number, restarts, "restarts")
        facts = ground.settle(stage.drill, crowd)
    took = {"back p50, s": round(share(back, 0.5), 2), "back max, s": round(max(back), 2)}
    return ground.outcome(
        facts,
        done=f"{restarts} × PostgreSQL stopped as by `pg_ctl -m immediate` and started again after 0–2 s; {size.said}. "
        "Back: from the database's first answer to the first response acknowledged by each of the nodes",
        figures={"restarts": restarts, "answers that had to go again": len(ground.history.of("again"))} | took,
        promises={f"recovery ≤ {PROMISED} s without a restart of ours": max(back) <= PROMISED},
    )


def _acknowledged(ground: Ground, since: float) -> dict[int, float]:
    """Give the first acknowledgement by each node after an instant."""
    first: dict[int, float] = {}
    for entry in ground.history.of("ok"):
        if entry["t"] >= since:
            first.setdefault(entry["port"], entry["t"])
    return first
