"""Row 2: two nodes on PostgreSQL, either of them killed again and again."""

import time

from tests.faults.ground import Ground, Outcome, back_to_serving
from tests.faults.stage import staged

NUMBER, TITLE = 2, "kill -9 of either of two nodes, PostgreSQL and Redis"
PROMISED = 2.0


def run(ground: Ground) -> Outcome:
    """Kill one of the two, let the other carry on alone for a moment, and start it again."""
    kills = ground.times(100, 3)
    size = ground.size(speed=8, seconds=int(kills * 4 * 8))
    with staged(ground, size) as stage, ground.crowd(stage.drill, stage.nodes) as crowd:
        ground.startex(stage.drill)
        for node in stage.nodes:
            node.starts.clear()
        owners = 0
        for number in range(kills):
            time.sleep(ground.rng.uniform(0.3, 1.5))
            owner, term = stage.owner(), stage.term()
            # The short form is about takeovers.
            node = owner if not ground.long and number % 2 else ground.rng.choice(stage.nodes)
            killed = time.time()
            node.kill()
            if node is owner and term is not None:
                owners += 1
                stage.await_takeover(term[0], killed)
            time.sleep(ground.rng.uniform(0, 1.0))
            node.start()
            ground.progress(number, kills, "kills")
        facts = ground.settle(stage.drill, crowd)
    took = stage.taken_over
    return ground.outcome(
        facts,
        done=f"{kills} × kill -9 of one of two nodes, {owners} of them the clock's owner; {size.said}",
        figures={"kills": kills, "terms of the clock": len(facts.terms)} | took | back_to_serving(stage.nodes),
        promises={f"takeover p99 ≤ {PROMISED} s": not ground.long or took["takeover p99, s"] <= PROMISED},
    )
