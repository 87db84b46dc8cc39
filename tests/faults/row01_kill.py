"""Row 1: the only server is killed again and again in one drill, on SQLite."""

import time

from tests.faults.ground import Ground, Outcome, back_to_serving
from tests.faults.reference import make_drill

NUMBER, TITLE = 1, "kill -9 of the server, SQLite"
PROMISED = 3.0


def run(ground: Ground) -> Outcome:
    """Kill it at random moments of one drill, and start it again at once."""
    kills = ground.times(200, 4)
    speed, serves = 8, (0.05, 2.0)
    # As long as the kills will take: the injects fall due all the way through.
    size = ground.size(speed=speed, seconds=int(kills * 2.5 * speed))
    drill = make_drill(ground.sqlite(), size)
    with ground.nodes(1, drill.database) as (node,), ground.crowd(drill, [node], pace=ground.pick(0.3, 0.8)) as crowd:
        ground.startex(drill)
        node.starts.clear()
        for number in range(kills):
            time.sleep(ground.rng.uniform(*serves))
            if ground.rng.random() < 0.2:
                began = time.monotonic()
                node.kill_worker()
                time.sleep(0.05)
                node.wait_until_up(began)
            else:
                node.kill()
                node.start()
            ground.progress(number, kills, "kills")
        facts = ground.settle(drill, crowd)
    back = back_to_serving([node])
    return ground.outcome(
        facts,
        done=f"{kills} × kill -9 (one in five: the worker alone) at random moments of one drill, the server started "
        f"again at once; {size.said}",
        figures={"kills": kills} | back,
        promises={f"back to serving p95 ≤ {PROMISED} s": not ground.long or back["back to serving p95, s"] <= PROMISED},
        remarks=[
            "A start is one or two seconds of one core: Python reads two thousand modules and puts 330 routes together."
            " Here it competes for two cores with the hundred devices, which come back as soon as it listens."
        ],
    )
