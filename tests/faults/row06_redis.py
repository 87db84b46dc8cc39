"""Row 6: Redis killed and started again, and Redis frozen, under two nodes."""

import signal
import time

from tests.faults.ground import Ground, Outcome, share
from tests.faults.stage import lags, staged

NUMBER, TITLE = 6, "Redis killed, and frozen, under two nodes"
PROMISED = 5.0


def run(ground: Ground) -> Outcome:
    """Take Redis away for some seconds, both ways; the log has everything, so every screen has it soon."""
    times = ground.times(20, 1)
    size = ground.size(speed=8, seconds=int(times * 16 * 8))
    with staged(ground, size) as stage, ground.crowd(stage.drill, stage.nodes) as crowd:
        assert stage.redis is not None
        ground.startex(stage.drill)
        for number in range(times):
            time.sleep(ground.rng.uniform(0.5, 2))
            away = ground.rng.uniform(2, 6)
            ground.history.note("driver", "redis_killed")
            stage.redis.end()
            time.sleep(away)
            stage.redis.start()
            ground.history.note("driver", "redis_back")
            time.sleep(ground.rng.uniform(0.5, 2))
            ground.history.note("driver", "redis_frozen")
            stage.redis.hit(signal.SIGSTOP)
            time.sleep(away)
            stage.redis.hit(signal.SIGCONT)
            ground.history.note("driver", "redis_thawed")
            ground.progress(number, times, "times both ways")
        facts = ground.settle(stage.drill, crowd)
    late = lags(facts, ground)
    return ground.outcome(
        facts,
        done=f"{times} × Redis killed and started again after 2–6 s, {times} × frozen for as long; {size.said}. The "
        "time from a row of the log to the screens is taken all along, while Redis is away too",
        figures={"killed": times, "frozen": times, "row → screen p50, s": round(share(late, 0.5), 3),
                 "row → screen p99, s": round(share(late, 0.99), 3), "row → screen max, s": round(max(late), 3)},
        promises={f"every screen has every event ≤ {PROMISED} s later": max(late) <= PROMISED},
    )  # fmt: skip
